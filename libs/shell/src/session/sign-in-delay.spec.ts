import { SignInDelay } from './sign-in-delay.ts';

test('ten thousand guesses on one account get about ten tries in a quarter of an hour', () => {
  let now = 0;
  const delay = new SignInDelay(() => now);
  let tried = 0;
  for (; now < 15 * 60_000; now += 90) {
    if (delay.wait('one/admin') > 0) continue;
    delay.tried('one/admin');
    tried += 1;
  }
  expect(tried).toBeLessThanOrEqual(10);
  expect(tried).toBeGreaterThanOrEqual(5);
});

test('success clears the account, and other accounts never wait', () => {
  const delay = new SignInDelay(() => 0);
  for (let i = 0; i < 6; i += 1) delay.tried('one/a');
  expect(delay.wait('one/a')).toBeGreaterThan(0);
  expect(delay.wait('one/b')).toBe(0);
  delay.succeeded('one/a');
  expect(delay.wait('one/a')).toBe(0);
});

test('parallel guesses are counted before any of them is judged', () => {
  const delay = new SignInDelay(() => 0);
  const heard = Array.from({ length: 50 }, () => {
    const free = delay.wait('one/a') === 0;
    if (free) delay.tried('one/a');
    return free;
  });
  expect(heard.filter(Boolean)).toHaveLength(5);
});

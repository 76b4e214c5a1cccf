import { hashPassword, NOBODY, passwordFits } from './password.ts';

test('a password is kept as an argon2id string of 19 MiB and two passes, and fits itself alone', async () => {
  const secret = await hashPassword('correct horse');
  expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await hashPassword('correct horse')).not.toBe(secret);
  expect([await passwordFits('correct horse', secret), await passwordFits('correct horsf', secret)]).toEqual([
    true,
    false,
  ]);
});

test('nobody’s password costs the same work as somebody’s, and never fits', async () => {
  const shape = (secret: string) => secret.split('$').map((part, i) => (i < 4 ? part : part.length));
  expect(shape(NOBODY)).toEqual(shape(await hashPassword('x')));
  expect(await passwordFits('x', undefined)).toBe(false);
});

test('hashes wait in a line of fifty, and beyond that the asker is sent away', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 60 }, () => passwordFits('x', undefined)));
  const refused = tries.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: 'too-many' } });
});

import { troubleOf } from './trouble-of.ts';

test.each([
  ['EACCES', 'MOUDING_HOME'],
  ['EROFS', 'MOUDING_HOME'],
  ['ENOSPC', 'Free at least'],
  ['53100', 'Free at least'],
  ['53300', 'max_connections'],
])('%s gets a sentence that says what to do', (code, remedy) => {
  const error = Object.assign(new Error(code), { code, path: '/data/plan' });
  expect(troubleOf(error)?.en).toContain(remedy);
});

test('a fault of the program is no trouble of the machine', () => {
  expect(troubleOf(new TypeError('x is not a function'))).toBeUndefined();
  expect(troubleOf('text')).toBeUndefined();
});

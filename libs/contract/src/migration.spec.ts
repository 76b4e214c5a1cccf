import { MigrationQuery } from './migration.ts';

const taken = (query: object): boolean => MigrationQuery.safeParse({ to: '2', ...query }).success;

test('days of a move are days of the calendar', () => {
  expect(taken({ dates: 'gate:2026-03-20,issue:2026-03-31' })).toBe(true);
  expect(taken({ dates: 'gate:2026-02-30' })).toBe(false);
  expect(taken({ dates: 'gate:2026-03-20,issue:2026-99-99' })).toBe(false);
});

import { ANNOUNCED } from '../deadlines/announced/announced.ts';
import { lastDayOf } from '../calendar.ts';
import { firstKind, remindsAt, reminderDays } from './schedule.ts';

/** Reminded of before the date alone. */
const BEFORE = { before: [3, 1, 0], after: [] };

test('a date that ends at 24:00 is kept on the day that ends then', () => {
  expect(lastDayOf('2026-05-29T16:00:00.000Z')).toBe('2026-05-29');
  expect(lastDayOf('2026-05-29T15:59:59.999Z')).toBe('2026-05-29');
  expect(lastDayOf('2026-05-29T16:00:00.001Z')).toBe('2026-05-30');
});

test('reminders go out three working days before, one before, and on the due working day', () => {
  // 2026-05-29 is a Friday.
  expect(reminderDays('2026-05-29T16:00:00.000Z', ANNOUNCED, BEFORE)).toEqual([
    '2026-05-26',
    '2026-05-28',
    '2026-05-29',
  ]);
  // 2026-05-31 is a Sunday: the last working day that can keep it is Friday.
  expect(reminderDays('2026-05-31T16:00:00.000Z', ANNOUNCED, BEFORE)).toEqual([
    '2026-05-26',
    '2026-05-28',
    '2026-05-29',
  ]);
});

test('holidays are no working days, and worked Saturdays are', () => {
  // 1 to 7 October are off, Saturday the 10th is worked.
  expect(reminderDays('2026-10-10T16:00:00.000Z', ANNOUNCED, BEFORE)).toEqual([
    '2026-09-30',
    '2026-10-09',
    '2026-10-10',
  ]);
  expect(reminderDays('2026-10-05T16:00:00.000Z', ANNOUNCED, BEFORE)).toEqual([
    '2026-09-24',
    '2026-09-29',
    '2026-09-30',
  ]);
});

test.each([
  ['2026-05-26T01:00:00.000Z', true],
  ['2026-05-27T01:00:00.000Z', false],
  ['2026-05-28T01:00:00.000Z', true],
  ['2026-05-29T16:00:00.000Z', false],
  ['2026-05-29T15:59:59.999Z', true],
  ['2026-05-25T15:59:59.999Z', false],
  ['2026-05-25T16:00:00.000Z', true],
])('at %s a date of 29 May is reminded of: %s', (now, expected) => {
  expect(remindsAt('2026-05-29T16:00:00.000Z', now, ANNOUNCED)).toBe(expected);
});

test('on the due day after its hour it is too late for a reminder before, and early for one after', () => {
  expect(remindsAt('2026-05-29T08:00:00.000Z', '2026-05-29T08:00:00.001Z', ANNOUNCED)).toBe(false);
  expect(remindsAt(null, '2026-05-29T08:00:00.000Z', ANNOUNCED)).toBe(false);
});

test('what is still owed is reminded of on the first, third and fifth working day after, or as its ladder says', () => {
  // 29 May 2026 is a Friday.
  const due = '2026-05-29T16:00:00.000Z';
  expect(reminderDays(due, ANNOUNCED).slice(3)).toEqual(['2026-06-01', '2026-06-03', '2026-06-05']);
  const at = (day: string, after?: readonly number[]) =>
    remindsAt(due, `${day}T02:00:00.000Z`, ANNOUNCED, after && { before: [], after });
  expect(['05-30', '06-01', '06-02', '06-03', '06-05', '06-08'].filter((day) => at(`2026-${day}`))).toEqual([
    '06-01',
    '06-03',
    '06-05',
  ]);
  expect(at('2026-06-02', [2])).toBe(true);
  expect(at('2026-06-01', [2])).toBe(false);
  expect(at('2026-05-29', [2])).toBe(false);
});

test('a call is a notice, what was recorded of somebody is told, and what is done in the room is not mailed', () => {
  expect(firstKind('meeting.sign-in')).toBe('meeting');
  expect(firstKind('sitting.arrive')).toBe('meeting');
  expect(firstKind('sitting.take-up')).toBeNull();
  expect(firstKind('record.acknowledge')).toBe('recorded');
  expect(firstKind('contribution.submit')).toBe('todo');
  expect(
    ['meeting.put', 'meeting.vote', 'meeting.count', 'meeting.decide', 'meeting.declare'].map(firstKind),
  ).toEqual(Array(5).fill(null));
});

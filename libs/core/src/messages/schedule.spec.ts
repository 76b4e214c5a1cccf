import { firstKind, lastDayOf, remindsAt, reminderDays } from './schedule.ts';

test('a date that ends at 24:00 is kept on the day that ends then', () => {
  expect(lastDayOf('2026-05-29T16:00:00.000Z')).toBe('2026-05-29');
  expect(lastDayOf('2026-05-29T15:59:59.999Z')).toBe('2026-05-29');
  expect(lastDayOf('2026-05-29T16:00:00.001Z')).toBe('2026-05-30');
});

test('reminders go out three working days before, one before, and on the due working day', () => {
  // 2026-05-29 is a Friday.
  expect(reminderDays('2026-05-29T16:00:00.000Z')).toEqual(['2026-05-26', '2026-05-28', '2026-05-29']);
  // 2026-05-31 is a Sunday: the last working day that can keep it is Friday.
  expect(reminderDays('2026-05-31T16:00:00.000Z')).toEqual(['2026-05-26', '2026-05-28', '2026-05-29']);
});

test('holidays are no working days, and worked Saturdays are', () => {
  // 1 to 7 October are off, Saturday the 10th is worked.
  expect(reminderDays('2026-10-10T16:00:00.000Z')).toEqual(['2026-09-30', '2026-10-09', '2026-10-10']);
  expect(reminderDays('2026-10-05T16:00:00.000Z')).toEqual(['2026-09-24', '2026-09-29', '2026-09-30']);
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
  expect(remindsAt('2026-05-29T16:00:00.000Z', now)).toBe(expected);
});

test('after the date nobody is reminded, and what has no date is never reminded of', () => {
  expect(remindsAt('2026-05-29T08:00:00.000Z', '2026-05-29T08:00:00.001Z')).toBe(false);
  expect(remindsAt(null, '2026-05-29T08:00:00.000Z')).toBe(false);
});

test('a call is a notice, what was recorded of somebody is told, and what is done in the room is not mailed', () => {
  expect(firstKind('meeting.sign-in')).toBe('meeting');
  expect(firstKind('record.acknowledge')).toBe('recorded');
  expect(firstKind('contribution.submit')).toBe('todo');
  expect(
    ['meeting.put', 'meeting.vote', 'meeting.count', 'meeting.decide', 'meeting.declare'].map(firstKind),
  ).toEqual(Array(5).fill(null));
});

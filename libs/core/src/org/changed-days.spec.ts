import { changedDays } from './changed-days.ts';

const before = { off: [{ from: '2027-01-01', to: '2027-01-03' }], worked: ['2027-01-09'] };

test('each day of which two arrangements say different things is named once, with both', () => {
  const after = { off: [{ from: '2027-01-02', to: '2027-01-04' }], worked: ['2027-01-10', '2027-01-01'] };
  expect(changedDays(before, after)).toEqual([
    { day: '2027-01-01', was: 'off', now: 'worked' },
    { day: '2027-01-04', was: null, now: 'off' },
    { day: '2027-01-09', was: 'worked', now: null },
    { day: '2027-01-10', was: null, now: 'worked' },
  ]);
});

test('the same said otherwise is no change, and where nothing was arranged all of it is', () => {
  const split = {
    off: [
      { from: '2027-01-01', to: '2027-01-01' },
      { from: '2027-01-02', to: '2027-01-03' },
    ],
    worked: ['2027-01-09'],
  };
  expect(changedDays(before, split)).toEqual([]);
  expect(changedDays(null, before)).toHaveLength(4);
});

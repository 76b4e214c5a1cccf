import { initial, step } from '../machine.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION } from '../testing/given.ts';
import { house } from '../testing/plan-case.ts';
import { addWorkingDays, isWorkingDay } from '../working-days.ts';
import { ANNOUNCED } from '../deadlines/announced/announced.ts';
import { calendarOf, SetHolidays, setHolidays } from './holidays.ts';
import { orgMachine, type OrgState } from './org.ts';

const stream = `org/${INSTITUTION}` as const;
const year = {
  year: 2027,
  of: 'state' as const,
  off: [{ from: '2027-01-01', to: '2027-01-03' }],
  worked: ['2027-01-09'],
  source: '国办发明电〔2026〕9号（2026-11-10）',
};
const said = (data: object): Fact => ({ type: 'HolidaysSet', data });
const orgWith = (...facts: readonly Fact[]): { readonly org: OrgState } => ({
  org: [...house, ...facts].reduce(
    (state, fact) => step(orgMachine, state, fact).state,
    initial(orgMachine),
  ) as OrgState,
});

test('without a word of its own an institution works as the State Council announced', () => {
  expect(calendarOf(orgWith())).toBe(ANNOUNCED);
});

test('a year that is set covers what was an estimate, and says which version it is', () => {
  given({ [stream]: house })
    .when(setHolidays, INSTITUTION, year)
    .then([{ stream, type: 'HolidaysSet', data: year }]);
  const calendar = calendarOf(orgWith(said(year)));
  expect(calendar.version).toBe('cn-2026+1');
  expect(addWorkingDays('2026-12-30', 2, calendar)).toEqual({ day: '2027-01-04', estimated: false });
  expect(isWorkingDay('2027-01-09', calendar)).toBe(true);
});

test('the last word on a year counts, and puts the announced one aside', () => {
  const none = { ...year, year: 2026, off: [], worked: [] };
  const calendar = calendarOf(orgWith(said(year), said(none), said({ ...year, worked: [] })));
  expect(calendar.version).toBe('cn-2026+3');
  expect(isWorkingDay('2026-10-01', calendar)).toBe(true);
  expect(isWorkingDay('2027-01-09', calendar)).toBe(false);
  expect(calendar.years.filter((each) => each.year === 2026)).toHaveLength(1);
});

test('the house’s own days go before both and announce no year', () => {
  const own = { ...year, of: 'house', off: [], worked: ['2027-01-02'] };
  const calendar = calendarOf(orgWith(said(own)));
  expect(isWorkingDay('2027-01-02', calendar)).toBe(true);
  expect(addWorkingDays('2026-12-30', 2, calendar).estimated).toBe(true);
});

test('setting a year asks the clockwork to count estimated dates again', () => {
  const { effects } = step(orgMachine, orgWith().org, said(year));
  expect(effects).toEqual([{ type: 'send', params: { task: 'recount-dates', payload: {} } }]);
});

test.each([
  ['a day of another year', { worked: ['2028-01-02'] }, 'org.holidays-year'],
  ['an end before its beginning', { off: [{ from: '2027-01-03', to: '2027-01-01' }] }, 'org.holidays-year'],
  [
    'a break far in the year before',
    { off: [{ from: '2026-11-01', to: '2027-01-01' }] },
    'org.holidays-year',
  ],
  [
    'a break that ends in another year',
    { off: [{ from: '2027-12-31', to: '9999-12-31' }] },
    'org.holidays-year',
  ],
  ['a day both off and worked', { worked: ['2027-01-02'] }, 'org.holidays-clash'],
])('%s is refused', (_, wrong, rule) => {
  given({ [stream]: house })
    .when(setHolidays, INSTITUTION, { ...year, ...wrong })
    .refused(rule);
});

test('元旦 may begin in the last days of the year before; a paper must be named', () => {
  given({ [stream]: house })
    .when(setHolidays, INSTITUTION, { ...year, off: [{ from: '2026-12-31', to: '2027-01-02' }] })
    .then([{ stream, type: 'HolidaysSet' }]);
  expect(SetHolidays.safeParse({ ...year, source: ' ' }).success).toBe(false);
  expect(SetHolidays.parse({ ...year, of: undefined }).of).toBe('state');
});

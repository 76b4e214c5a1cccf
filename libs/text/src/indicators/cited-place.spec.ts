import { citedNow } from './cited-place.ts';

const PLACE = { quote: '950张', before: '开放床位达到', after: '，床位使用率' };
const now = (text: string, figure = '950张') => citedNow(text, PLACE, figure);

test('what it says now: the figure, another, or the same in other words', () => {
  expect(now('到2030年开放床位达到950张，床位使用率85%。')).toEqual({ says: '950张', at: 12, state: 'same' });
  expect(now('到2030年开放床位达到950张，床位使用率85%。', '980张').state).toBe('other');
  expect(now('到2030年开放床位达到980张，床位使用率85%。')).toMatchObject({ says: '980张', state: 'other' });
  expect(
    citedNow('投入达到0.8亿元，', { quote: '8000万元', before: '投入达到', after: '，' }, '8000万元').state,
  ).toBe('same');
});

test('words on one side will do; with neither, or with two such places, it is lost', () => {
  expect(now('开放床位达到950张。').says).toBe('950张');
  expect(now('床位增加到950张，床位使用率').says).toBe('950张');
  expect(now('编制床位950张。').state).toBe('lost');
  expect(now('开放床位达到950张。其中开放床位达到950张。').state).toBe('lost');
  expect(now('').state).toBe('lost');
});

test('a place that says no number is unclear', () =>
  expect(now('开放床位达到待核，床位使用率').state).toBe('unclear'));

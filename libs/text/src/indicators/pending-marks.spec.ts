import { markPending } from './pending-marks.ts';

const TEXT = '到2030年，开放床位达到950张，药占比降至27%。';
const BEDS = { quote: '950张', before: '开放床位达到', after: '，' };
const DRUGS = { quote: '27%', before: '药占比降至', after: '。' };

test('the mark stands behind each value that waits, once', () => {
  const marked = '到2030年，开放床位达到950张（待核），药占比降至27%（待核）。';
  expect(markPending(TEXT, [BEDS, DRUGS, BEDS])).toBe(marked);
  expect(markPending(marked, [BEDS])).toBe(marked);
});

test('what is lost is not marked anywhere else', () =>
  expect(markPending(TEXT, [{ quote: '30%', before: '满意度', after: '。' }])).toBe(TEXT));

import type { Out } from '../out.ts';
import { readProcedure } from '../procedures.ts';
import { widthOf } from '../table.ts';
import type { Recorded } from './record.ts';
import { isVerified, report, type Outcome } from './report.ts';
import { stageLines } from './stage-lines.ts';

const CASE = '00000000-0000-4000-8000-00000000000c';
const definition = readProcedure('hospital-five-year-plan');
const text = { scheme: 'blob-sha256@1', hash: 'abcdef0123456789'.repeat(4) };

const fact = (idx: number, stream: string, type: string, data: Recorded['data']): Recorded => ({
  idx,
  stream,
  type,
  at: '2026-03-12T07:00:00.000Z',
  verb: 'meeting.declare',
  data,
});
const closed = (idx: number, stage: string, outcome: string, sum: object): Recorded =>
  fact(idx, `case/${CASE}`, 'StageClosed', { stage, round: 1, outcome, text, notices: [], sum });

const record: readonly Recorded[] = [
  fact(0, 'org/x', 'PostCreated', { title: '院长' }),
  fact(1, `case/${CASE}`, 'StageEntered', { stage: 'party-committee', round: 1, streams: [] }),
  fact(2, 'meeting/m', 'MeetingCalled', { case: CASE, stage: 'party-committee' }),
  fact(3, 'meeting/m', 'ItemDeclared', { outcome: 'passed' }),
  closed(4, 'party-committee', 'passed', { all: 9, present: 9, yes: 7, no: 1, abstain: 1, need: 5 }),
  fact(5, 'meeting/other', 'MeetingCalled', { case: 'another', stage: 'party-committee' }),
  fact(6, 'issue/i', 'IssueDrafted', { case: CASE, stage: 'issue' }),
  fact(7, 'register/r', 'NumberTaken', { issue: 'i', seq: 12 }),
  fact(8, 'issue/i', 'Issued', { number: '云市中医〔2026〕12号', recipients: ['a', 'b'] }),
  fact(9, 'issue/i', 'ReceiptSigned', { department: 'a' }),
  closed(10, 'issue', 'received', {}),
];

const stages = stageLines(record, CASE, definition);

const outcome: Outcome = {
  title: '云岭市中医院“十五五”发展规划',
  caseId: CASE,
  procedure: { id: definition.id, title: definition.title },
  chapters: 11,
  stages,
  source: { words: { zh: '文稿', en: 'text' }, bytes: 1234 },
  changes: 2,
  check: { same: true, bytes: 1250 },
  tampering: {
    tampered: { bytes: Buffer.alloc(0), place: 7, was: '\n', is: '万' },
    check: { same: false, at: 19, expected: '规划', issued: '规万' },
  },
  word: { files: 44, bytes: 453_117, operations: 12, opinions: 1, isFaithful: true },
  papers: [{ title: '印发通知', name: '印发通知.docx', bytes: Buffer.alloc(17) }],
  refused: [
    { verb: 'issue.publish', rule: 'issue.same-text', said: { zh: '文稿不一致', en: 'another text' } },
  ],
  facts: 1432,
  refusals: 1,
  faults: [],
  seconds: 12.34,
};

function shown(
  of: Outcome,
  language: 'zh' | 'en',
  json = false,
): { readonly lines: string[]; readonly answers: object[] } {
  const lines: string[] = [];
  const answers: object[] = [];
  const out: Out = {
    json,
    language,
    line: (words) => void lines.push(typeof words === 'string' ? words : words[language]),
    progress: () => undefined,
    trouble: () => undefined,
    answer: (value) => void answers.push(value),
    strong: (line) => line,
  };
  report(of, out);
  return { lines, answers };
}

test('a stage is one line with its outcome in the words of its body, its text, its votes and its facts', () => {
  expect(stages).toEqual([
    {
      stage: 'party-committee',
      title: '党委会审议',
      outcome: 'passed',
      outcomeWords: { zh: '研究通过', en: 'passed' },
      text: text.hash,
      note: { zh: '应到9 实到9 赞成7 反对1 弃权1', en: '9 of 9: 7 for, 1 against, 1 abstaining' },
      on: '2026-03-12',
      facts: 4,
    },
    expect.objectContaining({
      stage: 'issue',
      note: { zh: '云市中医〔2026〕12号 签收1/2', en: '云市中医〔2026〕12号, received by 1/2' },
      facts: 5,
    }),
  ]);
});

test('the columns stand below each other although Chinese characters are wide', () => {
  const { lines } = shown(outcome, 'zh');
  const rows = lines.filter((line) => /文稿校验码|abcdef01/.test(line));
  const starts = rows.map((row) => widthOf(row.slice(0, row.search(/文稿校验码|abcdef01/))));
  expect(rows).toHaveLength(3);
  expect(new Set(starts).size).toBe(1);
});

test.each(['zh', 'en'] as const)(
  'in %s it ends with facts, refusals, seconds and the verdict',
  (language) => {
    const last = shown(outcome, language).lines.at(-1);
    expect(last).toBe(
      language === 'zh'
        ? '办理记录1,432条，暂不能办理1次，用时12.3秒：核验通过。'
        : '1,432 facts, 1 refusals, 12.3 seconds: verified.',
    );
  },
);

test('for a program it is one line', () => {
  const { answers } = shown(outcome, 'en', true);
  expect(answers).toEqual([
    expect.objectContaining({
      case: CASE,
      procedure: 'hospital-five-year-plan',
      facts: 1432,
      refusals: 1,
      seconds: 12.3,
      verified: true,
    }),
  ]);
  expect(JSON.stringify(answers[0])).not.toContain('\n');
});

test.each<[string, Partial<Outcome>]>([
  ['the issued text is not the decided one', { check: { same: false, at: 3, expected: '规', issued: '违' } }],
  ['a forged text passes', { tampering: { ...outcome.tampering, check: { same: true, bytes: 9 } } }],
  ['a text reads otherwise in Word', { word: { ...outcome.word, isFaithful: false } }],
  ['the record has a fault', { faults: ['case/x 3: prev: 断链'] }],
])('it is not verified when %s, and says so', (_, difference) => {
  const bad = { ...outcome, ...difference };
  expect(isVerified(bad)).toBe(false);
  expect(shown(bad, 'zh').lines.some((line) => line.includes('✗'))).toBe(true);
  expect(shown(bad, 'zh').lines.at(-1)).toContain('核验未通过');
});

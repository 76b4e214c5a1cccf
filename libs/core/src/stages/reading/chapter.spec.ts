import { CLOCK } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { ALL_SIGNED, assigned, CHAPTER, CHAPTER_STREAM as stream } from '../../testing/countersigned.ts';
import { docx } from '../../testing/contributions.ts';
import { given, treeRefOf, uuid } from '../../testing/given.ts';
import {
  FINANCE,
  head,
  history,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
} from '../../testing/plan-case.ts';
import * as of from '../../testing/readings.ts';
import { chapterMachine, type ChapterState } from '../write/machine.ts';
import { recordSignOff } from '../write/record.ts';
import { signOffChapter } from '../write/sign-off.ts';
import { checkChapterImport } from './check-import.ts';
import { chooseChapterRevisions } from './choose-revisions.ts';
import { confirmChapterText, recordChapterConfirmation } from './confirm-text.ts';
import { readChapter } from './read-text.ts';

const { original, text, says, read, chapterSent } = of;
const office = { as: 'office', person: uuid(0x99), post: uuid(0x98), department: null } as const;
const lead = { as: 'leader', person: uuid(0x77), post: LEAD, department: null } as const;
const elsewhere = {
  happened: '2026-01-11',
  medium: 'paper',
  scan: null,
  book: '收文簿1页',
  checker: null,
} as const;
const base = [assigned(), chapterSent];

const at = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('write', { streams: { write: [stream] } }), [stream]: facts },
    {
      now: '2026-01-12T02:00:00.000Z',
      texts: [of.READ],
      files: [docx],
      definitions: { plan: procedure() },
      actor: office,
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
const clockSays = (facts: readonly Fact[], outcome: Parameters<typeof says>[0], department: string | null) =>
  at(facts, { actor: CLOCK }).when(readChapter, CHAPTER, says(outcome, { department }));

test('a chapter that came as an original is read, or another one is asked for', () => {
  clockSays(base, of.aText, null).then([{ stream, ...read() }]);
  clockSays(base, of.aFailure, null).then([
    {
      stream,
      type: 'ChapterQuarantined',
      data: { text: null, original, cause: 'not-converted', trouble: of.trouble },
    },
  ]);
  clockSays([...base, read()], of.aText, null).then([]);
});

test('what was read is checked, confirmed and signed off; unconfirmed it shows', () => {
  const sign = (facts: readonly Fact[]) =>
    at(facts, { actor: lead }).when(signOffChapter, CHAPTER, { text }).decision;
  const rules = (decision: object) =>
    'notices' in decision && (decision.notices as { rule: string }[]).map(({ rule }) => rule);
  expect(rules(sign([...base, read()]))).toContain('import.confirmed');
  const onPaper = at([...base, read()]).when(recordSignOff, CHAPTER, { text, elsewhere }).decision;
  expect(rules(onPaper)).toContain('import.confirmed');
  const confirmed = [...base, read(), of.confirmed];
  expect(rules(sign(confirmed))).not.toContain('import.confirmed');
  at([...base, read()], { actor: head(MEDICAL) })
    .when(confirmChapterText, CHAPTER, { text })
    .then([{ stream, ...of.confirmed }]);
  expect(
    at([...base, read()])
      .when(recordChapterConfirmation, CHAPTER, { text, elsewhere })
      .types(),
  ).toEqual(['chapter TextConfirmed', 'record RecordEntered']);
  at(base).when(confirmChapterText, CHAPTER, { text }).refused('import.read');
});

test('a check leaves countersigns of what it did not change', () => {
  const signed: readonly Fact[] = [QUALITY, FINANCE].map((department, i) => ({
    type: 'ChapterCountersigned',
    data: { department, text, clauses: [i + 1] },
  }));
  const [, second] = of.READ.nodes;
  const put = { op: 'put', node: second?.id ?? '', text: '建设四个专科。' } as const;
  const checked = at([...base, read(), ...signed]).when(checkChapterImport, CHAPTER, {
    text,
    operations: [put],
  });
  const tree = {
    ...of.READ,
    nodes: of.READ.nodes.map((node) => (node === second ? { ...node, text: put.text } : node)),
  };
  const data = {
    from: text,
    to: treeRefOf(tree),
    operations: 1,
    kept: [{ department: QUALITY, here: [1] }],
  };
  checked.then([{ stream, type: 'ImportChecked', data }]);
  const { context } = fold([...base, read(), ...signed, { type: 'ImportChecked', data }]);
  expect(Object.keys(context.countersigns)).toEqual([QUALITY]);
  at(ALL_SIGNED).when(checkChapterImport, CHAPTER, { text, operations: [] }).refused('import.read');
});

describe('an input of a supporting department', () => {
  const gave: Fact = {
    type: 'ChapterInputGiven',
    data: { department: FINANCE, text: null, original, received: '2026-01-10T02:00:00.000Z', carrier: null },
  };
  const open = [assigned(), gave];

  test('is read', () => {
    clockSays(open, of.aText, FINANCE).then([{ stream, ...read({ department: FINANCE }) }]);
    expect(fold([...open, read({ department: FINANCE })]).context.inputs[FINANCE]).toEqual({
      text,
      original,
    });
    clockSays(open, of.aText, SURGERY).then([]);
  });

  test('that cannot be read counts as not given, as long as another one may come', () => {
    const asked = { original, department: FINANCE, cause: 'not-converted', trouble: of.trouble };
    clockSays(open, of.aFailure, FINANCE).then([{ stream, type: 'TextNotRead', data: asked }]);
    const { context } = fold([...open, { type: 'TextNotRead', data: asked }]);
    expect(context.inputs).toEqual({});
    expect(context.inputReadings[FINANCE]).toMatchObject({ standing: 'unread', trouble: of.trouble });
    clockSays([...open, chapterSent], of.aFailure, FINANCE).then([
      { stream, type: 'TextNotRead', data: { ...asked, cause: null } },
    ]);
  });

  test('with tracked changes is read as its department or the office says', () => {
    const found: Fact = {
      type: 'RevisionsFound',
      data: { original, department: FINANCE, revisions: 3, comments: 1 },
    };
    const choose = (actor: object) =>
      at([...open, found], { actor }).when(chooseChapterRevisions, CHAPTER, {
        take: 'accept',
        department: FINANCE,
      });
    choose(head(FINANCE)).then([
      { stream, type: 'RevisionsChosen', data: { original, department: FINANCE, take: 'accept' } },
    ]);
    choose(office).then([{ stream, type: 'RevisionsChosen' }]);
    choose(head(SURGERY)).refused('import.sender');
  });
});

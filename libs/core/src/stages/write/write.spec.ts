import { CLOCK } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import type { PlannedChapter } from '../../case/case.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import {
  CASE,
  FINANCE,
  head,
  history,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
} from '../../testing/plan-case.ts';
import { chapterRows } from './chapter.ts';
import { chapterFallDue } from './dates.ts';
import { giveInput } from './input.ts';
import { chapterMachine, type ChapterState } from './machine.ts';
import { returnChapter } from './return.ts';
import { signOffChapter } from './sign-off.ts';
import { submitChapter } from './submit.ts';

const ID = uuid(0x41);
const stream = `chapter/${ID}` as const;
const due = '2026-01-15T16:00:00.000Z';
const [draft, other, data1] = ['绩效重点指标\n', '绩效重点指标（改）\n', '财务数据'];
const text = refOf(draft);
const cameIn = { text, original: null, carrier: null };

const assigned = (data: object = {}): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: CASE,
    stage: 'write',
    no: 3,
    title: '绩效重点指标',
    lead: LEAD,
    owners: [MEDICAL, QUALITY],
    writer: MEDICAL,
    support: [FINANCE, SURGERY],
    due,
    ...data,
  },
});
const input = (department: string): Fact => ({
  type: 'ChapterInputGiven',
  data: {
    department,
    text: refOf(data1),
    original: null,
    received: '2025-12-20T02:00:00.000Z',
    carrier: null,
  },
});
const submitted = (data: object = {}): Fact => ({
  type: 'ChapterSubmitted',
  data: { ...cameIn, received: '2026-01-10T02:00:00.000Z', late: false, ...data },
});
const returned: Fact = { type: 'ChapterReturned', data: { text, original: null } };
const signedOff: Fact = { type: 'ChapterSignedOff', data: { text } };

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('write', { streams: { write: [stream] } }), [stream]: facts },
    { texts: [draft, other, data1], actor: head(MEDICAL), definitions: { plan: procedure() }, ...setting },
  );
const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
const owed = (facts: readonly Fact[]) =>
  chapterRows(ID, fold(facts)).obligations.map(({ name, holder }) => [name, holder]);

describe('supporting a chapter', () => {
  const give = (facts: readonly Fact[], department: string, setting: object = {}) =>
    when(facts, { actor: head(department), received: '2025-12-20T02:00:00.000Z', ...setting }).when(
      giveInput,
      ID,
      { text: refOf(data1) },
    );

  test('is received with department and moment, and the last input of a department counts', () => {
    const { data } = input(FINANCE);
    give([assigned()], FINANCE).then([{ stream, type: 'ChapterInputGiven', data }]);
    give([assigned(), input(FINANCE)], FINANCE).then([{ stream, type: 'ChapterInputGiven', data }]);
    const again = { type: 'ChapterInputGiven', data: { ...data, text: refOf(other) } };
    expect(fold([assigned(), input(FINANCE), again]).context.inputs).toEqual({
      [FINANCE]: { text: refOf(other), original: null },
    });
  });

  test('is for the departments that were asked', () => {
    give([assigned()], QUALITY).refused('chapter.support');
    give([assigned()], FINANCE, {
      actor: { as: 'office', person: uuid(9), post: uuid(8), department: null },
    }).refused('chapter.support');
  });

  test('ends when the chapter is handed in, and needs a text that is here', () => {
    give([assigned(), submitted()], FINANCE).refused('chapter.open');
    give([], FINANCE).refused('chapter.open');
    give([assigned()], FINANCE, { texts: [] }).refused('text.known');
  });
});

describe('handing in a chapter', () => {
  const submit = (facts: readonly Fact[], received: string, setting: object = {}) =>
    when(facts, { received, ...setting }).when(submitChapter, ID, { text });
  const entry = (received: string, late: boolean) => [
    { stream, type: 'ChapterSubmitted', data: { ...cameIn, received, late } },
  ];

  test('is in time until 24:00 sharp, and received late with its mark', () => {
    submit([assigned()], due).then(entry(due, false));
    submit([assigned()], '2026-01-15T16:00:00.001Z').then(entry('2026-01-15T16:00:00.001Z', true));
    submit([assigned({ due: null })], '2026-03-01T00:00:00.000Z').then(
      entry('2026-03-01T00:00:00.000Z', false),
    );
  });

  test('shows who of the supporting departments gave nothing', () => {
    expect(submit([assigned(), input(FINANCE)], due).decision).toMatchObject({
      notices: [
        { rule: 'chapter.input', said: { zh: '未见配合部门材料：外科' }, facts: { departments: [SURGERY] } },
      ],
    });
    expect(submit([assigned(), input(FINANCE), input(SURGERY)], due).decision).toMatchObject({ notices: [] });
  });

  test('keeps the judgement of the first arrival when the lead returns it', () => {
    const after = '2026-01-20T02:00:00.000Z';
    submit([assigned(), submitted(), returned], after).then(entry(after, false));
    submit([assigned(), submitted({ late: true }), returned], after).then(entry(after, true));
    expect(fold([assigned(), submitted(), returned, submitted({ received: after })]).context.received).toBe(
      '2026-01-10T02:00:00.000Z',
    );
  });

  test('twice, unasked, or with a text that is not here is refused', () => {
    submit([assigned(), submitted()], due).refused('chapter.open');
    submit([assigned(), submitted(), signedOff], due).refused('chapter.open');
    submit([], due).refused('chapter.open');
    submit([assigned()], due, { texts: [] }).refused('text.known');
  });
});

describe('signing off a chapter', () => {
  const lead = { actor: { as: 'leader', person: uuid(0x77), post: LEAD, department: null } };

  test('accepts the text that was handed in and no other', () => {
    const handedIn = [assigned(), submitted()];
    when(handedIn, lead)
      .when(signOffChapter, ID, { text })
      .then([{ stream, type: 'ChapterSignedOff', data: { text } }]);
    when(handedIn, lead)
      .when(signOffChapter, ID, { text: refOf(other) })
      .refused('chapter.same-text');
    const changed = [assigned(), submitted(), returned, submitted({ text: refOf(other) })];
    when(changed, lead).when(signOffChapter, ID, { text }).refused('chapter.same-text');
  });

  test('before it is handed in, or twice, is refused', () => {
    when([assigned()], lead).when(signOffChapter, ID, { text }).refused('chapter.submitted');
    when([assigned(), submitted(), signedOff], lead)
      .when(signOffChapter, ID, { text })
      .refused('chapter.submitted');
    when([assigned(), submitted(), returned], lead)
      .when(signOffChapter, ID, { text })
      .refused('chapter.submitted');
  });

  test('is no fact for another text, in any log', () => {
    expect(() =>
      fold([assigned(), submitted(), { type: 'ChapterSignedOff', data: { text: refOf(other) } }]),
    ).toThrow();
  });

  test('returning seals the reason under whoever returns it', () => {
    const { decision, then } = when([assigned(), submitted()], lead).when(returnChapter, ID, {
      reason: '指标缺少基期值',
    });
    const data = { ...returned.data, to: MEDICAL, clauses: null, falls: [], due: null };
    then([{ stream, type: 'ChapterReturned', data }]);
    expect('facts' in decision && decision.facts[0]?.sealed).toEqual([
      { subject: uuid(0x77), plain: { reason: '指标缺少基期值' } },
    ]);
    when([assigned()], lead).when(returnChapter, ID, { reason: '缺' }).refused('chapter.submitted');
    when([assigned(), submitted(), signedOff], lead)
      .when(returnChapter, ID, { reason: '缺' })
      .refused('chapter.submitted');
  });
});

describe('the date of a chapter', () => {
  test('falls due while nothing is in, and only then', () => {
    when([assigned()], { actor: CLOCK })
      .when(chapterFallDue, ID, { due })
      .then([
        {
          stream,
          type: 'ChapterFellDue',
          data: { due, escalate: '2026-01-16T00:00:00.000Z', calendar: 'cn-2026' },
        },
      ]);
    when([assigned(), submitted()], { actor: CLOCK }).when(chapterFallDue, ID, { due }).then([]);
    when([assigned({ due: null })], { actor: CLOCK })
      .when(chapterFallDue, ID, { due })
      .then([]);
  });

  test('is a deadline that the first submission settles', () => {
    const open = step(chapterMachine, initial(chapterMachine), assigned());
    expect(open.effects).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'chapter.fall-due' } },
    ]);
    expect(step(chapterMachine, open.state, submitted()).effects).toEqual([
      { type: 'settle', params: { name: 'due' } },
      { type: 'settle', params: { name: 'escalate' } },
    ]);
    expect(step(chapterMachine, initial(chapterMachine), assigned({ due: null })).effects).toEqual([]);
  });
});

describe('what is owed for a chapter', () => {
  test('goes from the writer and the supporters to the lead to nobody', () => {
    const writer = ['submit', `department-head@${MEDICAL}`];
    const of = (department: string) => [`input:${department}`, `department-head@${department}`];
    expect(owed([assigned()])).toEqual([writer, of(FINANCE), of(SURGERY)]);
    expect(owed([assigned(), input(FINANCE)])).toEqual([writer, of(SURGERY)]);
    expect(owed([assigned(), input(FINANCE), submitted()])).toEqual([['sign-off', `post:${LEAD}`]]);
    expect(owed([assigned(), input(FINANCE), submitted(), returned])).toEqual([writer]);
    expect(owed([assigned(), submitted(), signedOff])).toEqual([]);
    expect(chapterRows(ID, fold([assigned()])).item).toMatchObject({
      status: 'open',
      no: 3,
      department: MEDICAL,
      due,
      label: '绩效重点指标',
    });
  });
});

describe('the writing stage', () => {
  const chapter = (no: number, plan: Partial<PlannedChapter> = {}): PlannedChapter => ({
    no,
    title: `第${no}章`,
    lead: LEAD,
    owners: [MEDICAL],
    writer: MEDICAL,
    support: [],
    ...plan,
  });
  const entering = (chapters: readonly PlannedChapter[]) => {
    const { decision } = given(history('collect', { chapters, dates: { write: due } }), {
      definitions: { plan: procedure() },
    }).when(advanceCase, CASE, { stage: 'collect' });
    return 'facts' in decision
      ? decision.facts.filter(({ fact }) => fact.type === 'ChapterAssigned').map(({ fact }) => fact.data)
      : [];
  };

  test('assigns every planned chapter by the date of the stage', () => {
    expect(entering([chapter(1), chapter(2)])).toMatchObject([
      { no: 1, title: '第1章', lead: LEAD, writer: MEDICAL, due, case: CASE, stage: 'write' },
      { no: 2, title: '第2章' },
    ]);
  });

  test('gives every chapter a stream of its own, also where two have the same number', () => {
    const { decision } = given(history('collect', { chapters: [chapter(0), chapter(0)] }), {
      definitions: { plan: procedure() },
    }).when(advanceCase, CASE, { stage: 'collect' });
    const streams = 'facts' in decision ? decision.facts.slice(2).map(({ stream: name }) => name) : [];
    expect(new Set(streams).size).toBe(2);
  });

  test('expands 各职能科室 to the departments of the day, each once and none that owns the chapter', () => {
    const [one] = entering([chapter(1, { owners: [MEDICAL], support: [SURGERY, '*functional', FINANCE] })]);
    expect(one).toMatchObject({ support: [SURGERY, QUALITY, FINANCE] });
  });

  test('ends when all are signed off, and names those that are not in the order of the plan', () => {
    const [first, second] = [uuid(0x51), uuid(0x52)];
    const leave = (...of: readonly (readonly Fact[])[]) =>
      given(
        {
          ...history('write', { streams: { write: [`chapter/${first}`, `chapter/${second}`] } }),
          [`chapter/${first}`]: of[0] ?? [],
          [`chapter/${second}`]: of[1] ?? [],
        },
        { definitions: { plan: procedure() } },
      ).when(advanceCase, CASE, { stage: 'write' });
    const done = (no: number) => [assigned({ no, title: `第${no}章` }), submitted(), signedOff];
    expect(leave(done(2), done(1)).types()[0]).toBe('case StageClosed');
    const held = leave(
      [assigned({ no: 2, title: '第2章' }), submitted()],
      [assigned({ no: 1, title: '第1章' })],
    );
    held.refused('write.complete');
    expect(held.decision).toMatchObject({
      refusal: { because: 'rule', facts: { missing: [1, 2] } },
    });
  });
});

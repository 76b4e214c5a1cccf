import { CLOCK } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import type { PlannedChapter } from '../../case/case.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, uuid } from '../../testing/given.ts';
import {
  CASE,
  FINANCE,
  history,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
} from '../../testing/plan-case.ts';
import {
  assigned,
  due,
  fold,
  ID,
  input,
  owed,
  returned,
  signedOff,
  stream,
  submitted,
  when,
} from '../../testing/written-chapter.ts';
import { chapterRows } from './chapter.ts';
import { chapterFallDue } from './dates.ts';
import { chapterMachine } from './machine.ts';

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

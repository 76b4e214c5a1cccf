import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  ALL_SIGNED,
  assigned,
  CHANGED,
  CHAPTER,
  CHAPTER_STREAM as stream,
  countersigned,
  DRAFT,
  MEDDLED,
  submitted,
} from '../../testing/countersigned.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import {
  FINANCE,
  head,
  history,
  LEAD,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../../testing/plan-case.ts';
import { chapterRows } from './chapter.ts';
import { countersignChapter, recordCountersign } from './countersign.ts';
import { chapterMachine, type ChapterState } from './machine.ts';
import { recordChapter, recordSignOff } from './record.ts';
import { signOffChapter } from './sign-off.ts';
import { submitChapter } from './submit.ts';

const text = refOf(DRAFT);
const lead = { as: 'leader', person: uuid(0x77), post: LEAD, department: null } as const;
const office = { as: 'office', person: uuid(0x99), post: uuid(0x98), department: null } as const;
const asked = (effect: string) => ({
  countersigning: { departments: [QUALITY, FINANCE, SURGERY], effect, keep: 'unchanged' },
});

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    { ...history('write', { streams: { write: [stream] } }), [stream]: facts },
    {
      now: '2026-01-12T02:00:00.000Z',
      texts: [DRAFT, CHANGED, MEDDLED],
      definitions: { plan: procedure() },
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
const owed = (facts: readonly Fact[]) =>
  chapterRows(CHAPTER, fold(facts)).obligations.map(({ name }) => name);
const sign = (facts: readonly Fact[], department: string, body: object = {}) =>
  when(facts, { actor: head(department) }).when(countersignChapter, CHAPTER, { text, ...body });

describe('countersigning', () => {
  test('is owed by each that is asked while it is handed in, beside the sign-off', () => {
    expect(owed([assigned(), submitted()])).toEqual([
      `countersign:${QUALITY}`,
      `countersign:${FINANCE}`,
      `countersign:${SURGERY}`,
      'sign-off',
    ]);
    expect(owed(ALL_SIGNED)).toEqual(['sign-off']);
  });

  test('cites the text that was read, the whole of it or clauses in their order', () => {
    const facts = [assigned(), submitted()];
    sign(facts, FINANCE).then([
      { stream, type: 'ChapterCountersigned', data: { department: FINANCE, text, clauses: null } },
    ]);
    sign(facts, FINANCE, { clauses: [6, 3, 6] }).then([
      { stream, type: 'ChapterCountersigned', data: { department: FINANCE, text, clauses: [3, 6] } },
    ]);
    sign(facts, FINANCE, { text: refOf(CHANGED) }).refused('chapter.same-text');
    sign(facts, FINANCE, { clauses: [7] }).refused('chapter.clauses');
  });

  test('is for those who are asked, once, and not for whoever handed it in', () => {
    const facts = [assigned(), submitted()];
    sign(facts, UNION).refused('chapter.countersigner');
    sign([assigned(asked('warn')), submitted()], MEDICAL).refused('chapter.countersigner');
    const back = { type: 'ChapterReturned', data: { text, original: null, to: QUALITY, falls: [] } };
    sign([...facts, back, submitted()], QUALITY).refused('chapter.countersigner');
    sign([...facts, countersigned(FINANCE, null)], FINANCE).refused('chapter.countersign-once');
    sign([assigned()], FINANCE).refused('chapter.submitted');
    sign([assigned(), submitted(DRAFT, { text: null })], FINANCE).refused('chapter.text');
  });

  test('is no fact for another text or a second one, in any log', () => {
    expect(() => fold([...ALL_SIGNED, countersigned(FINANCE, null)])).toThrow();
    expect(() => fold([assigned(), submitted(CHANGED), countersigned(FINANCE, null)])).toThrow();
  });

  test('on paper stands in the name of the department’s head, and shows that nobody was known to be it', () => {
    const elsewhere = {
      happened: '2026-01-11',
      medium: 'paper',
      scan: null,
      book: '会签单1',
      checker: null,
    } as const;
    const decision = when([assigned(), submitted()], { actor: office }).when(recordCountersign, CHAPTER, {
      department: FINANCE,
      text,
      clauses: [6],
      elsewhere,
    });
    expect(decision.types()).toEqual(['chapter ChapterCountersigned', 'record RecordEntered']);
    expect(decision.decision).toMatchObject({ notices: [{ rule: 'record.holder' }] });
  });
});

describe('a sign-off while a countersign is missing', () => {
  const facts = (effect: string) => [assigned(asked(effect)), submitted(), countersigned(FINANCE, null)];
  const signOff = (effect: string) =>
    when(facts(effect), { actor: lead }).when(signOffChapter, CHAPTER, { text });

  test('is refused, shows or is not looked at, as the stage weighs it', () => {
    signOff('block').refused('chapter.countersigned');
    expect(signOff('block').decision).toMatchObject({
      refusal: { facts: { departments: [QUALITY, SURGERY] }, basis: expect.any(String) },
    });
    expect(signOff('warn').decision).toMatchObject({
      notices: [{ rule: 'chapter.countersigned', said: { zh: '尚未会签的科室：质控科、外科' } }],
    });
    expect(signOff('off').decision).toMatchObject({ notices: [] });
  });

  test('does not wait on the list of the lead where it would be refused', () => {
    expect(owed(facts('block'))).toEqual([`countersign:${QUALITY}`, `countersign:${SURGERY}`]);
    expect(owed(facts('warn'))).toContain('sign-off');
  });

  test('on paper is never refused for it, and holds the next step where it would have been', () => {
    const elsewhere = {
      happened: '2026-01-11',
      medium: 'paper',
      scan: null,
      book: '送签单1',
      checker: null,
    } as const;
    const recorded = (effect: string) =>
      when(facts(effect), { actor: office }).when(recordSignOff, CHAPTER, { text, elsewhere });
    expect(recorded('block').types()).toContain('case StepHeld');
    expect(recorded('warn').types()).not.toContain('case StepHeld');
  });
});

test('what was sent back is called so until it is handed in again', () => {
  const back: Fact = { type: 'ChapterReturned', data: { text, original: null, to: MEDICAL, falls: [] } };
  const status = (facts: readonly Fact[]) => chapterRows(CHAPTER, fold(facts)).item?.status;
  expect(status([assigned()])).toBe('open');
  expect(status([assigned(), submitted(), back])).toBe('sent-back');
  expect(status([assigned(), submitted(), back, submitted()])).toBe('submitted');
});

describe('a new text', () => {
  const back = (falls: readonly string[]): Fact => ({
    type: 'ChapterReturned',
    data: { text, original: null, to: MEDICAL, clauses: [2, 3], falls },
  });
  const submit = (content: string, facts = [...ALL_SIGNED, back([FINANCE, QUALITY])]) =>
    when(facts, { actor: head(MEDICAL) }).when(submitChapter, CHAPTER, { text: refOf(content) });
  const kept = (content: string, facts?: Fact[]) => {
    const { decision } = submit(content, facts);
    return 'facts' in decision && decision.facts[0]?.fact.data;
  };

  test('lets stand what cites clauses that it has unchanged, at their new place', () => {
    expect(kept(CHANGED)).toMatchObject({ kept: [{ department: SURGERY, here: [6] }] });
    expect(kept(DRAFT)).toMatchObject({ kept: [{ department: SURGERY, here: [5] }] });
  });

  test('asks again whoever it touches', () => {
    expect(kept(MEDDLED)).toMatchObject({ kept: [] });
    const after = [...ALL_SIGNED, back([FINANCE, QUALITY]), submitted(MEDDLED, { kept: [] })];
    expect(owed(after)).toContain(`countersign:${SURGERY}`);
  });

  test('takes away what is about the whole text, unless it is the same', () => {
    const whole = [assigned(), submitted(), countersigned(FINANCE, null), back([])];
    expect(kept(CHANGED, whole)).toMatchObject({ kept: [] });
    expect(kept(DRAFT, whole)).toMatchObject({ kept: [{ department: FINANCE, here: null }] });
  });

  test('that the office enters is judged in the same way', () => {
    const elsewhere = {
      happened: '2026-01-11',
      medium: 'paper',
      scan: null,
      book: '收文簿1',
      checker: null,
    } as const;
    const { decision } = when([...ALL_SIGNED, back([FINANCE, QUALITY])], { actor: office }).when(
      recordChapter,
      CHAPTER,
      { text: refOf(CHANGED), carrier: 'paper', elsewhere },
    );
    expect('facts' in decision && decision.facts[0]?.fact.data).toMatchObject({
      kept: [{ department: SURGERY, here: [6] }],
    });
  });

  test('says nothing of countersigns where there were none', () => {
    expect(kept(DRAFT, [assigned()])).not.toHaveProperty('kept');
  });
});

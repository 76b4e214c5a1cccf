import type { Fact } from '../stream.ts';
import { recordReturn, returnChapter } from '../stages/write/return.ts';
import {
  ALL_SIGNED,
  assigned,
  CHAPTER,
  CHAPTER_STREAM as stream,
  countersigned,
  DRAFT,
  submitted,
} from '../testing/countersigned.ts';
import { given, refOf, uuid } from '../testing/given.ts';
import { FINANCE, history, LEAD, procedure, QUALITY, SURGERY } from '../testing/plan-case.ts';
import type { Command } from '../decider.ts';
import { effectsOfReturn, returningNeeds, type Returning, type Target } from './returning.ts';
import { sayJudged } from './words.ts';

const lead = { as: 'leader', person: uuid(0x77), post: LEAD, department: null } as const;
const text = refOf(DRAFT);
const setting = {
  now: '2026-01-12T02:00:00.000Z',
  actor: lead,
  texts: [DRAFT],
  definitions: { plan: procedure() },
};
const when = (facts: readonly Fact[]) =>
  given({ ...history('write', { streams: { write: [stream] } }), [stream]: facts }, setting);

/** The preview, asked as a command that records nothing. */
function preview(facts: readonly Fact[], back: Partial<Extract<Target, { kind: 'chapter' }>['back']> = {}) {
  const target: Target = { kind: 'chapter', back: { chapter: CHAPTER, to: null, clauses: null, ...back } };
  let seen: Returning | undefined;
  const words: string[] = [];
  const asking: Command<'chapter', object> = {
    verb: 'chapter.preview',
    on: 'chapter',
    needs: (known) => returningNeeds(known, target),
    decide(known) {
      const returning = effectsOfReturn(known, target);
      if ('refusal' in returning) return returning;
      seen = returning;
      words.push(
        ...[...returning.effects.falls, ...returning.effects.stands].map(
          (each) => sayJudged(known, each, new Map()).zh,
        ),
      );
      return { facts: [] };
    },
  };
  const { decision } = when(facts).when(asking, CHAPTER, {});
  if (!seen) throw new Error(JSON.stringify(decision));
  return { ...seen, words };
}

const short = (judged: Returning['effects']['falls']) =>
  judged.map(({ approval, because }) => ['department' in approval ? approval.department : '', because]);

describe('what a return would do', () => {
  test('citing clauses, it leaves alone what is about others', () => {
    const { effects } = preview(ALL_SIGNED, { to: QUALITY, clauses: [3, 2] });
    expect(short(effects.falls)).toEqual([
      [FINANCE, 'cited'],
      [QUALITY, 'rewrites'],
    ]);
    expect(short(effects.stands)).toEqual([[SURGERY, 'untouched']]);
    expect(effects.closes.map(({ name }) => name)).toEqual(['sign-off']);
    expect(effects.opens.map(({ name, holder }) => [name, holder])).toEqual([
      ['submit', `department-head@${QUALITY}`],
    ]);
    expect(effects.told).toEqual([`department-head@${QUALITY}`]);
    expect(effects.restarts).toEqual([]);
  });

  test('citing nothing, it takes everything that was signed, and no input', () => {
    const given = {
      type: 'ChapterInputGiven',
      data: { department: SURGERY, text, original: null, received: '2026-01-01T02:00:00.000Z' },
    };
    const [first, ...others] = ALL_SIGNED;
    const { effects, words } = preview([first ?? given, given, ...others]);
    expect(short(effects.falls)).toEqual([
      [SURGERY, 'whole'],
      [FINANCE, 'whole'],
      [QUALITY, 'whole'],
    ]);
    expect(short(effects.stands)).toEqual([[SURGERY, 'given']]);
    expect(words).toContain('外科的会签失效：针对全文');
    expect(words).toContain('外科的配合材料保留：无须重新提供');
  });

  test('keeps nothing where the procedure says so', () => {
    const countersigning = { departments: [SURGERY], effect: 'warn', keep: 'nothing' };
    const facts = [assigned({ countersigning }), submitted(), countersigned(SURGERY, [5])];
    expect(short(preview(facts, { clauses: [2] }).effects.falls)).toEqual([[SURGERY, 'policy']]);
  });

  test('closes what was half done', () => {
    const { effects } = preview([assigned(), submitted(), countersigned(SURGERY, [5])], { clauses: [2] });
    expect(effects.closes.map(({ name }) => name)).toEqual([
      `countersign:${QUALITY}`,
      `countersign:${FINANCE}`,
      'sign-off',
    ]);
  });

  test('starts the clock again where the procedure gives days for it', () => {
    const { effects } = preview([assigned({ returnDays: 3 }), submitted()]);
    expect(effects.restarts).toEqual([
      { stream, name: 'due', from: '2026-01-12', due: '2026-01-15T16:00:00.000Z' },
    ]);
    const { decision } = when([assigned({ returnDays: 3 }), submitted()]).when(returnChapter, CHAPTER, {
      reason: '口径不一致',
    });
    const fact = 'facts' in decision ? decision.facts[0]?.fact : undefined;
    expect(fact?.data).toMatchObject({
      due: '2026-01-15T16:00:00.000Z',
      why: [
        { how: 'counted', from: '2026-01-12', n: 3, unit: 'working', calendar: 'cn-2026', estimated: false },
        { how: 'returned', day: '2026-01-15' },
      ],
    });
  });
});

describe('returning', () => {
  const give = (body: object, facts = ALL_SIGNED) =>
    when(facts).when(returnChapter, CHAPTER, { reason: '口径不一致', ...body });
  const what = { to: QUALITY, clauses: [2, 3] };

  test('commits exactly what the preview says, in one append', () => {
    const { facts, digest } = preview(ALL_SIGNED, what);
    give({ ...what, preview: digest }).then(facts.map(({ stream: of, fact }) => ({ stream: of, ...fact })));
    give(what).then([
      {
        stream,
        type: 'ChapterReturned',
        data: { text, original: null, to: QUALITY, clauses: [2, 3], falls: [FINANCE, QUALITY], due: null },
      },
    ]);
  });

  test('is refused with the new preview when things have moved since', () => {
    const { digest } = preview([assigned(), submitted()], what);
    give({ ...what, preview: digest }).refused('return.preview');
    const { digest: now } = preview(ALL_SIGNED, what);
    expect(give({ ...what, preview: digest }).decision).toMatchObject({
      refusal: { facts: { preview: now, effects: { stands: [{ approval: { department: SURGERY } }] } } },
    });
  });

  test('goes to an owner, and cites clauses that are there', () => {
    give({ to: SURGERY }).refused('chapter.return-to');
    give({ clauses: [6, 7] }).refused('chapter.clauses');
    give({ clauses: [1] }, [assigned(), submitted(DRAFT, { text: null })]).refused('chapter.clauses');
    give({}, [assigned()]).refused('chapter.submitted');
  });

  test('on paper does the same', () => {
    const office = { as: 'office', person: uuid(0x99), post: uuid(0x98), department: null } as const;
    const elsewhere = {
      happened: '2026-01-11',
      medium: 'telephone',
      scan: null,
      book: null,
      checker: null,
    } as const;
    const { decision } = given(
      { ...history('write', { streams: { write: [stream] } }), [stream]: ALL_SIGNED },
      { ...setting, actor: office },
    ).when(recordReturn, CHAPTER, { reason: '口径不一致', ...what, elsewhere });
    const [same] = preview(ALL_SIGNED, what).facts;
    expect('facts' in decision && decision.facts[0]?.fact).toEqual(same?.fact);
  });

  test('twice: what stood through the first falls only when the second cites it', () => {
    const first = [
      ...ALL_SIGNED,
      { type: 'ChapterReturned', data: { text, original: null, ...what, falls: [FINANCE, QUALITY] } },
      submitted(DRAFT, { kept: [{ department: SURGERY, here: [5] }] }),
    ];
    expect(short(preview(first, { clauses: [2] }).effects.stands)).toEqual([[SURGERY, 'untouched']]);
    expect(short(preview(first, { clauses: [5] }).effects.falls)).toEqual([[SURGERY, 'cited']]);
  });
});

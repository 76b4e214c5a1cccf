import fc from 'fast-check';
import type { Capacity } from '../capacity.ts';
import { assigned, CHAPTER } from '../testing/countersigned.ts';
import { capacityOf, ChapterWorld } from '../testing/chapter-world.ts';
import { uuid } from '../testing/given.ts';
import { FINANCE, head, LEAD, MEDICAL, QUALITY, SURGERY } from '../testing/plan-case.ts';
import { capacitiesOf, holdings } from '../policy/capacities.ts';
import type { Fact } from '../stream.ts';
import { effectsOfReturn, type Returning } from './returning.ts';

const CLAUSES = 6;
const lead: Capacity = { as: 'leader', person: uuid(0x77), post: LEAD, department: null };

/** A text of six clauses, each as often rewritten as the number says. */
const textOf = (versions: readonly number[]): string =>
  versions.map((version, i) => `第${i + 1}条${'改'.repeat(version)}\n`).join('');

interface Act {
  readonly verb: 'submit' | 'countersign' | 'return' | 'sign-off' | 'give-input' | 'withdraw' | 'quarantine';
  readonly who: string;
  readonly to: string | undefined;
  readonly clauses: readonly number[] | undefined;
  /** Which clauses a text that is handed in has rewritten since the one before. */
  readonly rewrites: readonly number[];
  readonly previewed: boolean;
}

const department = fc.constantFrom(MEDICAL, QUALITY, FINANCE, SURGERY);
const clauses = fc.option(
  fc.uniqueArray(fc.integer({ min: 1, max: CLAUSES }), { minLength: 1, maxLength: 3 }),
  {
    nil: undefined,
  },
);
const act: fc.Arbitrary<Act> = fc.record({
  verb: fc.oneof(
    { weight: 4, arbitrary: fc.constant('submit' as const) },
    { weight: 5, arbitrary: fc.constant('countersign' as const) },
    { weight: 4, arbitrary: fc.constant('return' as const) },
    { weight: 1, arbitrary: fc.constantFrom('sign-off', 'give-input', 'withdraw', 'quarantine') },
  ),
  who: department,
  to: fc.option(fc.constantFrom(MEDICAL, QUALITY), { nil: undefined }),
  clauses,
  rewrites: fc.uniqueArray(fc.integer({ min: 1, max: CLAUSES }), { maxLength: 2 }),
  previewed: fc.boolean(),
});

/** Procedures: who countersigns, what that weighs, what a return leaves, whether the clock runs again. */
const procedures = fc.record({
  departments: fc.subarray([QUALITY, MEDICAL, FINANCE, SURGERY]),
  effect: fc.constantFrom('block', 'warn', 'off'),
  keep: fc.constantFrom('unchanged', 'unchanged', 'nothing'),
  returnDays: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
});

/** Who does what no department does. */
const BY: { readonly [verb: string]: Capacity } = { 'sign-off': lead, quarantine: capacityOf('office') };

class Run {
  readonly world: ChapterWorld;
  private versions: readonly number[] = Array.from({ length: CLAUSES }, () => 0);
  /** The clauses that each department signed, with how often they had been rewritten by then. */
  private readonly signed = new Map<string, readonly (readonly [clause: number, version: number])[]>();
  /** What stood through the last return, and of which text, until something is handed in. */
  private stood: { readonly text: string; readonly departments: readonly string[] } | null = null;

  constructor({ returnDays, ...countersigning }: { readonly returnDays: number | undefined }) {
    this.world = new ChapterWorld(assigned({ countersigning, ...(returnDays ? { returnDays } : {}) }));
  }

  /** Attempts an act; whether it was carried out. */
  attempt({ verb, who, ...what }: Act): boolean {
    if (verb === 'submit') return this.submit(this.world.chapter.context.desk, what.rewrites);
    if (verb === 'return') return this.giveBack(what);
    const done = this.carried(`chapter.${verb}`, BY[verb] ?? head(who), this.bodyOf(verb, what.clauses));
    if (done && verb === 'withdraw') this.stood = null;
    if (done && verb === 'countersign') this.signed.set(who, this.seen(what.clauses));
    return done;
  }

  private bodyOf(verb: Exclude<Act['verb'], 'submit' | 'return'>, cited: Act['clauses']): object {
    const text = this.world.chapter.context.text ?? this.world.keep('空');
    const bodies = {
      countersign: { text, ...(cited ? { clauses: cited } : {}) },
      'sign-off': { text },
      'give-input': { text },
      withdraw: {},
      quarantine: { cause: 'unreadable' },
    };
    return bodies[verb];
  }

  private seen = (cited: readonly number[] = this.versions.map((_, i) => i + 1)) =>
    cited.map((no) => [no, this.versions[no - 1] ?? 0] as const);

  /** What a text lets stand, told from how often each clause was rewritten and not from its words. */
  private unchanged = (departments: readonly string[], versions: readonly number[]): readonly string[] =>
    departments.filter((each) =>
      this.signed.get(each)?.every(([no, version]) => versions[no - 1] === version),
    );

  private submit(who: string, rewrites: readonly number[]): boolean {
    const versions = this.versions.map((version, i) => (rewrites.includes(i + 1) ? version + 1 : version));
    const text = this.world.keep(textOf(versions));
    const { countersigns: before, desk } = this.world.chapter.context;
    const others = Object.keys(before).filter((each) => each !== desk);
    if (!this.carried('chapter.submit', head(who), { text })) return false;
    this.versions = versions;
    const { countersigns } = this.world.chapter.context;
    expect(Object.keys(countersigns)).toEqual(this.unchanged(others, versions));
    if (this.stood?.text === text.hash)
      expect(Object.keys(this.world.chapter.context.countersigns).toSorted()).toEqual(this.stood.departments);
    this.stood = null;
    return true;
  }

  private giveBack({ to, clauses: cited, previewed }: Pick<Act, 'to' | 'clauses' | 'previewed'>): boolean {
    const given = this.world.given(lead);
    const back = { chapter: CHAPTER, to: to ?? null, clauses: cited ?? null };
    const preview = effectsOfReturn(given, { kind: 'chapter', back });
    const before = this.owing();
    if ('refusal' in preview) return false;
    const digest = previewed ? preview.digest : undefined;
    if (!this.carried('chapter.return', lead, { reason: '修改', to, clauses: cited, preview: digest }))
      return false;
    this.isAsPreviewed(preview, before);
    return true;
  }

  /** The consequences that were shown are those that came. */
  private isAsPreviewed({ effects, facts }: Returning, before: readonly string[]): void {
    const after = this.owing();
    const names = (rows: Returning['effects']['opens']) =>
      rows.map(({ holder, name }) => `${holder} ${name}`);
    expect(names(effects.closes)).toEqual(before.filter((row) => !after.includes(row)));
    expect(names(effects.opens)).toEqual(after.filter((row) => !before.includes(row)));
    expect(this.world.facts.at(-1)?.fact).toEqual(facts[0]?.fact);
    const { text, countersigns } = this.world.chapter.context;
    const standing = effects.stands.flatMap(({ approval }) =>
      approval.of === 'countersign' ? [approval.department] : [],
    );
    expect(Object.keys(countersigns).toSorted()).toEqual(standing.toSorted());
    this.stood = { text: text?.hash ?? '', departments: standing.toSorted() };
  }

  private owing = (): readonly string[] => this.world.owed.map(({ holder, name }) => `${holder} ${name}`);

  private carried(verb: string, by: Capacity, body: object): boolean {
    const done = 'facts' in this.world.does(verb, by, body);
    this.isSound();
    return done;
  }

  /** Always an obligation or the end, none twice, and none that whoever holds it could not settle. */
  private isSound(): void {
    const { chapter, owed } = this.world;
    expect(owed.length > 0).toBe(!chapter.matches('accepted'));
    expect(new Set(owed.map(({ holder }) => holder)).size).toBe(owed.length);
    expect(owed.filter(({ verb, holder }) => !this.world.may(verb, capacityOf(holder)))).toEqual([]);
    const { countersigns, text } = chapter.context;
    const asked = owed.flatMap(({ name }) => (name.startsWith('countersign:') ? [name.slice(12)] : []));
    expect(asked.filter((each) => each in countersigns)).toEqual([]);
    expect(text === null && chapter.matches('submitted')).toBe(false);
  }

  /** Everybody does what is on their list until nothing is. */
  finish(): number {
    for (let steps = 0; steps < 40; steps++) {
      const [next] = this.world.owed.filter(({ verb }) => verb !== 'chapter.give-input');
      if (!next) return steps;
      const who = capacityOf(next.holder).department ?? '';
      const verb = next.verb.slice('chapter.'.length) as Act['verb'];
      const done = this.attempt({ ...NO_ACT, verb, who });
      if (!done) throw new Error(`${next.holder} cannot ${next.verb}`);
    }
    throw new Error('it never ends');
  }
}

const NO_ACT = { to: undefined, clauses: undefined, rewrites: [], previewed: false };

test('random procedures and histories: an obligation or the end, none twice, none an orphan, and it always ends', () => {
  let returned = 0;
  fc.assert(
    fc.property(procedures, fc.array(act, { minLength: 5, maxLength: 30 }), (how, acts) => {
      const run = new Run(how);
      for (const each of acts) if (run.attempt(each) && each.verb === 'return') returned++;
      run.finish();
      expect(run.world.chapter.value).toBe('accepted');
    }),
    { numRuns: 300 },
  );
  expect(returned).toBeGreaterThan(100);
});

/** What everybody of S3 means to do; each waits for its time, and whose time never comes gives it up. */
const S3: readonly Act[] = [
  { ...NO_ACT, verb: 'submit', who: MEDICAL },
  { ...NO_ACT, verb: 'countersign', who: SURGERY, clauses: [5] },
  { ...NO_ACT, verb: 'countersign', who: FINANCE, clauses: [2, 6] },
  { ...NO_ACT, verb: 'countersign', who: QUALITY },
  { ...NO_ACT, verb: 'return', who: '', to: QUALITY, clauses: [2, 3], previewed: true },
  { ...NO_ACT, verb: 'submit', who: QUALITY, rewrites: [2, 3] },
  { ...NO_ACT, verb: 'countersign', who: FINANCE, clauses: [2] },
  { ...NO_ACT, verb: 'return', who: '', to: MEDICAL, previewed: true },
  { ...NO_ACT, verb: 'submit', who: MEDICAL, rewrites: [1] },
  { ...NO_ACT, verb: 'countersign', who: SURGERY },
];

test('the returner leaves office: the chapter comes back to whoever holds the post then', () => {
  const [former, successor] = [uuid(0x71), uuid(0x72)];
  const filled = (person: string, from: string): Fact => ({
    type: 'PostFilled',
    data: { post: LEAD, person, from },
  });
  const world = new ChapterWorld(assigned(), [
    filled(former, '2025-01-01T00:00:00.000Z'),
    { type: 'PostVacated', data: { post: LEAD, person: former, until: '2026-01-10T00:00:00.000Z' } },
    filled(successor, '2026-01-11T00:00:00.000Z'),
  ]);
  const text = world.keep(textOf([0, 0]));
  world.does('chapter.submit', head(MEDICAL), { text });
  world.does('chapter.return', { ...lead, person: former }, { reason: '修改' });
  world.does('chapter.submit', head(MEDICAL), { text });
  expect(world.owed.at(-1)).toMatchObject({ verb: 'chapter.sign-off', holder: `post:${LEAD}` });
  const { org } = world.given(lead);
  expect(holdings(org, capacitiesOf(org, successor))).toContain(`post:${LEAD}`);
  expect(holdings(org, capacitiesOf(org, former))).toEqual([]);
});

test('S3 in 200 orders of its concurrent acts: no obligation is an orphan or doubled, and the chapter is signed off', () => {
  const countersigning = {
    departments: [MEDICAL, QUALITY, FINANCE, SURGERY],
    effect: 'warn',
    keep: 'unchanged',
    returnDays: undefined,
  };
  const orders = fc.shuffledSubarray([...S3], { minLength: S3.length });
  const ends = new Set<string>();
  fc.assert(
    fc.property(orders, (order) => {
      const run = new Run(countersigning);
      let waiting: readonly Act[] = order;
      for (let before = -1; before !== waiting.length;) {
        before = waiting.length;
        waiting = waiting.filter((each) => !run.attempt(each));
      }
      run.finish();
      expect(run.world.chapter.value).toBe('accepted');
      ends.add(run.world.facts.map(({ fact }) => fact.type).join());
    }),
    { numRuns: 200 },
  );
  expect(ends.size).toBeGreaterThan(20);
});

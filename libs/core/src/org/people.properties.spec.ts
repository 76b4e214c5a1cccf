import fc from 'fast-check';
import { CLOCK, type Capacity } from '../capacity.ts';
import type { Command, Decision, Known } from '../decider.ts';
import { ACTING } from '../policy/policy.ts';
import { capacitiesOf } from '../policy/capacities.ts';
import { permit } from '../policy/permit.ts';
import type { Fact } from '../stream.ts';
import { given, INSTITUTION } from '../testing/given.ts';
import {
  ADMIN,
  asking,
  department,
  filled,
  house,
  HOUSE,
  knownOf,
  made,
  person,
  post,
} from '../testing/house.ts';
import { appointActing } from './appoint-acting.ts';
import { delegate } from './delegation.ts';
import { heirOf } from './departments.ts';
import { orgFallDue } from './fall-due.ts';
import type { OrgState } from './org.ts';
import { fillPost, renewTerm, vacatePost } from './posts.ts';
import { closeDepartment, mergeDepartments, splitDepartment } from './reorganise.ts';

const [POSTS, PEOPLE, DAYS] = [2, 3, 24];
const dayNo = (n: number): string => `2026-03-${String(n + 1).padStart(2, '0')}`;
const startNo = (n: number): string => new Date(Date.parse(`${dayNo(n)}T00:00:00.000+08:00`)).toISOString();

const aPost = fc.integer({ min: 1, max: POSTS }).map(post);
const aPerson = fc.integer({ min: 1, max: PEOPLE }).map(person);
/** Days from the one on which it is asked. */
const ahead = fc.integer({ min: 0, max: 3 });
const aDepartment = fc.integer({ min: 1, max: 4 }).map(department);
const newOnes = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 2, maxLength: 3 });

/** What is asked on a day, by the administrator or by the holder of the post that it is about. */
interface Ask {
  readonly command: Command<'org', never>;
  readonly who: 'admin' | 'holder';
  body(day: number): object;
}
const ask = <B>(
  command: Command<'org', B>,
  body: (day: number) => B & object,
  who: Ask['who'] = 'admin',
): Ask => ({
  command,
  body,
  who,
});
const appointments = fc.oneof(
  fc
    .tuple(aPost, aPerson, ahead)
    .map(([of, who, in_]) => ask(fillPost, (day) => ({ post: of, person: who, on: dayNo(day + in_) }))),
  fc.tuple(aPost, ahead).map(([of, in_]) => ask(vacatePost, (day) => ({ post: of, on: dayNo(day + in_) }))),
  fc.tuple(aPost, ahead).map(([of, in_]) => ask(renewTerm, (day) => ({ post: of, until: dayNo(day + in_) }))),
  fc
    .tuple(aPost, aPerson, ahead)
    .map(([of, who, in_]) =>
      ask(appointActing, (day) => ({ post: of, by: { person: who }, until: dayNo(day + in_) })),
    ),
  fc.tuple(aPost, aPost).map(([of, by]) => ask(appointActing, () => ({ post: of, by: { post: by } }))),
  fc
    .tuple(aPost, aPerson, fc.integer({ min: 1, max: 15 }))
    .map(([of, to, in_]) =>
      ask(
        delegate,
        (day) => ({ post: of, to, until: dayNo(Math.min(day + in_, 30)), scope: SCOPE, stays: [] }),
        'holder',
      ),
    ),
);
const SCOPE = { harmless: true, verbs: ['chapter.sign-off'], within: null };
const reorganisings = fc.oneof(
  fc
    .tuple(aDepartment, aDepartment)
    .map(([one, heir]) => ask(closeDepartment, () => ({ department: one, heir }))),
  fc
    .tuple(aDepartment, aDepartment)
    .map(([one, other]) =>
      ask(mergeDepartments, () => ({ departments: [one], into: { department: other } })),
    ),
  fc.tuple(aDepartment, newOnes).map(([one, names]) =>
    ask(splitDepartment, () => ({
      department: one,
      into: names.map((n) => ({ name: `新科${n}`, kind: 'functional' as const })),
      main: 0,
    })),
  ),
);

const histories = fc.array(appointments, { minLength: 8, maxLength: DAYS });

const LEADERS: readonly Fact[] = [
  ...Array.from({ length: POSTS }, (_, i) => made(i + 1, 'leader')),
  filled(1, 1),
  filled(2, 2),
];

/** The facts as they stand at the end of each day: what is asked is carried out a day after the other, the clock first. */
const live = (asks: readonly Ask[], start: readonly Fact[]): readonly (readonly Fact[])[] =>
  asks.reduce<readonly (readonly Fact[])[]>(
    (days, wish, day) => {
      const facts = days.at(-1) ?? [];
      const due = startNo(day);
      const clock = given(house(...facts), { now: due, actor: CLOCK }).when(orgFallDue, INSTITUTION, { due });
      const swept = [...facts, ...factsOf(renamed(clock.decision, day))];
      return [...days, [...swept, ...factsOf(decideOn(swept, wish, day))]];
    },
    [start],
  );

function decideOn(facts: readonly Fact[], { command, body, who }: Ask, day: number): Decision {
  const actor = who === 'admin' ? ADMIN : holderOf(knownOf(house(...facts)), body(day));
  const now = new Date(Date.parse(startNo(day)) + 3_600_000).toISOString();
  const { decision } = given(house(...facts), { now, actor }).when(command, INSTITUTION, body(day));
  return renamed(decision, day);
}

/** Whoever holds the post that the body names; somebody else while nobody does. */
function holderOf({ org }: Known, { post: of }: { readonly post?: string }): Capacity {
  const who = org.context.posts.find(({ id }) => id === of)?.holder?.person ?? '';
  return capacitiesOf(org, who).find((held) => held.post === of) ?? asking('leader', 99, 9);
}

/** Ids of a test are named after their decision alone; here each decision has its own. */
const renamed = (decision: Decision, i: number): Decision =>
  JSON.parse(JSON.stringify(decision).replaceAll('"new-', `"day-${i}-`)) as Decision;

const factsOf = (decision: Decision): readonly Fact[] =>
  'refusal' in decision
    ? []
    : decision.facts.filter(({ stream }) => stream === HOUSE).map(({ fact }) => fact);

/** Times in which a post was held, from the facts alone. */
function holdings(org: OrgState, id: string): readonly { readonly from: string; readonly until: string }[] {
  const now = org.context.posts.find((each) => each.id === id)?.holder;
  const past = org.context.past.filter((each) => each.post === id);
  return [...past, ...(now ? [{ from: now.from, until: '9999' }] : [])];
}

test('a post has one holder at most at any time, and one who acts while it has none', () => {
  fc.assert(
    fc.property(histories, (asks) => {
      const { org } = knownOf(house(...(live(asks, LEADERS).at(-1) ?? [])));
      for (const { id, holder } of org.context.posts) {
        const held = holdings(org, id);
        held.forEach(({ from, until }, i) => {
          expect(from <= until).toBe(true);
          const next = held[i + 1];
          if (next) expect(until <= next.from).toBe(true);
        });
        const acting = org.context.actings.filter((each) => each.post === id && each.ended === null);
        expect(acting.length).toBeLessThanOrEqual(holder ? 0 : 1);
      }
    }),
    { numRuns: 60 },
  );
});

const NEVER = ['org.delegate', 'meeting.vote', 'ballot.confirm'].filter((verb) => ACTING[verb]);

/** What each person holds under delegations, where there is any. */
const delegatedIn = (known: Known): readonly (readonly Capacity[])[] =>
  Array.from({ length: PEOPLE }, (_, n) =>
    capacitiesOf(known.org, person(n + 1)).filter(({ delegation }) => delegation),
  ).filter((held) => held.length > 0);

test('a delegation lasts no longer than its delegator holds the post, and is never passed on', () => {
  let delegated = 0;
  fc.assert(
    fc.property(histories, (asks) => {
      for (const facts of live(asks, LEADERS)) delegated += lastsAndEnds(knownOf(house(...facts)));
    }),
    { numRuns: 60 },
  );
  expect(delegated).toBeGreaterThan(60);
});

/** Looks at every delegation that lasts; answers how many there are. */
function lastsAndEnds(known: Known): number {
  const holding = (of: string | null) => known.org.context.posts.find(({ id }) => id === of)?.holder?.person;
  const { delegations } = known.org.context;
  expect(delegations.map(({ post: of }) => holding(of))).toEqual(
    delegations.map(({ delegator }) => delegator),
  );
  for (const held of delegatedIn(known)) {
    // Whoever delegated acts in nothing but what is held in person.
    expect(held.map((each) => holding(each.post))).toEqual(held.map((each) => each.for));
    for (const verb of NEVER) expect(permit(verb, 'org', INSTITUTION, held, known)).toHaveProperty('refusal');
  }
  return delegations.length;
}

test('every department has an heir that stands, itself while it does', () => {
  fc.assert(
    fc.property(fc.array(reorganisings, { maxLength: 10 }), (asks) => {
      const { org } = knownOf(house(...(live(asks, []).at(-1) ?? [])));
      const standing = new Set(org.context.departments.map(({ id }) => id));
      for (const { id } of [...org.context.departments, ...org.context.dissolved]) {
        expect(standing.has(heirOf(org, id))).toBe(true);
        expect(heirOf(org, id) === id).toBe(standing.has(id));
      }
    }),
    { numRuns: 100 },
  );
});

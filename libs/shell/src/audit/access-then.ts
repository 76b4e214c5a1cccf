import {
  ACCESS_WORDS,
  CAPACITY_WORDS,
  wordsOf,
  type AccessLine,
  type AccessThen,
  type StateQuery,
} from '@mouding/contract';
import {
  capacitiesOf,
  endOfDay,
  isCurrent,
  parseStream,
  streamName,
  visible,
  type Capacity,
  type Known,
  type OrgState,
  type StreamName,
} from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { streamsOfCase, type AuditScope } from './access.ts';
import { momentOf } from './moment.ts';
import { asOfIn } from './state.ts';
import { wordIn } from './timeline.ts';
import { worldThen, type WorldThen } from './world-then.ts';

const CAUTION = {
  zh: '按当时的任职、主持工作、委托、席位和权限规则推算：可以查看不等于已经查看，也不含线下传阅。',
  en: 'By the posts, actings, delegations, seats and rules of then: that somebody could see it does not say that they did, and what went round on paper is not in it.',
};

/** 某一时点谁可以查看: the rules of who sees what, asked of the states as they stood. @throws ProblemError not-found */
export async function accessThen(scope: AuditScope, id: string, { at }: StateQuery): Promise<AccessThen> {
  const { institution } = scope.reader.visitor;
  const house = streamName('org', institution);
  const streams = await streamsOfCase(scope, id);
  const then = await worldThen(scope, [house, ...streams], momentOf(scope, at));
  const own = then.leaves.filter(({ stream }) => stream !== house);
  const opened = own.find(({ stream }) => stream === streamName('case', id));
  if (!opened) throw new ProblemError('not-found');
  const things = [...new Set(own.map(({ stream }) => stream as StreamName))];
  await then.world.bringAll([house, ...things]);
  const { answer } = await then.world.reach((known) => ({
    lines: linesIn(known, things),
    org: known.org,
  }));
  return {
    case: { id, title: wordIn((JSON.parse(opened.entry) as Opened).data, 'title') },
    asOf: asOfIn(own),
    things: things.length,
    caution: CAUTION,
    items: await named(scope, answer.org, answer.lines),
    letters: lettersThen(answer.org, id, instantOf(scope, then, at)),
  };
}

type Opened = { readonly data: Parameters<typeof wordIn>[0] };

interface Line {
  readonly capacity: Capacity;
  readonly person: string;
  readonly things: number;
}

/** Each capacity that somebody had, with how much of the case it showed; the one that showed most comes first. */
function linesIn(known: Known, things: readonly StreamName[]): readonly Line[] {
  const asked = things.map(parseStream);
  return peopleIn(known.org)
    .flatMap((person) => capacitiesOf(known.org, person).map((capacity) => ({ person, capacity })))
    .map(({ person, capacity }) => ({
      person,
      capacity,
      things: asked.filter(({ kind, id }) => visible(kind, id, [capacity], known)).length,
    }))
    .filter((line) => line.things > 0)
    .toSorted((a, b) => b.things - a.things);
}

/** Whoever held a post, acted in one, or was given a delegation. */
function peopleIn({ context: { posts, actings, delegations } }: OrgState): readonly string[] {
  const holders = posts.flatMap(({ holder }) => holder?.person ?? []);
  const acting = actings.flatMap(({ by }) => ('person' in by ? by.person : []));
  const delegates = delegations.map(({ to }) => to);
  return [...new Set([...holders, ...acting, ...delegates])];
}

async function named(
  { reader: { ledger, visitor } }: AuditScope,
  { context }: OrgState,
  lines: readonly Line[],
): Promise<AccessLine[]> {
  const persons = [...new Set(lines.map(({ person }) => person))];
  const names = await ledger.directory.get(visitor.institution, persons);
  const titles = new Map(context.posts.map(({ id, title }) => [id, title]));
  return lines.map(({ person, capacity, things }) => {
    const how = howOf(capacity);
    return {
      person,
      name: names.get(person)?.name ?? null,
      post: titles.get(capacity.post ?? '') ?? '',
      as: capacity.as,
      words: wordsOf(CAPACITY_WORDS, capacity.as),
      how,
      howWords: ACCESS_WORDS[how],
      things,
    };
  });
}

function howOf({ acting, delegation }: Capacity): AccessLine['how'] {
  if (delegation !== undefined) return 'delegate';
  return acting ? 'acting' : 'holder';
}

function lettersThen({ context }: OrgState, id: string, now: string): AccessThen['letters'] {
  const titleOf = (post: string): string => context.posts.find((each) => each.id === post)?.title ?? '';
  return context.letters
    .filter((letter) => isCurrent(letter, now) && (letter.cases?.includes(id) ?? true))
    .map(({ letter, number, posts, until }) => ({ letter, number, until, auditors: posts.map(titleOf) }));
}

/** The law time of a moment: of a leaf its own, of a day the end of it. */
function instantOf({ access }: AuditScope, { leaves }: WorldThen, at: StateQuery['at']): string {
  if (at === undefined) return access.now;
  if (typeof at === 'number') return leaves.at(-1)?.at ?? access.now;
  return at.length > 'YYYY-MM-DD'.length ? at : endOfDay(at);
}

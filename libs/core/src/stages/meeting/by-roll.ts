import { cast, type Attendance, type VoteFacts } from '../../vote-facts.ts';
import type { Counts, Vote } from './facts.ts';
import { voices, type Seat } from './roll.ts';

/** What a record says of people and votes. */
export interface Stated {
  /** Posts that were there; null where only a count was kept. */
  readonly listed: readonly string[] | null;
  /** Posts that left for the item (回避). */
  readonly recused?: readonly string[];
  readonly votes: readonly { readonly post: string; readonly vote: Vote }[];
  readonly people: Attendance;
  readonly tally: VoteFacts | null;
}

/** People and votes as they count. */
export interface ByRoll {
  readonly people: Attendance;
  readonly tally: VoteFacts | null;
}

/**
 * A record by the roll: 应到 are its voices, whatever the record says, and who has none in it is counted neither among
 * those present nor among the votes; a person who is named by two posts counts once, and whoever is recused in one of them
 * in none.
 */
export function byRoll(roll: readonly Seat[], stated: Stated): ByRoll {
  const { recused = [], votes, people, tally } = stated;
  const everybody = voices(roll);
  const left = new Set(personsOf(everybody, recused));
  const holders = new Map([...everybody].filter(([, person]) => !left.has(person)));
  const all = new Set(everybody.values()).size;
  const counted = countedBy(holders, stated, { all, recused: left.size });
  if (tally === null || (same(counted, people) && votes.length === 0)) return { people: counted, tally };
  const counts = votes.length === 0 ? tally : namedBy(holders, votes);
  return {
    people: counted,
    tally: { ...counted, ...within({ ...counts, invalid: tally.invalid }, counted.present) },
  };
}

const personsOf = (holders: ReadonlyMap<string, string>, posts: readonly string[]): readonly string[] =>
  posts.flatMap((post) => holders.get(post) ?? []);

/** By the voices of those who did not leave. */
function countedBy(
  holders: ReadonlyMap<string, string>,
  { listed, people }: Stated,
  { all, recused }: Pick<Attendance, 'all' | 'recused'>,
): Attendance {
  const present =
    listed === null ? Math.min(people.present, all - recused) : new Set(personsOf(holders, listed)).size;
  return { all, recused, present };
}

const same = (one: Attendance, other: Attendance): boolean =>
  one.all === other.all && one.recused === other.recused && one.present === other.present;

/** The named votes of those who have a voice; of a person who is named twice the first. */
function namedBy(holders: ReadonlyMap<string, string>, votes: Stated['votes']): Counts {
  const cast = new Map<string, Vote>();
  for (const { post, vote } of votes) {
    const person = holders.get(post);
    if (person !== undefined && !cast.has(person)) cast.set(person, vote);
  }
  return countsOf([...cast.values()]);
}

export function countsOf(votes: readonly Vote[]): Counts {
  const count = (wanted: Vote) => votes.filter((vote) => vote === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}

type All = Counts & { readonly invalid: number };

/** Votes beyond those present: nobody knows which they are, so they are taken from the yes before any other. */
function within(counts: All, present: number): All {
  const beyond = Math.max(0, cast({ all: 0, recused: 0, present, ...counts }) - present);
  const yes = Math.max(0, counts.yes - beyond);
  const no = Math.min(counts.no, present - yes);
  const abstain = Math.min(counts.abstain, present - yes - no);
  return { yes, no, abstain, invalid: Math.min(counts.invalid, present - yes - no - abstain) };
}

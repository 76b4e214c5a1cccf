import type { MeetingContext } from './context.ts';
import type { MeetingFact, Recusal, RollChanges, There } from './facts.ts';
import { votingSeats, type Seat } from './roll.ts';

type DataOf<T extends MeetingFact['type']> = Extract<MeetingFact, { type: T }>['data'];

/** The roll with a seat as it is held now. */
export const withSeat = (roll: readonly Seat[], seat: Seat | undefined): readonly Seat[] =>
  seat === undefined ? roll : withChanges(roll, { left: [], come: [seat] });

/** The roll as of the vote: seats that nobody holds any more are gone, the others are their holders’. */
export const withChanges = (
  roll: readonly Seat[],
  { left, come }: RollChanges = { left: [], come: [] },
): readonly Seat[] => [
  ...roll.flatMap((seat) =>
    left.includes(seat.post) ? [] : [come.find(({ post }) => post === seat.post) ?? seat],
  ),
  ...come.filter(({ post }) => !roll.some((seat) => seat.post === post)),
];

/** Seats with a vote whose holders left for this item. */
export const recusedSeats = ({
  roll,
  recusals,
}: {
  readonly roll: readonly Seat[];
  readonly recusals: readonly Recusal[];
}): readonly Seat[] => votingSeats(roll).filter((seat) => isRecused({ recusals }, seat.person));

/** Whether a person left for this item, in whatever seat. */
export const isRecused = (
  { recusals }: { readonly recusals: readonly Recusal[] },
  person: string | null,
): boolean => recusals.some((recusal) => recusal.person === person);

/** Whoever left for the item is not in the room any more. */
export function afterRecusing(
  context: MeetingContext,
  { post, person, kind, notices }: DataOf<'MemberRecused'>,
): Partial<MeetingContext> {
  const others = (posts: readonly string[]): readonly string[] => posts.filter((other) => other !== post);
  return {
    recusals: [...context.recusals, { post, person, kind }],
    present: others(context.present),
    here: others(context.here),
    remote: others(context.remote),
    notices: [...context.notices, ...notices],
  };
}

/** Who had left for the item, as it is put right: whoever had was not there and has no vote. */
export function afterPuttingRecusalRight(
  context: MeetingContext,
  { post, person, recused, present, notices, sum }: Omit<DataOf<'RecusalCorrected'>, 'vote'>,
): Partial<MeetingContext> {
  const { recusals, votes, corrections } = context;
  const others = (posts: readonly string[]): readonly string[] => posts.filter((other) => other !== post);
  const there = (posts: readonly string[]): readonly string[] => [
    ...others(posts),
    ...(present && !recused ? [post] : []),
  ];
  return {
    recusals: recused
      ? [...recusals, { post, person, kind: 'recorded' }]
      : recusals.filter((recusal) => recusal.person !== person),
    present: there(context.present),
    here: there(context.here),
    remote: others(context.remote),
    votes: recused ? votes.filter((vote) => vote.post !== post) : votes,
    corrections: [...corrections, { of: 'recusal', post, was: recused ? 'taking-part' : 'recused' }],
    notices: [...context.notices, ...notices],
    sum: sum ?? context.sum,
  };
}

/** Posts that are named as interested, once one was named or is not any more. */
export const afterNaming = (
  { interested }: MeetingContext,
  { post, interested: is }: DataOf<'InterestNamed'>,
): readonly string[] => [...interested.filter((other) => other !== post), ...(is ? [post] : [])];

/** Who is there as the fact says, where it does. */
export const inRoom = (there: There | undefined): Partial<MeetingContext> =>
  there === undefined ? {} : { present: there.posts, here: there.posts, remote: there.remote };

/** Carried over: called as before, and nobody is there. */
export const afterCarrying = (): Partial<MeetingContext> => ({
  sitting: null,
  carried: true,
  present: [],
  here: [],
  remote: [],
});

/** Referred upward: the outcome stands only where the stage ended with it. */
export const afterReferring = (
  context: MeetingContext,
  { because, routed, outcome, notices }: DataOf<'ItemReferred'>,
): Partial<MeetingContext> => ({
  referred: because,
  outcome: routed ? outcome : null,
  notices: [...context.notices, ...notices],
});

import type { Given } from '../../decider.ts';
import { parseStream } from '../../stream.ts';
import { hereIn, type InRoom } from '../sitting/here.ts';
import type { MeetingContext } from './context.ts';
import type { RollChanges, There } from './facts.ts';
import { countsVideo } from './remote.ts';
import { rollOf, seatOf, votingSeats, type Seat } from './roll.ts';
import { isRecused } from './seating.ts';

/** The seats of the body with their holders of this moment: who votes is who holds a seat when the item is put. */
export function rollNow(
  given: Given,
  { bodyKey, roll }: { readonly bodyKey: string; readonly roll: readonly Seat[] },
): readonly Seat[] {
  const body = given.org.context.bodies.find(({ key }) => key === bodyKey);
  return body ? rollOf(body, given.org) : roll;
}

/** The seat with a vote that the actor holds now, whoever held it at the call. */
export const seatNow = (
  given: Given,
  of: { readonly bodyKey: string; readonly roll: readonly Seat[] },
): Seat | undefined => seatOf(rollNow(given, of), given.actor);

/** The seat, where the roll has another holder or another role of it, or does not have it at all. */
export const newTo = (roll: readonly Seat[], seat: Seat): { readonly seat?: Seat } =>
  roll.some(({ post, person, role }) => post === seat.post && person === seat.person && role === seat.role)
    ? {}
    : { seat };

/** What makes the roll as it was the roll as it is; nothing where they are the same. */
export function changesOf(before: readonly Seat[], now: readonly Seat[]): RollChanges | null {
  const left = before.filter(({ post }) => !now.some((seat) => seat.post === post)).map(({ post }) => post);
  const come = now.filter((seat) => newTo(before, seat).seat !== undefined);
  return left.length + come.length === 0 ? null : { left, come };
}

/** Who would vote on the item if it were put now, and on which roll. */
interface AsOfNow {
  readonly roll: readonly Seat[];
  /** Posts that are there, whether the body counts them or not. */
  readonly here: readonly string[];
  readonly there: There;
  /** Those of them that are there by video. */
  readonly byVideo: readonly string[];
}

/**
 * 名册和到会人员以付表决时为准: seats by their holders of this moment; present is who came as the holder of a seat with a vote
 * and was not recused; by video only where the body lets that count. A meeting in a sitting takes who came from the sitting, which must be known.
 */
export function asOfNow(given: Given, context: MeetingContext): AsOfNow {
  const roll = rollNow(given, context);
  const came = comers(given, context);
  const seats = votingSeats(roll).filter(
    ({ post, person }) => !isRecused(context, person) && came.some((one) => isIn(one, post, person)),
  );
  const byVideo = seats.flatMap(({ post }) =>
    came.some((one) => one.post === post && one.by === 'video') ? [post] : [],
  );
  const counts = countsVideo(context.rule);
  const here = seats.map(({ post }) => post);
  const posts = here.filter((post) => counts || !byVideo.includes(post));
  return { roll, here, there: { posts, remote: counts ? byVideo : [] }, byVideo };
}

const isIn = (one: InRoom, post: string, person: string): boolean =>
  one.post === post && one.person === person;

/** Whoever came, by the post and the person who held it then. */
function comers(given: Given, { sitting, here, remote, roll }: MeetingContext): readonly InRoom[] {
  if (sitting !== null) {
    const state = given.state('sitting', parseStream(sitting).id);
    return state ? hereIn(state.context, given.now) : [];
  }
  return roll.flatMap(({ post, person }) =>
    here.includes(post) ? [{ post, person, by: remote.includes(post) ? 'video' : 'room' } as const] : [],
  );
}

/** The meeting as it would be if the item were put now. */
export function ifPutNow(given: Given, context: MeetingContext): MeetingContext {
  const { roll, there } = asOfNow(given, context);
  return { ...context, roll, present: there.posts, here: there.posts, remote: there.remote };
}

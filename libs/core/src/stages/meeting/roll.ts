import type { Capacity } from '../../capacity.ts';
import type { Given } from '../../decider.ts';
import { actingIn, actingPerson } from '../../org/acting.ts';
import type { Body, OrgState, SeatRole } from '../../org/org.ts';
import { against, type Refusal } from '../../refusal.ts';

/** A seat of the roll (名册) as it stood at the call: who votes is settled then, whoever holds the post later. */
export interface Seat {
  readonly post: string;
  readonly person: string;
  readonly role: SeatRole;
}

const VOTING: readonly SeatRole[] = ['chair', 'deputy', 'member'];

/** The seats with a vote. A vacant seat has none, and a person who holds two has one voice. */
export function votingSeats(roll: readonly Seat[]): readonly Seat[] {
  const ranked = VOTING.flatMap((role) => roll.filter((seat) => seat.role === role));
  return ranked.filter(({ person }, i) => ranked.findIndex((other) => other.person === person) === i);
}

/** Whose voice each post with a vote on the roll is: a person who holds two has one voice. */
export const voices = (roll: readonly Seat[]): ReadonlyMap<string, string> =>
  new Map(roll.filter(({ role }) => VOTING.includes(role)).map(({ post, person }) => [post, person]));

/**
 * The roll of a body with the holders of this moment. Who acts in the vacant post of a chair or a deputy (主持工作) leads
 * from the seat of their own, and has no other.
 */
export const rollOf = (body: Body, org: OrgState): readonly Seat[] =>
  body.seats.flatMap(({ post, role }) => {
    const person = org.context.posts.find(({ id }) => id === post)?.holder?.person;
    return person === undefined ? [] : [{ post, person, role: leadingRole(body, org, { role, person }) }];
  });

/** The role of a seat, or the higher one in which its holder acts. */
function leadingRole({ seats }: Body, org: OrgState, { role, person }: Omit<Seat, 'post'>): SeatRole {
  if (!VOTING.includes(role)) return role;
  const acted = seats.filter(({ post }) => {
    const acting = actingIn(org, post);
    return acting !== undefined && actingPerson(org, acting) === person;
  });
  return VOTING.find((each) => each === role || acted.some((seat) => seat.role === each)) ?? role;
}

/** The seat with a vote that the actor holds by the roll; whoever acts in a vacant post leads from their own. */
export const seatOf = (roll: readonly Seat[], { post, person, acting }: Capacity): Seat | undefined =>
  votingSeats(roll).find(
    (seat) => seat.person === person && (seat.post === post || (acting === true && seat.role !== 'member')),
  );

/**
 * Who presides: the chair once signed in, otherwise the first deputy who signed in.
 *
 * @source 党委会、院长办公会议事规则 正职不在由受托副职主持
 */
export function presider(roll: readonly Seat[], present: readonly string[]): Seat | undefined {
  const here = votingSeats(roll).filter(({ post }) => present.includes(post));
  return here.find(({ role }) => role === 'chair') ?? here.find(({ role }) => role === 'deputy');
}

/** Whether the actor's post holds a seat without a vote in the body now: those serve, and may change. */
export const serves = (given: Given, bodyKey: string, role: SeatRole): boolean =>
  given.org.context.bodies
    .find(({ key }) => key === bodyKey)
    ?.seats.some((seat) => seat.role === role && seat.post === given.actor.post) ?? false;

/** A meeting or a sitting: its roll, who is there, and who left for its item. */
interface Run {
  readonly roll: readonly Seat[];
  readonly present: readonly string[];
  readonly bodyKey: string;
  readonly recusals?: readonly { readonly person: string }[];
}

/** Answers a refusal unless the actor presides (or chairs), and is not recused, or is the body's secretary. */
export function notRunning(given: Given, { roll, present, bodyKey, recusals = [] }: Run): Refusal | null {
  const seat = seatOf(roll, given.actor);
  const takesPart = !recusals.some(({ person }) => person === seat?.person);
  const leads =
    seat !== undefined && takesPart && (seat.role === 'chair' || seat.post === presider(roll, present)?.post);
  if (leads || serves(given, bodyKey, 'secretary')) return null;
  return against(
    'meeting.runs',
    '须由主持人或本机构的会议秘书办理',
    'The chair or the secretary of the body does this',
    { post: given.actor.post },
  );
}

import { hereIn, presider, votingSeats, type Seat } from '@mouding/core';
import type { Ballot, Meeting, Sitting } from '../../api/generated/types.gen.ts';
import { correctedIn, type Corrected } from './corrected.ts';
import { isOpen, type Entry, type EntryBody, type Vote } from './entry.ts';

interface Counts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** The room as it is now: what the server says, and on top of it what waits here. */
export interface Room {
  /** `called`, `open`, `put`, … */
  readonly status: string;
  /** Seats with a vote, whoever presides first. */
  readonly seats: readonly Seat[];
  /** Posts that are there now. */
  readonly here: readonly string[];
  /** Posts that vote on the item: whoever was there when it was put. */
  readonly present: readonly string[];
  readonly recused: readonly string[];
  /** `recorded` are those that the secretary entered. */
  readonly votes: readonly { readonly post: string; readonly vote: Vote; readonly recorded?: true }[];
  readonly hands: Counts | null;
  /** The confirmed count of a secret ballot. */
  readonly ballot: Ballot['data']['confirmed'];
  /** What was entered before it was put right, in its order. */
  readonly corrections: readonly Corrected[];
}

/** What the server says of the room. In a sitting, who is there is the sitting's to say. */
export function roomOf(thing: Meeting, sitting: Sitting | null, now: string): Room {
  const { status, data } = thing;
  const roll = data.roll as readonly Seat[];
  const here = sitting ? inSitting(sitting, now) : data.here;
  const isPut = status !== 'called' && status !== 'open';
  return {
    status,
    seats: votingSeats(roll),
    here,
    present: isPut ? data.present : here,
    recused: data.recusals.map(({ post }) => post),
    votes: data.votes as Room['votes'],
    hands: data.hands,
    ballot: null,
    corrections: correctedIn(thing),
  };
}

const inSitting = ({ data: { movements } }: Sitting, now: string): readonly string[] =>
  hereIn({ movements: movements as Parameters<typeof hereIn>[0]['movements'] }, now).map(({ post }) => post);

/** The same with everything that waits, in its order. */
export const withWaiting = (room: Room, entries: readonly Entry[]): Room =>
  entries.filter(isOpen).reduce((now, { verb, body }) => after(now, verb, body), room);

function after(room: Room, verb: string, body: EntryBody): Room {
  const change = CHANGES[verb];
  return change ? { ...room, ...change(room, body) } : room;
}

type Change = (room: Room, body: EntryBody) => Partial<Room>;

const without = (posts: readonly string[], post: string): readonly string[] =>
  posts.filter((other) => other !== post);

/** Until the item is put, whoever is there is whoever votes. */
const seated = ({ status }: Room, here: readonly string[]): Partial<Room> =>
  status === 'called' || status === 'open' ? { here, present: here } : { here };

/** After the resolution it is put right who was there at the vote; whoever was not has no vote. */
const setRight: Change = ({ here, present, votes, corrections }, { post = '', what, reason }) => {
  const isHere = what === 'coming';
  return {
    here: isHere ? [...without(here, post), post] : without(here, post),
    present: isHere ? [...present, post] : without(present, post),
    votes: isHere ? votes : votes.filter((one) => one.post !== post),
    corrections: [
      ...corrections,
      { of: 'attendance', post, was: isHere ? 'absent' : 'present', why: why(reason) },
    ],
  };
};

const why = (reason: unknown): string | null => (typeof reason === 'string' ? reason : null);

const moved: Change = (room, body) => {
  if (room.status === 'declared') return setRight(room, body);
  const { post = '', what } = body;
  const others = without(room.here, post);
  return seated(room, what === 'coming' ? [...others, post] : others);
};

/** Once the item was put it is put right who had left for it; whoever had has no vote. */
const sincePut = ({ status }: Room): boolean => status !== 'called' && status !== 'open';

const recused: Change = (room, { post = '', reason }) => ({
  recused: [...without(room.recused, post), post],
  here: without(room.here, post),
  present: without(room.present, post),
  ...(sincePut(room)
    ? {
        votes: room.votes.filter((one) => one.post !== post),
        corrections: [
          ...room.corrections,
          { of: 'recusal', post, was: 'taking-part', why: why(reason) } as const,
        ],
      }
    : {}),
});

const takesPart: Change = (room, { post = '', present = false, reason }) => {
  const left = { recused: without(room.recused, post) };
  if (!sincePut(room)) return left;
  const there = (posts: readonly string[]): readonly string[] => [
    ...without(posts, post),
    ...(present ? [post] : []),
  ];
  const corrected = { of: 'recusal', post, was: 'recused', why: why(reason) } as const;
  return {
    ...left,
    here: there(room.here),
    present: there(room.present),
    corrections: [...room.corrections, corrected],
  };
};

const voted: Change = ({ votes, present }, { post = '', vote = 'abstain' }) =>
  present.includes(post)
    ? { votes: [...votes.filter((one) => one.post !== post), { post, vote, recorded: true }] }
    : {};

const correctedVote: Change = (room, body) => {
  const was = room.votes.find(({ post }) => post === body.post)?.vote;
  if (was === undefined) return {};
  const corrected = { of: 'vote', post: body.post, was, why: why(body['reason']) } as const;
  return { ...voted(room, body), corrections: [...room.corrections, corrected] };
};

const counted: Change = ({ hands, corrections }, { yes = 0, no = 0, abstain = 0, reason }) => ({
  hands: { yes, no, abstain },
  corrections: hands === null ? corrections : [...corrections, { of: 'hands', was: hands, why: why(reason) }],
});

const CHANGES: { readonly [verb: string]: Change } = {
  'meeting.record-attendance': moved,
  'sitting.record-attendance': moved,
  'meeting.record-recusal': recused,
  'meeting.withdraw-recusal': takesPart,
  'meeting.open': () => ({ status: 'open' }),
  'sitting.take-up': () => ({ status: 'open' }),
  'meeting.put': () => ({ status: 'put', votes: [], hands: null }),
  'meeting.record-vote': voted,
  'meeting.correct-vote': correctedVote,
  'meeting.count': counted,
  'meeting.adjourn': () => ({ status: 'adjourned' }),
};

/** 末位: the post whose voice comes last, and how many must be heard before it. */
export function lastVoice({ seats, present, votes }: Room): {
  readonly post: string | null;
  readonly waiting: number;
} {
  const post = presider(seats, present)?.post ?? null;
  const heard = new Set(votes.map((vote) => vote.post));
  return { post, waiting: present.filter((other) => other !== post && !heard.has(other)).length };
}

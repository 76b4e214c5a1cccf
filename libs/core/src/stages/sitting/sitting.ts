import { assign, setup, type SnapshotFrom } from 'xstate';
import { effects } from '../../effects.ts';
import type { Notice } from '../../refusal.ts';
import type { StreamName } from '../../stream.ts';
import type { Seat } from '../meeting/roll.ts';
import type { Claim, EnteredBy, Noted, SittingFact } from './facts.ts';
import type { Movement } from './here.ts';

/** A matter on the agenda: one of ours, or another of which only what came of it is noted. */
export interface SittingItem {
  readonly no: number;
  readonly meeting: StreamName<'meeting'> | null;
  readonly noted: Noted | null;
  readonly taken: boolean;
}

interface SittingContext {
  readonly body: string;
  readonly bodyKey: string;
  readonly title: string;
  readonly at: string;
  readonly place: string;
  readonly roll: readonly Seat[];
  readonly items: readonly SittingItem[];
  /** Minutes after which an arrival or departure that is entered late takes a second person. */
  readonly backdating: number;
  /** Everybody who came and went, as it was entered. */
  readonly movements: readonly (Movement & {
    readonly entered: EnteredBy;
    readonly confirmed?: { readonly no: number; readonly by: string };
  })[];
  readonly claims: readonly Claim[];
  /** How many claims there ever were. */
  readonly claimed: number;
  readonly carried: readonly StreamName<'meeting'>[];
  readonly notices: readonly Notice[];
}
export type { SittingContext };

/** Minutes, where no item of the body says otherwise. */
const BACKDATING = 15;

const nothing: SittingContext = {
  body: '',
  bodyKey: '',
  title: '',
  at: '',
  place: '',
  roll: [],
  items: [],
  backdating: BACKDATING,
  movements: [],
  claims: [],
  claimed: 0,
  carried: [],
  notices: [],
};

type DataOf<T extends SittingFact['type']> = Extract<SittingFact, { type: T }>['data'];

const afterCalling = ({ items, ...called }: DataOf<'SittingCalled'>): Partial<SittingContext> => ({
  ...called,
  items: Array.from({ length: items }, (_, i) => ({ no: i + 1, meeting: null, noted: null, taken: false })),
});

function afterListing(
  { items, backdating }: SittingContext,
  listed: DataOf<'SittingItemListed'>,
): Partial<SittingContext> {
  const { no, meeting } = listed;
  const others = items.filter((item) => item.no !== no);
  const all = [...others, { no, meeting, noted: null, taken: false }];
  return {
    items: all.toSorted((a, b) => a.no - b.no),
    backdating: Math.min(backdating, listed.backdating ?? backdating),
  };
}

const withoutClaim = (claims: readonly Claim[], no: number | undefined): readonly Claim[] =>
  claims.filter((claim) => claim.no !== no);

function afterMoving(
  { movements, claims, roll }: SittingContext,
  { enteredBy: _, ...movement }: DataOf<'MovementNoted'>,
): Partial<SittingContext> {
  const { post, person } = movement;
  return {
    movements: [...movements, movement],
    claims: withoutClaim(claims, movement.confirmed?.no),
    roll: roll.map((seat) => (seat.post === post ? { ...seat, person } : seat)),
  };
}

/** One matter, once it was taken up or what came of it is noted. */
const withItem = (
  { items }: SittingContext,
  no: number,
  change: Partial<SittingItem>,
): readonly SittingItem[] => items.map((item) => (item.no === no ? { ...item, ...change } : item));

/** Who came and went may be put right as long as the stream stands. */
const ATTENDING = {
  MovementNoted: { guard: 'moves', actions: 'moved' },
  MovementClaimed: { guard: 'claims', actions: 'claimed' },
  MovementRefused: { guard: 'waits', actions: 'refused' },
} as const;

export const sittingMachine = setup({
  types: { context: {} as SittingContext, events: {} as SittingFact },
  guards: {
    listable: ({ context, event }) => event.type === 'SittingItemListed' && isFree(context, event.data.no),
    claims: ({ context, event }) => event.type === 'MovementClaimed' && event.data.no === context.claimed + 1,
    waits: ({ context, event }) =>
      event.type === 'MovementRefused' && context.claims.some(({ no }) => no === event.data.no),
    moves: ({ context, event }) =>
      event.type === 'MovementNoted' &&
      (event.data.confirmed === undefined ||
        context.claims.some(({ no }) => no === event.data.confirmed?.no)),
    takes: ({ context, event }) =>
      event.type === 'SittingItemTaken' &&
      context.items.some(({ no, meeting }) => no === event.data.no && meeting !== null),
    notes: ({ context, event }) =>
      event.type === 'SittingItemNoted' &&
      context.items.some(({ no, meeting }) => no === event.data.no && meeting === null),
  },
  actions: {
    ...effects,
    called: assign(({ event }) => (event.type === 'SittingCalled' ? afterCalling(event.data) : {})),
    listed: assign(({ context, event }) =>
      event.type === 'SittingItemListed' ? afterListing(context, event.data) : {},
    ),
    moved: assign(({ context, event }) =>
      event.type === 'MovementNoted' ? afterMoving(context, event.data) : {},
    ),
    claimed: assign(({ context, event }) =>
      event.type === 'MovementClaimed'
        ? { claims: [...context.claims, claimOf(event.data)], claimed: event.data.no }
        : {},
    ),
    refused: assign(({ context, event }) =>
      event.type === 'MovementRefused' ? { claims: withoutClaim(context.claims, event.data.no) } : {},
    ),
    opened: assign(({ context, event }) =>
      event.type === 'SittingOpened' ? { notices: [...context.notices, ...event.data.notices] } : {},
    ),
    taken: assign(({ context, event }) =>
      event.type === 'SittingItemTaken'
        ? {
            items: withItem(context, event.data.no, { taken: true }),
            notices: [...context.notices, ...event.data.notices],
          }
        : {},
    ),
    noted: assign(({ context, event }) =>
      event.type === 'SittingItemNoted'
        ? {
            items: withItem(context, event.data.no, {
              taken: true,
              noted: { count: event.data.count },
            }),
          }
        : {},
    ),
    adjourned: assign(({ event }) =>
      event.type === 'SittingAdjourned' ? { carried: event.data.carried } : {},
    ),
  },
}).createMachine({
  id: 'sitting',
  context: nothing,
  initial: 'absent',
  states: {
    absent: { on: { SittingCalled: { target: 'called', actions: 'called' } } },
    called: {
      on: {
        SittingItemListed: { guard: 'listable', actions: 'listed' },
        ...ATTENDING,
        SittingOpened: { target: 'open', actions: 'opened' },
        SittingAdjourned: { target: 'adjourned', actions: 'adjourned' },
      },
    },
    open: {
      on: {
        SittingItemListed: { guard: 'listable', actions: 'listed' },
        ...ATTENDING,
        SittingItemTaken: { guard: 'takes', actions: 'taken' },
        SittingItemNoted: { guard: 'notes', actions: 'noted' },
        SittingAdjourned: { target: 'adjourned', actions: 'adjourned' },
      },
    },
    adjourned: {
      on: { ...ATTENDING },
    },
  },
});

/** A place on the agenda that no item of ours has and that was not come to, or the next after its end. */
export const isFree = ({ items }: SittingContext, no: number): boolean =>
  no === items.length + 1 ||
  items.some((item) => item.no === no && item.meeting === null && item.noted === null);

const claimOf = ({ minutes: _, ...claim }: DataOf<'MovementClaimed'>): Claim => claim;

export type SittingState = SnapshotFrom<typeof sittingMachine>;

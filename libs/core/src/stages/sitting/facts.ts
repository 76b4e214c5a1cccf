import type { Notice } from '../../refusal.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { Seat } from '../meeting/roll.ts';
import type { Movement } from './here.ts';

/** How a movement is known: the member’s own act, the secretary’s tap at that moment, or entered afterwards (补登). */
export type EnteredBy = 'self' | 'secretary' | 'afterwards';

/** A movement that was entered for an instant long past: it counts when another person confirms it. */
export interface Claim extends Movement {
  readonly no: number;
  /** The person who entered it. */
  readonly claimedBy: string;
}

/** 审议结果 of a matter that is not kept here: where the body voted, the count. Its words are sealed, as its title is. */
export interface Noted {
  readonly count: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
}

/** 会次: one room, one day, one body, several matters in their order. Names are permanent. */
export type SittingFact =
  | Fact<
      'SittingCalled',
      {
        body: string;
        bodyKey: string;
        title: string;
        at: string;
        place: string;
        roll: readonly Seat[];
        /** How many matters its agenda has; their titles are sealed. */
        items: number;
      }
    >
  /** 列入会次: one of our items takes a place on the agenda, or the next after its end. */
  | Fact<'SittingItemListed', { no: number; meeting: StreamName<'meeting'>; backdating: number | null }>
  | Fact<
      'MovementNoted',
      Movement & {
        /** The post that entered it. */
        enteredBy: string | null;
        entered: EnteredBy;
        /** 补登 beyond the body's time: entered by one person, confirmed by another. */
        confirmed?: { no: number; by: string };
      }
    >
  /** 待确认: an arrival or a departure long past, until a second person confirms it. */
  | Fact<'MovementClaimed', Claim & { minutes: number }>
  | Fact<'MovementRefused', { no: number; by: string }>
  | Fact<'SittingOpened', { all: number; present: number; notices: readonly Notice[] }>
  | Fact<'SittingItemTaken', { no: number; present: number; notices: readonly Notice[] }>
  | Fact<'SittingItemNoted', { no: number } & Noted>
  /** 休会、散会. Ours that were not decided are carried over. */
  | Fact<
      'SittingAdjourned',
      { all: number; present: number; carried: readonly StreamName<'meeting'>[]; left: readonly number[] }
    >;

import type { z } from 'zod';
import type { Subject } from '../../case/case.ts';
import type { BodyRule } from '../../procedure/definition.ts';
import type { Notice } from '../../refusal.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { VoteFacts } from '../../vote-facts.ts';
import type { Imposed } from '../condition/imposing.ts';
import type { Proposed } from '../opinion.ts';
import type { Seat } from './roll.ts';

export type Rule = z.infer<typeof BodyRule>;
export type Vote = 'yes' | 'no' | 'abstain';
/** 通过 · 原则通过（附条件）· 不通过 · 缓议 · 撤回 */
export const MEETING_OUTCOMES = ['passed', 'in-principle', 'not-passed', 'deferred', 'withdrawn'] as const;
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** 议题: what the body is to decide on, with the text as it stood at the call. */
export interface Item {
  readonly subject: Subject;
  readonly text: TextRef;
  readonly title: string;
}
export interface Counts {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
/** The numbers that decided, flat, so that a gate can carry them. */
export interface Sum {
  readonly [key: string]: string | number | boolean;
}
/** 议程: how many items the meeting has, and which of them is ours. The titles of several are sealed. */
export interface Agenda {
  readonly items: number;
  readonly ours: number;
}
/** 会议记录 · 会议纪要: two documents, the full record of who said what and the issued result. */
export type MinutesKind = 'record' | 'minutes';
/** 册号、页码: where the body's own book has it. */
export interface BookPlace {
  readonly volume: string;
  readonly pages: string;
}
/** A document of the meeting: its text or its place in the book, who kept it and who signed, by their posts. */
export interface FiledMinutes {
  readonly text: TextRef | null;
  readonly book: BookPlace | null;
  readonly keeper: string;
  readonly signer: string;
}

/** What a meeting is about and by whom and how it decides: the same for one that is called and one that was held. */
interface Set {
  readonly case: string;
  readonly stage: string;
  /** The round of the stage that the meeting is about. */
  readonly round: number;
  readonly body: string;
  readonly bodyKey: string;
  readonly at: string;
  readonly place: string;
  readonly rule: Rule;
  readonly roll: readonly Seat[];
  readonly item: Item;
  readonly notices: readonly Notice[];
}

/** A meeting that was held in a room, as its secretary or the office entered it. */
export interface RecordedMeeting extends Set {
  /** The text that was shown, where the record says so; null where nobody says it. */
  readonly shown: TextRef | null;
  /** Posts that were there, as the record says; empty where only a count was kept. */
  readonly present: readonly string[];
  /** 应到 and 实到 as the record says. What they come to by the roll stands in the sum, and that decided. */
  readonly attended: { readonly all: number; readonly present: number };
  /** The post that presided. */
  readonly chair: string | null;
  readonly votes: readonly { readonly post: string; readonly vote: Vote }[];
  readonly tally: VoteFacts | null;
  readonly outcome: MeetingOutcome;
  readonly words: string;
  readonly sum: Sum;
  readonly minutes: TextRef | null;
  readonly conditions: readonly Imposed[];
  readonly dispositions: readonly Proposed[];
}

/** The meeting with which the stage ended, and how. */
export interface Lapsing {
  readonly because: 'declared' | 'recorded' | 'withdrawn';
  readonly by: StreamName<'meeting'>;
}

/** One item, one meeting, one resolution. Names are permanent. */
export type MeetingFact =
  | Fact<
      'MeetingCalled',
      Set & {
        readonly agenda: Agenda;
        readonly papers: readonly TextRef[];
        /** The meeting that was called for the stage before this one, over or not. */
        readonly earlier: StreamName<'meeting'> | null;
      }
    >
  | Fact<'MeetingRecorded', RecordedMeeting>
  /** 临时议题: an item added after the call; its title and the reason are sealed. */
  | Fact<'ItemAdded', { no: number; notices: readonly Notice[] }>
  | Fact<'MemberPresent', { post: string }>
  | Fact<'MemberLeft', { post: string }>
  | Fact<
      'MeetingOpened',
      { all: number; present: number; need: number; quorate: boolean; notices: readonly Notice[] }
    >
  | Fact<
      'ItemPut',
      {
        text: TextRef;
        all: number;
        present: number;
        need: number;
        ballot: StreamName<'ballot'> | null;
        /** 拟采纳情况 that passing will settle; empty where the stage settles none. */
        dispositions: readonly Proposed[];
        /** 原则同意: what the body asks for if it says yes; empty where it is asked for a plain yes. */
        conditions: readonly Imposed[];
        notices: readonly Notice[];
      }
    >
  | Fact<'VoteCast', { post: string; vote: Vote; notices: readonly Notice[] }>
  /** 书面意见: of a member who was not there when the item was put. Kept on file, never counted. */
  | Fact<'WrittenVoteKept', { post: string; vote: Vote; notices: readonly Notice[] }>
  | Fact<'HandsCounted', Counts>
  | Fact<
      'ItemDecided',
      {
        outcome: MeetingOutcome;
        majority: 'passed' | 'not-passed' | null;
        departs: boolean;
        conditions: readonly Imposed[];
        notices: readonly Notice[];
      }
    >
  | Fact<
      'ItemDeclared',
      {
        outcome: MeetingOutcome;
        words: string;
        sum: Sum;
        text: TextRef;
        minutes: TextRef | null;
        conditions: readonly Imposed[];
      }
    >
  | Fact<'ItemWithdrawn', { outcome: 'withdrawn'; words: string; text: TextRef }>
  | Fact<'MinutesFiled', FiledMinutes & { kind: MinutesKind; notices: readonly Notice[] }>
  /** 会议不再进行: the stage has ended with another meeting. */
  | Fact<'MeetingLapsed', Lapsing>
  | Fact<'MeetingAdjourned', { all: number; present: number; need: number; quorate: boolean }>;

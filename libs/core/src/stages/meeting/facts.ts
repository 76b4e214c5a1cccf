import type { z } from 'zod';
import type { Subject } from '../../case/case.ts';
import type { BodyRule } from '../../procedure/definition.ts';
import type { Notice } from '../../refusal.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { VoteFacts } from '../../vote-facts.ts';
import type { Imposed } from '../condition/imposing.ts';
import type { Proposed } from '../opinion/opinion-settle.ts';
import type { CorrectionFact } from './correction.ts';
import type { Seat } from './roll.ts';

export type Rule = z.infer<typeof BodyRule>;
export type Vote = 'yes' | 'no' | 'abstain';
/** 通过 · 原则通过（附条件）· 不通过 · 缓议 · 撤回 · 提请上级决定 */
export const MEETING_OUTCOMES = [
  'passed',
  'in-principle',
  'not-passed',
  'deferred',
  'withdrawn',
  'referred',
] as const;
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
  /** 回避, as the record says; absent where nobody left. */
  readonly recusals?: readonly Recusal[];
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
  /** 授权修改; absent where the text is not let be changed. */
  readonly mandate?: StreamName<'mandate'>;
  /** 复议; absent otherwise. */
  readonly reconsiders?: StreamName<'meeting'>;
  readonly dispositions: readonly Proposed[];
  /** 除外: numbers of opinions that the meeting left out; absent where it left none. */
  readonly excepted?: readonly number[];
  /** 议题申报: by which the item came before the body; absent where the record names none. */
  readonly tabling?: StreamName<'tabling'>;
}

/** Who is there for an item: the posts that count as present, and those of them that are there by video. */
export interface There {
  readonly posts: readonly string[];
  readonly remote: readonly string[];
}
/** 回避: of whom, in which seat; declared by the member, or recorded by the secretary. */
export interface Recusal {
  readonly post: string;
  readonly person: string;
  readonly kind: 'declared' | 'recorded';
}
/** 提请上级决定: too few are left after recusal, or the two sides are about even. */
export type ReferredBecause = 'recusal' | 'even';
/** What the roll at the call does not have any more, and what it did not have yet. */
export interface RollChanges {
  readonly left: readonly string[];
  readonly come: readonly Seat[];
}

/** What a decision that falls leads to: the stage that opens, and the open ones that are left with their meetings. */
export interface IfRefused {
  readonly opens: string;
  readonly leaves: readonly string[];
}

/** The meeting with which the stage ended, and how. */
export interface Lapsing {
  /** returned: the text went back to those who write it · repaired: two persons ended it, since it could not go on. */
  readonly because: 'declared' | 'recorded' | 'withdrawn' | 'returned' | 'repaired';
  /** The meeting that ended the stage, what returned the text, or the repair. */
  readonly by: StreamName;
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
        /** 议题申报: by which the item came before the body; absent where nobody asked for that. */
        readonly tabling?: StreamName<'tabling'>;
        /** 复议: the meeting whose decision is decided on again; absent otherwise. */
        readonly reconsiders?: StreamName<'meeting'>;
        /** 复议未通过的后果, as it stands at the call. */
        readonly ifRefused?: IfRefused;
        /** 会次: the sitting that it is an item of; absent for a meeting of its own. */
        readonly sitting?: StreamName<'sitting'>;
      }
    >
  | Fact<'MeetingRecorded', RecordedMeeting>
  | CorrectionFact
  /** 临时议题: an item added after the call; its title and the reason are sealed. */
  | Fact<'ItemAdded', { no: number; notices: readonly Notice[] }>
  /** 会议材料 after the call: added, or in the place of one that the notice carried. */
  | Fact<'PaperAdded', { paper: TextRef; replaces: TextRef | null; notices: readonly Notice[] }>
  /** 签到 in the room, or by video; absent: in the room. */
  | Fact<
      'MemberPresent',
      {
        post: string;
        by?: 'room' | 'video';
        /** The seat, where another holds it than the roll has. */
        seat?: Seat;
      }
    >
  | Fact<'MemberLeft', { post: string }>
  | Fact<
      'MeetingOpened',
      {
        all: number;
        present: number;
        need: number;
        quorate: boolean;
        notices: readonly Notice[];
        /** Taken up in a sitting: who is in the room then. */
        there?: There;
      }
    >
  | Fact<
      'ItemPut',
      {
        text: TextRef;
        all: number;
        present: number;
        need: number;
        ballot: StreamName<'ballot'> | null;
        /** Who votes on it: who was there when it was put. */
        there?: There;
        /** 在任变动: seats whose holders are others than at the call; who holds them now votes. */
        changes?: RollChanges;
        /** 拟采纳情况 that passing will settle; empty where the stage settles none. */
        dispositions: readonly Proposed[];
        /** 除外: numbers of opinions that are left out; absent where none is. */
        excepted?: readonly number[];
        /** 原则同意: what the body asks for if it says yes; empty where it is asked for a plain yes. */
        conditions: readonly Imposed[];
        /** 授权修改: what it lets be changed if it says yes. */
        mandate?: StreamName<'mandate'>;
        notices: readonly Notice[];
      }
    >
  | Fact<
      'VoteCast',
      {
        post: string;
        vote: Vote;
        /** 代录: entered by the secretary, who may correct it; absent where the member voted. */
        recorded?: true;
        notices: readonly Notice[];
      }
    >
  /** 更正代录的表决; after the resolution with the sum anew, which comes to the same. The reason is sealed. */
  | Fact<'VoteCorrected', { post: string; vote: Vote; was: Vote; sum?: Sum; notices: readonly Notice[] }>
  /** 书面意见: of a member who was not there when the item was put. Kept on file, never counted. */
  | Fact<'WrittenVoteKept', { post: string; vote: Vote; notices: readonly Notice[] }>
  /** After the resolution: counted again, with the sum anew and the reason sealed. */
  | Fact<'HandsCounted', Counts & { sum?: Sum }>
  | Fact<
      'ItemDecided',
      {
        outcome: MeetingOutcome;
        majority: 'passed' | 'not-passed' | null;
        departs: boolean;
        /** 代录: entered by the secretary, who may correct it; absent where the chair decided. */
        recorded?: true;
        conditions: readonly Imposed[];
        mandate?: StreamName<'mandate'>;
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
        mandate?: StreamName<'mandate'>;
        /** 督办: what was given to do with it. */
        duties?: readonly StreamName<'duty'>[];
      }
    >
  | Fact<'ItemWithdrawn', { outcome: 'withdrawn'; words: string; text: TextRef }>
  /** 回避: the member leaves the room for this item, is not counted and does not see its papers. The reason is sealed. */
  | Fact<'MemberRecused', Recusal & { readonly notices: readonly Notice[] }>
  /** 撤回回避, before the item is put. */
  | Fact<'RecusalWithdrawn', { post: string; person: string }>
  /** 指明利害关系, or takes that back: a member who stays all the same is weighed when the item is put. */
  | Fact<'InterestNamed', { post: string; interested: boolean }>
  /** 提请上级决定. Where the procedure says what follows, the stage has ended; otherwise the answer is awaited. */
  | Fact<
      'ItemReferred',
      {
        outcome: 'referred';
        because: ReferredBecause;
        words: string;
        sum: Sum;
        text: TextRef;
        routed: boolean;
        notices: readonly Notice[];
      }
    >
  /** 上级答复: what the upper organ decided, as it was recorded from its paper. Its name and number are sealed. */
  | Fact<'UpperAnswered', { outcome: MeetingOutcome; words: string; sum: Sum; text: TextRef }>
  /** 列入会次: of an item that was carried over from another sitting. */
  | Fact<
      'ItemListed',
      { sitting: StreamName<'sitting'>; no: number; at: string; place: string; notices: readonly Notice[] }
    >
  /** 结转: its sitting was adjourned before it was decided; it stays called, on the same papers. */
  | Fact<'ItemCarriedOver', { sitting: StreamName<'sitting'> }>
  | Fact<'MinutesFiled', FiledMinutes & { kind: MinutesKind; notices: readonly Notice[] }>
  /** 会议不再进行: the stage has ended with another meeting. */
  | Fact<'MeetingLapsed', Lapsing>
  | Fact<'MeetingAdjourned', { all: number; present: number; need: number; quorate: boolean }>;

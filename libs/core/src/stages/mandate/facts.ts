import type { Subject } from '../../case/case.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Owner } from '../charge.ts';
import type { Change } from '../manuscript/text-changes.ts';

/** 授权事项: one point of the minutes within which the text may be changed. Its words are sealed. */
export interface Point {
  /** From 1. */
  readonly no: number;
  /** Paragraphs (lines) of the text that was decided on, from 1; empty where the point is about all of it. */
  readonly paragraphs: readonly number[];
  /** Numbers that it lets be changed, as they stand or as they shall be. */
  readonly numbers: readonly string[];
}

/** 修改对照表, one row: a change, the point that it is said to rest on, and what it touches. */
export type Row = Change & {
  readonly point: number | null;
  /** Paragraphs of the text that was decided on. */
  readonly paragraphs: readonly number[];
  /** Numbers of the paragraph that are there no more, and that have come. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
};

/** Why a row is outside of what was allowed. */
export type Why = 'unassigned' | 'paragraph' | 'number';
export interface Outside {
  /** From 1, in the order of the table. */
  readonly row: number;
  readonly why: Why;
  readonly numbers: readonly string[];
}

type Proposed = {
  readonly case: string;
  /** The gate that gives it. */
  readonly gate: string;
  readonly meeting: StreamName<'meeting'>;
  readonly bodyKey: string;
  readonly subject: Subject;
  /** The text that was decided on. */
  readonly text: TextRef;
  readonly points: readonly Point[];
  readonly drafter: Owner;
  /** 审定人, by post. */
  readonly approver: string;
  /** The Beijing day by which it is to be approved, that day included. */
  readonly due: string;
  /** The post of whoever presided. */
  readonly presider: string | null;
};

/**
 * 授权修改: a body agreed in principle, and lets the text be changed within points of its minutes without deciding
 * again. `by` is a person: whoever drafted does not approve. Names are permanent.
 */
export type MandateFact =
  | Fact<'MandateProposed', Proposed>
  | Fact<
      'MandateGiven',
      { stage: string; round: number; /** Law time at which it counts as overdue. */ escalate: string }
    >
  | Fact<
      'MandateDrafted',
      {
        from: TextRef;
        to: TextRef;
        label: string;
        rows: readonly Row[];
        outside: readonly Outside[];
        post: string | null;
        by: string;
      }
    >
  | Fact<'MandateReturned', { post: string | null; by: string }>
  | Fact<
      'MandateApproved',
      {
        to: TextRef;
        /** Changes outside, which only a record on paper can have. */ outside: number;
        late: boolean;
        post: string | null;
        by: string;
      }
    >
  /** 再提请审议: the text goes before the body again, as it was drafted or as it was. */
  | Fact<'MandateReferred', { to: TextRef; outside: number; post: string | null; by: string }>
  /** 授权终止: nothing was changed; the body decides again. */
  | Fact<'MandateLapsed', { post: string | null; by: string }>
  | Fact<'MandateEscalated', { due: string }>;

/** What was drafted last. */
export interface Draft {
  readonly to: TextRef;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly outside: readonly Outside[];
  /** Everybody who drafted: none of them approves. */
  readonly hands: readonly string[];
}

export interface MandateContext extends Proposed {
  /** The stage of the case in which it is carried out. */
  readonly stage: string;
  readonly round: number;
  readonly draft: Draft | null;
  /** Whoever approved it, by post. */
  readonly approvedBy: string | null;
  /** Its day has passed, and whoever presided was told. */
  readonly raised: boolean;
}

import type { Notice } from '../../refusal.ts';
import type { StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Imposed } from '../condition/imposing.ts';
import type { Proposed } from '../opinion/opinion-settle.ts';
import type { Correction } from './correction.ts';
import type {
  Agenda,
  Counts,
  FiledMinutes,
  IfRefused,
  Item,
  MeetingOutcome,
  MinutesKind,
  Recusal,
  ReferredBecause,
  Rule,
  Sum,
  Vote,
} from './facts.ts';
import type { Seat } from './roll.ts';

export interface MeetingContext {
  readonly case: string;
  readonly stage: string;
  readonly round: number;
  readonly body: string;
  readonly bodyKey: string;
  readonly at: string;
  readonly place: string;
  readonly rule: Rule;
  readonly roll: readonly Seat[];
  readonly item: Item;
  readonly agenda: Agenda;
  /** 临时议题: numbers of the items that were added after the call. */
  readonly added: readonly number[];
  /** Sent with the notice. */
  readonly papers: readonly TextRef[];
  /** The meeting that was called for the stage before this one. */
  readonly earlier: StreamName<'meeting'> | null;
  /** 议题申报: by which the item came before the body; null where it came otherwise. */
  readonly tabling: StreamName<'tabling'> | null;
  /** 会次: the sitting that it is an item of, which knows who is there; null for a meeting of its own. */
  readonly sitting: StreamName<'sitting'> | null;
  /** Carried over from a sitting that was adjourned before the item was decided. */
  readonly carried: boolean;
  /** 回避: members who left for this item. */
  readonly recusals: readonly Recusal[];
  /** Posts that were named as interested. */
  readonly interested: readonly string[];
  /** 提请上级决定: why; null while it was not referred. */
  readonly referred: ReferredBecause | null;
  /** Posts that have signed in; frozen when the item is put. */
  readonly present: readonly string[];
  /** Posts that are there now: who comes after the item was put votes when it is put again. */
  readonly here: readonly string[];
  /** Posts among them that are there by video. */
  readonly remote: readonly string[];
  readonly ballot: StreamName<'ballot'> | null;
  /** What was proposed for the opinions when the item was put. */
  readonly dispositions: readonly Proposed[];
  /** 除外: numbers of opinions that were left out of what was put, and are settled by themselves. */
  readonly excepted: readonly number[];
  readonly votes: readonly { readonly post: string; readonly vote: Vote; readonly recorded?: true }[];
  /** Posts of which a written opinion is on file that is not counted. */
  readonly written: readonly string[];
  readonly hands: Counts | null;
  readonly decision: MeetingOutcome | null;
  /** Whether the secretary entered the decision of whoever presides (代录). */
  readonly decisionRecorded: boolean;
  /** 更正: what was entered before, in the order in which it was put right. */
  readonly corrections: readonly Correction[];
  readonly outcome: MeetingOutcome | null;
  /** 原则同意: what was asked for with it. */
  readonly conditions: readonly Imposed[];
  /** 授权修改: what may be changed without deciding again. */
  readonly mandate: StreamName<'mandate'> | null;
  /** The sum that its resolution rests on; null before it is declared. */
  readonly sum: Sum | null;
  /** 复议: the meeting whose decision is decided on again. */
  readonly reconsiders: StreamName<'meeting'> | null;
  /** 复议未通过的后果; null where nothing is reconsidered. */
  readonly ifRefused: IfRefused | null;
  /** 应到 and 实到 of a meeting that was held in a room and entered afterwards. */
  readonly attended: { readonly all: number; readonly present: number } | null;
  /** 会议纪要 that was attached to the resolution. */
  readonly minutes: TextRef | null;
  /** 会议记录 and 会议纪要 as they were filed. */
  readonly filed: { readonly [K in MinutesKind]: FiledMinutes | null };
  /** Rules that were broken on the way and only show. */
  readonly notices: readonly Notice[];
}

/** Before the first fact. */
export const nothing: MeetingContext = {
  case: '',
  stage: '',
  round: 0,
  body: '',
  bodyKey: '',
  at: '',
  place: '',
  rule: {
    title: '',
    decides: 'vote',
    ballot: 'named',
    quorum: { base: 'all', num: 1, den: 1, inclusive: true },
    pass: { base: 'all', num: 1, den: 1, strict: false },
    recusal: 'exclude',
    notice: { n: 0, unit: 'natural', effect: 'warn', roll: true },
    words: { passed: '', 'in-principle': '', 'not-passed': '', deferred: '', withdrawn: '', referred: '' },
    minutes: 'online',
    recorded: {},
  },
  roll: [],
  item: { subject: 'manuscript', text: { scheme: 'blob-sha256@1', hash: '' }, title: '' },
  agenda: { items: 1, ours: 1 },
  added: [],
  papers: [],
  earlier: null,
  tabling: null,
  sitting: null,
  carried: false,
  recusals: [],
  interested: [],
  referred: null,
  present: [],
  here: [],
  remote: [],
  ballot: null,
  dispositions: [],
  excepted: [],
  votes: [],
  written: [],
  hands: null,
  decision: null,
  decisionRecorded: false,
  corrections: [],
  outcome: null,
  conditions: [],
  mandate: null,
  reconsiders: null,
  ifRefused: null,
  sum: null,
  attended: null,
  minutes: null,
  filed: { record: null, minutes: null },
  notices: [],
};

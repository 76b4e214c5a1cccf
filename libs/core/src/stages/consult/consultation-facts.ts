import type { DueStep } from '../../deadlines/due-step.ts';
import type { DayUnit } from '../../deadlines/period.ts';
import type { Fact, StreamName } from '../../stream.ts';
import type { Notice } from '../../refusal.ts';
import type { TextRef } from '../../text-ref.ts';

export type { DayUnit };

/** 期限下限 of a procedure: at least so many days, with what that rests on; 0 is none. */
export type Floor = { readonly n: number; readonly unit: DayUnit; readonly basis?: string };

/** What the covering letter says of silence: nothing, or that whoever does not answer has no opinion (视为无意见). */
export type Silence = 'none' | 'as-none';

/** 征求意见: who was asked about which text, until when, and who answered. Names are permanent. */
export type ConsultationFact =
  | Fact<
      'ConsultationOpened',
      {
        case: string;
        stage: string;
        round: number;
        /** 征求意见稿. */
        text: TextRef | null;
        /** Departments, frozen: one that is created later is not asked. */
        recipients: string[];
        days: number;
        unit: DayUnit;
        opened: string;
        /** The end of the window, law time in UTC. */
        due: string;
        /** The window ends beyond the announced working days, so that the date may still move. */
        estimated: boolean;
        /** How the end was counted, and with which working days; these three are absent in facts of the first version. */
        why?: readonly DueStep[];
        calendar?: string;
        rollOver?: boolean;
        /** Absent where the procedure has none. */
        floor?: Floor;
        /** Absent in consultations opened before letters said so: `none`. */
        silence?: Silence;
      }
    >
  /** 变更期限: another end, on a Beijing day, with a reason that everybody who was asked can read. */
  | Fact<
      'WindowMoved',
      {
        how: 'extended' | 'shortened';
        from: string;
        until: string;
        due: string;
        on: string;
        notices: Notice[];
      }
    >
  /** 重新计算: the working days that the end rested on were announced. */
  | Fact<
      'WindowRecounted',
      {
        from: string;
        due: string;
        estimated: boolean;
        calendar: string;
        source: string;
        why: readonly DueStep[];
      }
    >
  | Fact<'TextOpened', { department: string; text: TextRef | null }>
  | Fact<
      'ReplyReceived',
      {
        department: string;
        /** How many opinions the department has given by now; 0 is 无意见. */
        opinions: number;
        /** The opinion that came with this reply, the first of several. */
        opinion: StreamName | null;
        /** 整批反馈: the others that came with it; absent where there are none. */
        more?: readonly StreamName[];
        received: string;
      }
    >
  | Fact<
      'ReplyEntered',
      {
        /** Null for an opinion of 职工群众, which is of no department. */
        department: string | null;
        /** How many opinions the department has given by now; 0 is 无意见. */
        opinions: number;
        opinion: StreamName | null;
        more?: readonly StreamName[];
        /** 发生时间, as the recorder claims: a day, or an instant. */
        happened: string;
        /** 逾期反馈: after the end of the window. */
        late: boolean;
      }
    >
  | Fact<
      'ReplyWithdrawn',
      { department: string; /** How many are left. */ opinions: number; opinion: StreamName }
    >
  | Fact<'UnsignedOpinionReceived', { opinion: StreamName }>
  | Fact<
      'ConsultationClosed',
      {
        at: string;
        /** 发出. */
        asked: number;
        /** 收回. */
        replied: number;
        /** 意见, without those withdrawn. */
        opinions: number;
        /** 不署名意见 among them. Absent, like all below, before there were any. */
        unsigned?: number;
        /** 无意见. */
        none?: number;
        /** 逾期未反馈, frozen. */
        overdue?: string[];
        silence?: Silence;
        sum?: string;
        sumEn?: string;
        /** 补触发: the clock closed it at this moment, after having been down. */
        belated?: string;
      }
    >;

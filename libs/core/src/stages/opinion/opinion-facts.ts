import type { Fact, StreamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';
import type { Owner } from '../charge.ts';

/** 采纳 · 部分采纳 · 不采纳 · 已体现 · 工作中吸收 · 另行研究 */
export const DISPOSITIONS = ['adopted', 'partly', 'rejected', 'already', 'in-work', 'later'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** Whose an opinion is that no department gave: 职工群众 at a forum or on paper, or nobody's (不署名). */
export type Unnamed = 'staff' | 'unsigned';

/** 修改建议 · 文字意见 · 总体意见 */
export const OPINION_SORTS = ['change', 'wording', 'whole'] as const;
export type OpinionSort = (typeof OPINION_SORTS)[number];

/** Who works it in, or studies it, and by which Beijing day, that day included. */
export interface Taken {
  readonly owner: Owner;
  readonly due: string;
}

/**
 * 意见 of one department on one text. Its place, its wording, the passage it quotes and the reasons for what becomes of it are
 * sealed under the person who wrote them, of an opinion without one under its own id; the facts say that they are there. Names are permanent.
 */
export type OpinionFact =
  | Fact<
      'OpinionGiven',
      {
        consultation: string;
        case: string;
        stage: string;
        /** Null for opinions of no department. */
        department: string | null;
        /** From 1, in the order of arrival in the consultation; of unsigned ones in no order. */
        no: number;
        /** Absent for the opinion of a department. */
        from?: Unnamed;
        /** The clause of the text asked about, by the id of its node; absent for an opinion on the whole, or on a text without nodes. */
        clause?: string;
        /** Whether words of the text are quoted; they are sealed. */
        quoted?: true;
        /** 意见类别; absent in facts of before there were any. */
        sort?: OpinionSort;
        /** The form or the marked text that it was taken from; it stands here, where only those see it who see the opinion. */
        original?: FileRef;
      }
    >
  | Fact<'OpinionWithdrawn', { received: string }>
  | Fact<'OpinionMerged', { into: StreamName<'opinion'>; no: number }>
  | Fact<'OpinionTakenIn', { opinion: StreamName<'opinion'>; no: number }>
  | Fact<
      'DispositionProposed',
      {
        disposition: Disposition;
        /** 已体现: the clause that says it, by the id of its node; of a text without nodes the passage is sealed. */
        clause?: string;
        /** 工作中吸收、另行研究: by whom and by when. */
        taken?: Taken;
      }
    >
  | Fact<
      'DispositionFixed',
      {
        disposition: Disposition;
        meeting: StreamName;
        /** 督办事项 that carries it out; absent where nothing is left to do. */
        duty?: StreamName<'duty'>;
        /** 会后确定: the original by which the body settled what its meeting had left out. */
        original?: FileRef;
      }
    >
  | Fact<'DispositionNoted', { department: string }>
  | Fact<'DispositionObjected', { department: string }>
  | Fact<'DispositionExplained', { department: string }>;

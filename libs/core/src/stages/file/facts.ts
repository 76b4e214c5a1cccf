import type { Subject } from '../../case/case.ts';
import type { Belated } from '../../deadlines/belated.ts';
import type { DueStep } from '../../deadlines/due-step.ts';
import type { Period } from '../../deadlines/period.ts';
import type { Notice } from '../../refusal.ts';
import type { Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/**
 * approved 审议同意（批准）· approved-with-changes 修改后同意 · recorded 予以备案 · returned 退回补正 ·
 * incomplete 材料不全，要求补充
 */
export const FILING_OUTCOMES = [
  'approved',
  'approved-with-changes',
  'recorded',
  'returned',
  'incomplete',
] as const;
export type FilingOutcome = (typeof FILING_OUTCOMES)[number];

/** 请示 asks for an answer, 报告 does not; 催办函 asks again for the answer to what was sent. */
export type Letter = '请示' | '报告' | '催办函';
/** approve 审批（审议同意）· record 备案 */
export type FilingMode = 'approve' | 'record';

/** How the letter went: delivered 直接送达 · post 邮寄 · confidential 机要交换 · oa 公文交换（OA）· system 本系统 */
export const CHANNELS = ['delivered', 'post', 'confidential', 'oa'] as const;
export type Channel = (typeof CHANNELS)[number] | 'system';

/** wait 继续等待 · ask-again 催办 · issue 不待答复，先行印发 */
export const INSTRUCTIONS = ['wait', 'ask-again', 'issue'] as const;
export type Instruction = (typeof INSTRUCTIONS)[number];

/** 答复期限: counted from the day of the sending, with which working days, and whether they are announced. */
export type Counted = {
  readonly from: string;
  readonly within: Period;
  readonly why: readonly DueStep[];
  readonly calendar: string;
  readonly estimated: boolean;
};

/** A paper of the package (报送材料清单). */
export interface Enclosure {
  readonly title: string;
  readonly text: TextRef;
}

/** Sending a text to the authority, here or on paper, and what came of it. Names are permanent. */
export type FilingFact =
  | Fact<
      'FilingPrepared',
      {
        case: string;
        stage: string;
        subject: Subject;
        title: string;
        mode: FilingMode;
        authority: string | null;
        due: string | null;
        /** Sendings of the stage before this filing (第几次报送 counts them all). */
        before?: number;
      }
    >
  | Fact<
      'FilingSent',
      {
        case: string;
        stage: string;
        text: TextRef;
        letter: Letter;
        manifest: readonly Enclosure[];
        authority: string | null;
        party: 'system' | 'paper';
        /** 第几次报送, over all rounds of the stage, from 1. */
        no: number;
        /** Null where nobody said how it went. */
        channel: Channel | null;
        /** Law time by which an answer is expected, or null. */
        answerBy: string | null;
        /** How that was counted; absent without a period for the answer, and in facts of the first version. */
        counted?: Counted;
        /** What did not fit, as it was shown. */
        notices: readonly Notice[];
      }
    >
  /** 签收: the authority's receipt for one sending. Who signed is sealed. */
  | Fact<'SendingReceipted', { no: number; number: string; on: string }>
  | Fact<'FilingUnanswered', { no: number; due: string } & Belated>
  /** 重新计算: the working days that the date for the answer rested on were announced. */
  | Fact<'AnswerRecounted', { from: string; answerBy: string; source: string; counted: Counted }>
  /** 批示 of a leader on a filing that nobody answered. */
  | Fact<
      'InstructionRecorded',
      { no: number; instruction: Instruction; until: string | null; leader: string }
    >
  | Fact<
      'AnswerReceived',
      {
        outcome: FilingOutcome;
        /** 来文字号; empty where the letter has none. */
        number: string;
        /** The day on the letter, where the office entered it from paper. */
        on: string | null;
        /** 收文号 in the hospital's own register of incoming letters. */
        register?: string | null;
        letter: TextRef | null;
        text: TextRef;
        /** The sending that it answers. */
        no?: number;
        /** Points to be put right; their wording is sealed, or stands in the letter. */
        points?: number;
        /** The date of what is owed next, moved by the days that the file was away. */
        due?: string | null;
        party: 'system' | 'paper';
        /** The authority's stream and the receipt of its answer; null on paper. */
        dossier: string | null;
        receipt: string | null;
        /** What did not fit, as it was shown. */
        notices: readonly Notice[];
      }
    >
  /** 修改后同意: the approval stands for the changed text, whose change was classed so. */
  | Fact<'AnswerStands', { stage: string; round: number; text: TextRef }>;

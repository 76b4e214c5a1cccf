import type { Subject } from '../../case/case.ts';
import type { Notice } from '../../refusal.ts';
import type { Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Change } from '../manuscript/text-changes.ts';
import type { AskedSteps, Step } from './steps.ts';

/** Where the number comes from: the hospital's own register outside, or the one kept here, with its 机关代字. */
export type Numbering = 'external' | { readonly own: string };

/** 抄送: the authority of the case, a department, or somebody else by name. */
export type CopiedTo =
  | { readonly to: 'authority'; readonly institution: string | null }
  | { readonly to: 'department'; readonly department: string }
  | { readonly to: 'other'; readonly name: string };

/** 公开属性: 主动公开, 依申请公开, 不予公开. @source 政府信息公开条例 §13、§14、§27 */
export type Disclosure = 'public' | 'on-request' | 'withheld';

/** 发文稿纸 as the drafter fills it in. */
export interface Sheet {
  readonly title: string;
  /** 主送: departments that sign for it. */
  readonly recipients: readonly string[];
  readonly copiedTo: readonly CopiedTo[];
  readonly disclosure: Disclosure | null;
  /** 份数. */
  readonly copies: number | null;
}

/** One step: on which text, by the holder of which post, on which day of Beijing. */
export interface Deed {
  readonly text: TextRef;
  readonly post: string | null;
  readonly by: string | null;
  readonly on: string;
}

/** 印发: 拟稿, 核稿, 会签, 签发, 复核, 编号, 用印, 印发, 签收. Names are permanent. */
export type IssueFact =
  | Fact<
      'IssueDrafted',
      {
        case: string;
        stage: string;
        subject: Subject;
        title: string;
        /** 印发稿: the case's text when the stage opened. */
        text: TextRef | null;
        /** Departments that sign for it, frozen. */
        recipients: readonly string[];
        due: string | null;
        register: Numbering;
        steps: AskedSteps;
      }
    >
  | Fact<'DraftFilledIn', Sheet & { readonly post: string | null }>
  | Fact<'IssueReviewed', Deed>
  | Fact<'IssueCountersigned', Deed & { readonly department: string }>
  /** Before the day of the signature nothing can be issued. */
  | Fact<'IssueSigned', Deed & { readonly notices: readonly Notice[] }>
  | Fact<'IssueChecked', Deed>
  | Fact<'NumberReserved', { number: string }>
  | Fact<'IssueNumbered', { number: string; on: string; notices: readonly Notice[] }>
  | Fact<'IssueNumberVoided', { number: string; how: 'void' | 'mistyped' }>
  | Fact<'IssueSealed', Deed>
  | Fact<
      'Issued',
      {
        text: TextRef;
        number: string | null;
        on: string;
        recipients: readonly string[];
        notices: readonly Notice[];
      }
    >
  /** 恢复审议稿: the text of this issue is the decided one again. */
  | Fact<'IssueTextRestored', { from: TextRef; to: TextRef; by: string }>
  /** 编辑性修改 before 印发: shown change by change, and nothing until another person confirms it. */
  | Fact<'EditorialProposed', { from: TextRef; to: TextRef; changes: Change[]; by: string }>
  | Fact<'EditorialConfirmed', { from: TextRef; to: TextRef; by: string }>
  | Fact<'EditorialRejected', { by: string }>
  | Fact<'ReceiptSigned', { department: string; on: string }>;

/** A step that was done. What older facts do not say is null. */
export interface Done {
  readonly text: TextRef | null;
  readonly post: string | null;
  readonly by: string | null;
  readonly on: string | null;
}

export interface IssueContext extends Sheet {
  readonly case: string;
  readonly stage: string;
  readonly subject: Subject;
  readonly text: TextRef | null;
  readonly due: string | null;
  readonly register: Numbering;
  readonly steps: AskedSteps;
  readonly done: { readonly [S in Step]?: Done };
  readonly countersigned: readonly (Done & { readonly department: string })[];
  readonly number: string | null;
  /** 预留文号, before it is used. */
  readonly reserved: string | null;
  /** 编辑性修改 that waits for a second person. */
  readonly editorial: { readonly from: TextRef; readonly to: TextRef; readonly by: string } | null;
  /** 作废文号 of this issue. */
  readonly voided: readonly string[];
  readonly received: readonly string[];
}

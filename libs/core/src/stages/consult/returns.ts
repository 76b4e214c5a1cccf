import type { Said } from '../../refusal.ts';
import { unanswered, type ConsultationState } from './consultation.ts';

/** opinions 有意见 · none 无意见 · overdue 逾期未反馈 · waiting 待反馈 */
export type Returned = 'opinions' | 'none' | 'overdue' | 'waiting';

/** 发放回收登记: one line for each of those who were asked. */
export interface ReturnLine {
  readonly department: string;
  /** 已阅: the text was opened. */
  readonly read: boolean;
  readonly returned: Returned;
  readonly opinions: number;
  /** 逾期反馈: it answered after the end of the window. */
  readonly late: boolean;
}

/** Whether each of those who were asked has answered, and how. */
export const returnsOf = (state: ConsultationState): readonly ReturnLine[] =>
  state.context.recipients.map((department) => {
    const opinions = state.context.replies[department];
    return {
      department,
      read: state.context.read.includes(department),
      returned: opinions === undefined ? silent(state) : opinions > 0 ? 'opinions' : 'none',
      opinions: opinions ?? 0,
      late: state.context.late.includes(department),
    };
  });

const silent = (state: ConsultationState): Returned => (state.matches('closed') ? 'overdue' : 'waiting');

/** What the register comes to at one moment. */
export interface Returns {
  readonly asked: number;
  readonly replied: number;
  readonly opinions: number;
  readonly unsigned: number;
  readonly none: number;
  readonly overdue: readonly string[];
}

/** The numbers that the close fixes. Opinions that were withdrawn do not count. */
export function countReturns(state: ConsultationState): Returns {
  const { recipients, replies, opinions, withdrawn, unsigned } = state.context;
  const overdue = unanswered(state);
  return {
    asked: recipients.length,
    replied: recipients.length - overdue.length,
    opinions: opinions.length - withdrawn.length,
    unsigned,
    none: recipients.filter((department) => replies[department] === 0).length,
    overdue,
  };
}

/** 发出…收回…: the numbers as the record says them. */
export function sumOf(
  { asked, replied, opinions, unsigned, none, overdue }: Returns,
  silence: ConsultationState['context']['silence'],
): Said {
  const counted = overdue.length > 0 && silence === 'as-none';
  return {
    zh: [
      `发出${asked}份`,
      `收回${replied}份`,
      `意见${opinions}条${unsigned > 0 ? `（其中不署名${unsigned}条）` : ''}`,
      `无意见${none}份`,
      `逾期未反馈${overdue.length}份${counted ? '（视为无意见）' : ''}`,
    ].join('，'),
    en: [
      `${asked} asked`,
      `${replied} answered`,
      `${opinions} opinions${unsigned > 0 ? ` (${unsigned} unsigned)` : ''}`,
      `${none} without opinion`,
      `${overdue.length} silent${counted ? ' (taken as no opinion)' : ''}`,
    ].join(', '),
  };
}

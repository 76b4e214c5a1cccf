import type { AuditQuestion, AuditRow, QuestionQuery } from '@mouding/contract';
import type { OrgState, Said } from '@mouding/core';
import type { LogFact } from '../case-log.ts';

/** What a question is put to: a case up to now, and the part of it that the letter opens. */
export interface Asked {
  readonly facts: readonly LogFact[];
  /** Whether an entry lies in the letter's period: only such ones are rows. */
  shows(fact: LogFact): boolean;
  readonly org: OrgState;
  readonly seconds: QuestionQuery['seconds'];
}

/** One row before it is put into words: the entries that it rests on come from the log. */
export interface Found extends Omit<AuditRow, 'evidence' | 'key' | 'stage' | 'label'> {
  /** The entry that it is about. */
  readonly about: LogFact;
  readonly evidence: readonly LogFact[];
}

export interface Answer {
  readonly sum: Said;
  readonly rows: readonly Found[];
  /** Left out where the record can answer. */
  readonly known?: false;
}

/** A canned question: the same words and the same arithmetic for every case. */
export interface Question extends AuditQuestion {
  ask(asked: Asked): Answer;
}

/** How many there are, in words. */
export const counted = (rows: readonly Found[], zh: string, en: string): Answer => ({
  rows,
  sum:
    rows.length === 0
      ? { zh: `未见${zh}`, en: `No ${en}` }
      : { zh: `共${rows.length}项：${zh}`, en: `${rows.length}: ${en}` },
});

/** The post of whoever acted, in words. */
export const postOf = ({ context }: OrgState, { actor }: LogFact): string =>
  context.posts.find(({ id }) => id === actor.post)?.title ?? '';

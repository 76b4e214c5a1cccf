import type { Json } from '@mouding/evidence';
import type { Said } from '../../refusal.ts';
import type { Fact } from '../../stream.ts';
import type { FileRef, TextRef } from '../../text-ref.ts';
import type { Cause } from '../handed-in.ts';
import type { Kept } from '../write/countersigns.ts';

/** 修订 of a Word file are read as accepted, or as rejected. */
export const TAKES = ['accept', 'reject'] as const;
export type Take = (typeof TAKES)[number];

/** What was recognised in an original, counted: no wording. */
export type Recognised = {
  readonly headings: number;
  readonly clauses: number;
  readonly tables: number;
  readonly pictures: number;
  readonly revisions: number;
  readonly comments: number;
  /** 导入残留: what a program made and no author typed. */
  readonly residue: number;
  /** What a text cannot show: charts, text boxes, formulas. */
  readonly notImported: number;
};

/** Why an original gave no text, as its sender was told, and what makes it readable. `code` is permanent. */
export type Unread = {
  readonly code: string;
  readonly said: Said;
  readonly needs: Said;
  /** Whether it may harm whoever opens it: nobody but its sender is given it. */
  readonly unsafe: boolean;
};

/** Which original: of the stream's own hand-in (null), or of the material that a 配合部门 gave. */
type Which = { original: FileRef; department: string | null };

/**
 * 收件 before 核对: what becomes of an original after it was received. None of these facts has anything to do with when it
 * was. Names are permanent.
 */
export type ReadingFact =
  /** `text` is the text of the original as a tree; pictures are originals of their own, by their bytes. */
  | Fact<
      'TextRead',
      Which & { text: TextRef; recognised: Recognised; take: Take | null; pictures: readonly FileRef[] }
    >
  /** It has changes that nobody accepted or rejected: somebody is asked how it is to be read. */
  | Fact<'RevisionsFound', Which & { revisions: number; comments: number }>
  | Fact<'RevisionsChosen', Which & { take: Take }>
  /** It gave no text: it is kept as an attachment (`cause` null), or another one is asked for (请补正). */
  | Fact<'TextNotRead', Which & { cause: Cause | null; trouble: Unread }>
  /** 导入核对: what was recognised was put right, by so many operations. `kept`: countersigns that it lets stand. */
  | Fact<'ImportChecked', { from: TextRef; to: TextRef; operations: number; kept?: readonly Kept[] }>
  /** 确认: the head of the department says that this is the text. */
  | Fact<'TextConfirmed', { text: TextRef }>;

/** How far an original has come. `attached`: it is no text; `unread`: another one is asked for. */
export type ReadingStanding =
  'waiting' | 'revisions' | 'read' | 'checked' | 'confirmed' | 'attached' | 'unread';

/** The reading of one original. */
export interface TextReading {
  readonly original: FileRef;
  readonly standing: ReadingStanding;
  readonly take: Take | null;
  readonly recognised: Recognised | null;
  readonly revisions: number;
  readonly comments: number;
  readonly pictures: readonly FileRef[];
  readonly trouble: Unread | null;
}

/** What waits to be read of a hand-in: its original, where no text came with it. */
export const readingOf = (came: {
  readonly text: TextRef | null;
  readonly original?: FileRef | null;
}): TextReading | null =>
  came.text === null && came.original
    ? {
        original: came.original,
        standing: 'waiting',
        take: null,
        recognised: null,
        revisions: 0,
        comments: 0,
        pictures: [],
        trouble: null,
      }
    : null;

/** The next standing of a reading; facts about another original change nothing. */
export function nextReading(reading: TextReading | null, fact: Fact): TextReading | null {
  if (!reading || !isReading(fact)) return reading;
  if ('original' in fact.data && fact.data.original.hash !== reading.original.hash) return reading;
  return { ...reading, ...changesOf(fact) };
}

function changesOf({ type, data }: ReadingFact): Partial<TextReading> {
  switch (type) {
    case 'TextRead': {
      const { recognised, take, pictures } = data;
      const { revisions, comments } = recognised;
      return { standing: 'read', recognised, take, pictures, revisions, comments };
    }
    case 'RevisionsFound':
      return { standing: 'revisions', revisions: data.revisions, comments: data.comments };
    case 'RevisionsChosen':
      return { standing: 'waiting', take: data.take };
    case 'TextNotRead':
      return { standing: data.cause === null ? 'attached' : 'unread', trouble: data.trouble };
    case 'ImportChecked':
      return { standing: 'checked' };
    case 'TextConfirmed':
      return { standing: 'confirmed' };
  }
}

const TYPES: readonly string[] = [
  'TextRead',
  'RevisionsFound',
  'RevisionsChosen',
  'TextNotRead',
  'ImportChecked',
  'TextConfirmed',
] satisfies readonly ReadingFact['type'][];

export const isReading = (fact: Fact): fact is ReadingFact => TYPES.includes(fact.type);

/** What the worker is sent when an original waits to be read. */
export const readJob = (
  original: FileRef,
  department: string | null,
  take: Take | null,
): { readonly task: 'read-original'; readonly payload: { readonly [key: string]: Json } } => ({
  task: 'read-original',
  payload: { original: { ...original }, department, take },
});

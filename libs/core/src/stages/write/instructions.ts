import type { ObligationRow } from '../../rows.ts';
import type { Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** 批示 on a chapter, numbered from 1. The words are sealed. */
export interface Instruction {
  readonly no: number;
  /** The department that is to act on it. */
  readonly to: string;
  /** The version that was in front of the leader; null before anything was handed in. */
  readonly text: TextRef | null;
}

/** Facts about 批示. Names are permanent. */
export type InstructionFact =
  | Fact<'ChapterInstructed', Instruction>
  | Fact<'ChapterInstructionNoted', { no: number; department: string }>;

/** Instructions that were given, and the numbers of those that nobody has taken note of. */
export interface Instructions {
  readonly given: number;
  readonly open: readonly Instruction[];
}

export const NO_INSTRUCTIONS: Instructions = { given: 0, open: [] };

/** The instructions after a fact about them. */
export function instructed({ given, open }: Instructions, { type, data }: InstructionFact): Instructions {
  if (type === 'ChapterInstructed') return { given: given + 1, open: [...open, data] };
  return { given, open: open.filter(({ no }) => no !== data.no) };
}

/** Whoever was instructed takes note of it; it has no date of its own. */
export const notingOwed = ({
  open,
}: Instructions): readonly Pick<ObligationRow, 'name' | 'holder' | 'verb' | 'due'>[] =>
  open.map(({ no, to }) => ({
    name: `instruction:${no}`,
    holder: `department-head@${to}`,
    verb: 'chapter.note-instruction',
    due: null,
  }));

import type { Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** 已核对: on which text, and whether with another view; that is sealed. */
export interface Use {
  readonly text: TextRef;
  readonly objected: boolean;
}

/** 核对材料采用情况: a department has seen where in the text its contribution was used. It holds nothing. Permanent. */
export type UseFact = Fact<'UseConfirmed', { department: string; text: TextRef; objected: boolean }>;

/** The last word of each department. */
export interface Uses {
  readonly [department: string]: Use;
}

export function withUse(uses: Uses, fact: Fact): Uses {
  if (!isUse(fact)) return uses;
  const { department, text, objected } = fact.data;
  return { ...uses, [department]: { text, objected } };
}

const isUse = (fact: Fact): fact is UseFact => fact.type === 'UseConfirmed';

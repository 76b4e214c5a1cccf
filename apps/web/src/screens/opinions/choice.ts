import type { ProposeDisposition } from '../../api/generated/types.gen.ts';
import type { Taken } from './taken-fields.tsx';

export type Choice = ProposeDisposition['disposition'];

/** In the order in which they are numbered on the screen. */
export const CHOICES: readonly Choice[] = ['adopted', 'partly', 'rejected', 'already', 'in-work', 'later'];

interface Proposed {
  readonly choice: Choice;
  readonly reason: string;
  /** The clause that the opinion is about; null where the text has no clauses. */
  readonly clause: string | null;
  readonly taken: Taken;
}

/** What is sent, or null while something is still missing. The server asks for the same. */
export function bodyOf({ choice, reason, clause, taken }: Proposed): ProposeDisposition | null {
  const said = reason.trim();
  if (choice !== 'adopted' && said === '') return null;
  const plain = { disposition: choice, reason: said };
  if (choice === 'already') return clause === null ? null : { ...plain, clause };
  return choice === 'in-work' || choice === 'later' ? withOwner(plain, taken) : plain;
}

const withOwner = (plain: ProposeDisposition, { department, due }: Taken): ProposeDisposition | null =>
  department === null || due === '' ? null : { ...plain, taken: { owner: { department }, due } };

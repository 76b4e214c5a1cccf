import type { Known, Need } from './decider.ts';
import { streamName, type Kind } from './stream.ts';

/** Kinds of which every stream is of one case, and changes nothing in it. */
type OfCase = Extract<
  Kind,
  | 'ballot'
  | 'chapter'
  | 'condition'
  | 'consultation'
  | 'contribution'
  | 'duty'
  | 'indicator'
  | 'issue'
  | 'opinion'
  | 'record'
  | 'tabling'
>;

/** The `needs` of what is asked of such a stream: itself and, once it is known, its case. */
export const withItsCase =
  (kind: OfCase) =>
  (known: Known, id: string): readonly Need[] => {
    const state = known.state(kind, id);
    const itself = { write: streamName(kind, id) };
    return state ? [itself, { read: streamName('case', state.context.case) }] : [itself];
  };

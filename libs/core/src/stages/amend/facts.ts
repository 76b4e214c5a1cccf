import type { Fact, StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Change } from '../manuscript/text-changes.ts';

/**
 * Why a change is at least of its class: `numbers` a number of the text changed · `headings` a chapter came, went or was
 * renamed · `duties` who is to do something changed · `waiting` an earlier change still waits for a gate.
 */
export type Weight = 'numbers' | 'headings' | 'duties' | 'waiting';

/** 补正修改 after an answer of the authority, in the stream of the manuscript. Names are permanent. */
export type AmendmentFact =
  /** An amending stage opened on the text that the case had then. */
  | Fact<
      'AmendmentRequested',
      {
        case: string;
        stage: string;
        round: number;
        due: string | null;
        text: TextRef | null;
        /** The filing whose answer is met, and how many points it raised. */
        about: StreamName | null;
        points: number;
      }
    >
  | Fact<
      'ManuscriptAmended',
      {
        round: number;
        from: TextRef;
        to: TextRef;
        label: string;
        changes: Change[];
        /** Points that it meets, by number from 1. */
        points: number[];
        /** The class that whoever amended proposes, and the least one by rule with what decided it. */
        class: string;
        least: string;
        weight: Weight[];
        by: string;
      }
    >
  | Fact<'AmendmentClassed', { text: TextRef; class: string; proposed: string; least: string; by: string }>;

/** The last amendment of a manuscript. */
export interface Amendment {
  readonly about: StreamName | null;
  readonly points: number;
  /** The text that is being changed: what the gates have decided. */
  readonly origin: TextRef | null;
  readonly met: readonly number[];
  readonly proposed: string | null;
  readonly least: string | null;
  readonly weight: readonly Weight[];
  /** The class, once it was classed. */
  readonly class: string | null;
  /** Who changed the text: none of them classes the change. */
  readonly hands: readonly string[];
}

/** The amendment after a fact of the manuscript. */
export function afterAmending(
  before: Amendment | null,
  event: AmendmentFact | { readonly type: string },
): Amendment | null {
  if (!isAmending(event)) return before;
  if (event.type === 'AmendmentRequested') return requested(event.data);
  if (!before) return null;
  if (event.type === 'AmendmentClassed') return { ...before, class: event.data.class };
  const { points, least, weight, by, class: proposed } = event.data;
  return {
    ...before,
    met: [...new Set([...before.met, ...points])].toSorted((a, b) => a - b),
    proposed,
    least,
    weight,
    hands: [...new Set([...before.hands, by])],
  };
}

const isAmending = (event: AmendmentFact | { readonly type: string }): event is AmendmentFact =>
  ['AmendmentRequested', 'ManuscriptAmended', 'AmendmentClassed'].includes(event.type);

const requested = ({
  about,
  points,
  text,
}: Extract<AmendmentFact, { type: 'AmendmentRequested' }>['data']): Amendment => ({
  about,
  points,
  origin: text,
  met: [],
  proposed: null,
  least: null,
  weight: [],
  class: null,
  hands: [],
});

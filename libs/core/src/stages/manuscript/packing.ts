import { canonical, utf8Length } from '@mouding/evidence';
import type { Operation } from '@mouding/text';
import type { Grounded } from './ground.ts';
import { MOST_BYTES } from './passages.ts';

/** One change: its operations, what it answers, and why. */
export interface Unit extends Grounded {
  readonly operations: readonly Operation[];
  readonly reason: string;
}

/**
 * Units by facts, in their order, so that each fact stays within what one entry of the log can hold. A unit that is
 * larger is cut into several with the same grounds. An operation alone always fits: its body is bounded.
 */
export function inFacts(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const facts: Unit[][] = [];
  let room = 0;
  for (const unit of units.flatMap(cut)) {
    const bytes = sizeOf(unit);
    const last = facts.at(-1);
    if (last && bytes <= room) {
      last.push(unit);
      room -= bytes;
    } else {
      facts.push([unit]);
      room = MOST_BYTES - bytes;
    }
  }
  return facts;
}

/** A unit in parts that fit a fact each. */
function cut(unit: Unit): readonly Unit[] {
  if (sizeOf(unit) <= MOST_BYTES) return [unit];
  const parts: Operation[][] = [];
  let room = 0;
  for (const operation of unit.operations) {
    const bytes = utf8Length(canonical(operation)) + 1;
    const last = parts.at(-1);
    if (last && bytes <= room) {
      last.push(operation);
      room -= bytes;
    } else {
      parts.push([operation]);
      room = MOST_BYTES - FRAME - bytes;
    }
  }
  return parts.map((operations) => ({ ...unit, operations }));
}

/** Bytes of a change beside its operations: what it answers, member names. */
const FRAME = 400;

const sizeOf = ({ operations }: Unit): number => utf8Length(canonical([...operations])) + FRAME;

import { procedureOf } from '../../case/advance.ts';
import type { Given } from '../../decider.ts';
import { waitingGates, type Classing } from '../../procedure/classing.ts';
import type { Procedure } from '../../procedure/procedure.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Weight } from './facts.ts';
import { sameNumbers } from './numbers.ts';

/** The lightest class that a change may have by rule, and what decided it. */
export interface Least {
  readonly class: string;
  readonly weight: readonly Weight[];
}

/** Whether `of` is lighter than `than`, in the order in which the procedure names its classes. */
export function isLighter({ classes }: Classing, of: string, than: string): boolean {
  const order = [...classes.keys()];
  return order.indexOf(of) < order.indexOf(than);
}

/**
 * The least class of a change from one text to another, by rule alone: a number that changed is at least what the
 * procedure says of numbers, and nothing is lighter than an earlier change that a gate has yet to decide.
 */
export function leastClass(given: Given, caseId: string, origin: TextRef, changed: string): Least {
  const procedure = procedureOf(given, caseId);
  const { classing } = procedure;
  const same = sameNumbers(given.text(origin), changed);
  const waiting = waitingFor(given, caseId);
  const covering = [...classing.classes.keys()].find((one) => asksFor(classing, one, waiting)) ?? '';
  const weight: readonly Weight[] = [...(same ? [] : NUMBERS), ...(waiting.length === 0 ? [] : WAITING)];
  const numbers = ofNumbers(procedure);
  return { class: !same && isLighter(classing, covering, numbers) ? numbers : covering, weight };
}

/** The class of which a change of a number is at least; the heaviest where the procedure names none. */
const ofNumbers = ({ definition, classing }: Procedure): string =>
  definition.amendments?.numbers ?? [...classing.classes.keys()].at(-1) ?? '';

const asksFor = ({ classes }: Classing, of: string, gates: readonly string[]): boolean =>
  gates.every((gate) => classes.get(of)?.includes(gate));

const NUMBERS: readonly Weight[] = ['numbers'];
const WAITING: readonly Weight[] = ['waiting'];

/** Gates that an earlier change of the manuscript still waits for. */
export function waitingFor(given: Given, caseId: string): readonly string[] {
  const state = given.state('case', caseId);
  return state ? waitingGates(state.context, procedureOf(given, caseId).classing, 'manuscript') : [];
}

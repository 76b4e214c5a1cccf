import { procedureOf } from '../../case/advance.ts';
import type { Given } from '../../decider.ts';
import { waitingGates, type Classing } from '../../procedure/classing.ts';
import type { Procedure } from '../../procedure/procedure.ts';
import type { TextRef } from '../../text-ref.ts';
import type { Weight } from './facts.ts';
import { touched } from './weights.ts';

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
 * The least class of a change from one text to another, by rule alone: a number, a chapter or a duty that changed is at
 * least what the procedure says of it, and nothing is lighter than an earlier change that a gate has yet to decide.
 */
export function leastClass(given: Given, caseId: string, origin: TextRef, changed: string): Least {
  const procedure = procedureOf(given, caseId);
  const { classing } = procedure;
  const waiting = waitingFor(given, caseId);
  const covering = [...classing.classes.keys()].find((one) => asksFor(classing, one, waiting)) ?? '';
  const asked = touched(given.text(origin), changed).flatMap((weight) => {
    const least = classOf(procedure, weight);
    return least === null ? [] : [{ weight, least }];
  });
  return {
    class: asked.reduce((of, { least }) => (isLighter(classing, of, least) ? least : of), covering),
    weight: [...asked.map(({ weight }) => weight), ...(waiting.length === 0 ? [] : WAITING)],
  };
}

/**
 * The class of which such a change is at least. Where the procedure names none, a number or a chapter is of the heaviest;
 * who is to do what is only looked at where the procedure says so.
 */
function classOf({ definition, classing }: Procedure, weight: Weight): string | null {
  const { numbers, headings, duties } = definition.amendments ?? {};
  if (weight === 'duties') return duties ?? null;
  return (weight === 'numbers' ? numbers : headings) ?? [...classing.classes.keys()].at(-1) ?? '';
}

const asksFor = ({ classes }: Classing, of: string, gates: readonly string[]): boolean =>
  gates.every((gate) => classes.get(of)?.includes(gate));

const WAITING: readonly Weight[] = ['waiting'];

/** Gates that an earlier change of the manuscript still waits for. */
export function waitingFor(given: Given, caseId: string): readonly string[] {
  const state = given.state('case', caseId);
  return state ? waitingGates(state.context, procedureOf(given, caseId).classing, 'manuscript') : [];
}

import { isTogether, stagesOf, type Definition, type Stage } from '../../procedure/definition.ts';
import type { Procedure } from '../../procedure/procedure.ts';
import type { WorkCalendar } from '../../working-days.ts';
import type { CaseState, ProcedureRef } from '../case.ts';
import { inverse, type Mapping } from './renaming.ts';

/** One case about to change its version: everything that the effect is computed from. */
export interface Moving {
  readonly caseId: string;
  readonly state: CaseState;
  readonly from: Procedure;
  readonly to: Procedure;
  readonly ref: ProcedureRef;
  /** Stage of the old version → its id in the new one, where they differ. */
  readonly mapping: Mapping;
  /** Days that whoever moves it sets, by stage of the new version. */
  readonly days: { readonly [stage: string]: string };
  readonly calendar: WorkCalendar;
}

/** Where a stage of the new version stands, seen from the stages that are open. */
export interface Placed {
  readonly stage: Stage;
  /** Its id in the old version; null for one that is new. */
  readonly was: string | null;
  readonly state: 'past' | 'open' | 'ahead' | 'skipped';
}

/** The number of the step in which each stage stands, in writing order. */
const orderOf = ({ steps }: Definition): ReadonlyMap<string, number> =>
  new Map(
    steps.flatMap((step, n) => (isTogether(step) ? step.together : [step]).map(({ id }) => [id, n] as const)),
  );

/** The stages of the case that stand open, under their ids of the new version. */
export const openAfter = ({ state, mapping }: Moving): readonly string[] =>
  state.context.open.map((stage) => mapping[stage] ?? stage);

/**
 * Every stage of the new version: what was done stays done; what is new and lies before the place is not made up for;
 * everything from the place on is ahead, also what was decided once and must be decided again.
 */
export function placed(moving: Moving): readonly Placed[] {
  const { state, from, to, mapping } = moving;
  const before = new Set(stagesOf(from.definition).map(({ id }) => id));
  const back = inverse(mapping);
  const order = orderOf(to.definition);
  const open = openAfter(moving);
  const place = Math.min(...open.map((id) => order.get(id) ?? 0));
  return stagesOf(to.definition).map((stage) => {
    const id = back[stage.id] ?? stage.id;
    const was = before.has(id) && mapping[id] !== undefined ? id : before.has(stage.id) ? stage.id : null;
    return { stage, was, state: standing({ open, place, order }, stage.id, decided(state, was)) };
  });
}

interface Seen {
  readonly open: readonly string[];
  readonly place: number;
  readonly order: ReadonlyMap<string, number>;
}

function standing({ open, place, order }: Seen, id: string, done: boolean): Placed['state'] {
  if (open.includes(id)) return 'open';
  const at = order.get(id) ?? 0;
  if (at < place) return done ? 'past' : 'skipped';
  return at === place && done ? 'past' : 'ahead';
}

const decided = ({ context }: CaseState, was: string | null): boolean =>
  was !== null && context.decided[was] !== undefined;

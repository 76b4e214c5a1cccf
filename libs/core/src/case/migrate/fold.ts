import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { IllFittingFact, step, type Step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import type { CaseContext, CaseFact, CaseState, Migrated, Moved } from '../case.ts';
import { inverse, renamed, renamedFact } from './renaming.ts';

/**
 * The one reducer of a case. A fact that changes the version ends one machine and begins in another: XState resolves the
 * place that the fact names, and nothing is computed again. Once a case has moved, whatever happens is also given to the
 * machine of the version before, for as long as that one can take it: so it is known what a roll-back would restore.
 *
 * @param machine the machine by which the case runs after the fact
 * @throws IllFittingFact when the case does not run by the version that the fact names, or the machine cannot take it
 */
export function caseStep(machine: AnyStateMachine, before: AnyMachineSnapshot, fact: Fact): Step {
  const state = before as CaseState;
  const event = fact as CaseFact;
  if (event.type === 'CaseMigrated') return alone(movedTo(machine, state, event.data));
  if (event.type === 'CaseRolledBack') return alone(movedBack(machine, state, event.data));
  const next = step(machine, state, fact);
  const { moved } = state.context;
  if (!moved) return next;
  const { value, context } = next.state as CaseState;
  return { ...next, state: stateAt(machine, value, { ...context, moved: beside(moved, event) }) };
}

const alone = (state: AnyMachineSnapshot): Step => ({ state, effects: [] });

const stateAt = (
  machine: AnyStateMachine,
  value: AnyMachineSnapshot['value'],
  context: CaseContext,
): AnyMachineSnapshot => machine.resolveState({ value, context }) as AnyMachineSnapshot;

/** The case in its new version: what was done keeps its outcome, its round and its text under the stage's id of now. */
export function movedTo(machine: AnyStateMachine, state: CaseState, data: Migrated): AnyMachineSnapshot {
  const { context } = state;
  if (context.procedure.hash !== data.from.hash || state.status !== 'active')
    throw new IllFittingFact(`the case does not run by ${data.from.hash}`);
  const { mapping } = data;
  const moved: Moved = { from: data.from, mapping, before: state, lost: null };
  return stateAt(machine, data.place, {
    ...context,
    procedure: data.to,
    dates: data.dates,
    planned: data.planned,
    entered: renamed(context.entered, mapping),
    decided: renamed(context.decided, mapping),
    meetings: renamed(context.meetings, mapping),
    exemptions: renamed(context.exemptions, mapping),
    mandates: renamed(context.mandates, mapping),
    open: context.open.map((stage) => mapping[stage] ?? stage),
    excused: [...context.excused.map((stage) => mapping[stage] ?? stage), ...data.excused],
    moved,
  });
}

type RolledBack = Extract<CaseFact, { type: 'CaseRolledBack' }>['data'];

function movedBack(machine: AnyStateMachine, { context }: CaseState, data: RolledBack): AnyMachineSnapshot {
  const { moved } = context;
  if (context.procedure.hash !== data.from.hash || !moved?.before || moved.from.hash !== data.to.hash)
    throw new IllFittingFact(`the case does not stand as ${data.to.hash} would have it`);
  const { value, context: restored } = moved.before as CaseState;
  return stateAt(machine, value, restored);
}

/** What happened, as the version before would have it; lost from the first fact that it cannot take. */
function beside(moved: Moved, event: CaseFact): Moved {
  const { before, mapping } = moved;
  if (!before) return moved;
  const fact = renamedFact(event, inverse(mapping));
  if (before.can(fact)) return { ...moved, before: caseStep(before.machine, before, fact).state };
  const stage = 'stage' in event.data ? event.data.stage : null;
  return { ...moved, before: null, lost: { type: event.type, stage } };
}

import { z } from 'zod';
import { dayOf, endOfDay } from '../calendar.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../decider.ts';
import type { DueStep } from '../deadlines/due-step.ts';
import type { Breach } from '../elsewhere.ts';
import { step } from '../machine.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { isTogether, Key, stagesOf, type Stage } from '../procedure/definition.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName, type StreamName } from '../stream.ts';
import type { Leaving } from '../stages/stage-kind.ts';
import { calendarOf } from '../org/holidays.ts';
import type { CaseFact, CaseState } from './case.ts';
import { lastingFrom } from './migrate/dates.ts';

/** The procedure that a case is bound to. @throws Error when the case is unknown */
export function procedureOf(known: Known, caseId: string): Procedure {
  const state = known.state('case', caseId);
  if (!state) throw new Error(`case ${caseId} is not known`);
  return known.procedure(state.context.procedure.hash);
}

/** Whether a stage of the case stands open. */
export const isOpen = (state: CaseState | undefined, stage: string): boolean =>
  state?.context.open.includes(stage) ?? false;

/** Everything that {@link closeStage} reads or writes, for `needs` of a command that may end a stage. */
export function closingNeeds(known: Known, caseId: string, stageId: string): readonly Need[] {
  const name = streamName('case', caseId);
  if (!known.state('case', caseId)) return [{ write: name }];
  const procedure = procedureOf(known, caseId);
  const followers = stagesOf(procedure.definition).filter(({ id }) => follows(procedure, stageId, id));
  return [
    { write: name },
    ...followers.flatMap((next) => procedure.stage(next.id).kind.enterNeeds?.(known, caseId, next) ?? []),
  ];
}

/** Whether ending `from` may open `to`. Inside a group of stages that run side by side, the group's next step follows. */
function follows({ definition }: Procedure, from: string, to: string): boolean {
  const inGroup = (id: string) =>
    definition.steps.filter(isTogether).find((g) => g.together.some((stage) => stage.id === id));
  const routes = Object.values(stagesOf(definition).find(({ id }) => id === from)?.then ?? {});
  const targets = [...routes.map((next) => (next === 'again' ? from : next)), inGroup(from)?.then];
  return targets.includes(to) || targets.includes(inGroup(to)?.id);
}

/**
 * Ends a stage with an outcome and opens what comes next, in one decision: StageClosed, then for every stage that the
 * machine now waits for StageEntered and the first facts of its content streams. Refused by the machine's own guards
 * when the text is not the one that the procedure asks for, and while a record holds the case.
 */
export function closeStage(given: Given, caseId: string, stageId: string, leaving: Leaving): Decision {
  const state = given.state('case', caseId);
  const refusal = state && isOpen(state, stageId) ? heldBack(state) : null;
  return refusal ? refuse(refusal) : endStage(given, caseId, stageId, leaving);
}

/** The same for a stage that has ended elsewhere: what held the case then is for the record to say. */
export function endStage(given: Given, caseId: string, stageId: string, leaving: Leaving): Decision {
  const state = given.state('case', caseId);
  if (!state || !isOpen(state, stageId))
    return refuse(
      notNow('case.stage-open', '该环节未在办理中', 'This stage is not open', { stage: stageId }),
    );
  const closed = closedFact(stageId, state.context.entered[stageId]?.round ?? 1, leaving);
  const facts = [...(leaving.first ?? []), closed];
  const next = after(procedureOf(given, caseId), state, facts);
  if (!next) return refuse(wrongText(state, stageId, leaving));
  const name = streamName('case', caseId);
  return {
    facts: [...facts.map((fact) => record(name, fact)), ...enterWaiting(given, caseId, next)],
    notices: leaving.notices,
  };
}

/** The case after these facts; nothing when the machine cannot take one of them. */
const after = ({ machine }: Procedure, state: CaseState, facts: readonly CaseFact[]): CaseState | undefined =>
  facts.reduce<CaseState | undefined>(
    (now, fact) => (now?.can(fact) ? (step(machine, now, fact).state as CaseState) : undefined),
    state,
  );

/** 复议: confirmed, the case stays where it is; fallen, it opens what its gate's no leads to. */
export function reconsiderGate(
  given: Given,
  caseId: string,
  fact: Extract<CaseFact, { type: 'GateReconsidered' }>,
): Decision {
  const state = given.state('case', caseId);
  const next = state && after(procedureOf(given, caseId), state, [fact]);
  if (!next)
    return refuse(
      notNow('case.reconsidered', '该决议目前不能复议', 'The decision cannot be reconsidered now', {
        stage: fact.data.stage,
      }),
    );
  return { facts: [record(streamName('case', caseId), fact), ...enterWaiting(given, caseId, next)] };
}

/**
 * A record broke a rule with effect `block`: until it is put right or exempted no stage ends, and nothing is signed,
 * numbered, issued or sent.
 */
export function heldBack(state: CaseState | undefined): Refusal | null {
  const holds = state?.context.holds ?? [];
  if (holds.length === 0) return null;
  return against(
    'case.held',
    '此前补录的事项有程序问题尚未补正，下一步暂缓办理',
    'Something recorded earlier broke a rule and holds the next step',
    { records: holds.map(({ by }) => by), rules: holds.flatMap(({ rules }) => [...rules]) },
    {
      zh: '请先补正，或经批准例外并由另一人确认',
      en: 'Put it right, or have it exempted; another person confirms',
    },
  );
}

/** The same of what was done on paper while the case was held. */
export function heldBreach(state: CaseState | undefined): readonly Breach[] {
  const refusal = heldBack(state);
  if (!refusal) return [];
  const { rule, said, facts } = refusal;
  return [{ effect: 'block', notice: { rule, said, facts } }];
}

const closedFact = (
  stage: string,
  round: number,
  { outcome, text, notices, sum }: Leaving,
): Extract<CaseFact, { type: 'StageClosed' }> => ({
  type: 'StageClosed',
  data: { stage, round, outcome, text, notices: [...notices], sum: { ...sum } },
});

const wrongText = ({ context }: CaseState, stage: string, { outcome, text }: Leaving): Refusal =>
  against(
    'case.text',
    '文稿与该环节应当依据的文稿不一致，不能办结',
    'The text is not the one that this stage must rest on',
    {
      stage,
      outcome,
      text: text?.hash ?? null,
      scheme: context.texts.scheme?.hash ?? null,
      manuscript: context.texts.manuscript?.hash ?? null,
    },
  );

/** Opens every stage that the machine waits for. */
export function enterWaiting(given: Given, caseId: string, state: CaseState): readonly Recorded[] {
  const procedure = given.procedure(state.context.procedure.hash);
  const waiting = stagesOf(procedure.definition).filter(({ id }) => state.can(enteredFact(id, 1, null, [])));
  const name = streamName('case', caseId);
  return waiting.flatMap((stage) => {
    const { kind, params } = procedure.stage(stage.id);
    const round = (state.context.entered[stage.id]?.round ?? 0) + 1;
    const { due, why } = dateOf(given, state, stage);
    const told = why.why ?? state.context.planned[stage.id] ?? [];
    const first = kind.enter({ given, caseId, case: state, stage, round, due, why: told }, params);
    const streams = [...new Set(first.map(({ stream }) => stream))];
    const { type, data } = enteredFact(stage.id, round, due, streams);
    return [record(name, { type, data: { ...data, on: dayOf(given.now), ...why } }), ...first];
  });
}

/** The date of a stage: the one that the case plans, or so long after its opening as it lasts, with how that was counted. */
function dateOf(
  given: Given,
  { context }: CaseState,
  stage: Stage,
): { readonly due: string | null; readonly why: { readonly why?: readonly DueStep[] } } {
  const planned = context.dates[stage.id];
  if (planned !== undefined) return { due: planned, why: {} };
  const reckoned = lastingFrom(stage, given.now, calendarOf(given));
  return reckoned ? { due: endOfDay(reckoned.day), why: { why: reckoned.steps } } : { due: null, why: {} };
}

const enteredFact = (
  stage: string,
  round: number,
  due: string | null,
  streams: StreamName[],
): Extract<CaseFact, { type: 'StageEntered' }> => ({
  type: 'StageEntered',
  data: { stage, round, due, streams },
});

export const AdvanceCase = z
  .strictObject({ stage: Key.meta({ description: '环节标识 · id of the stage' }) })
  .meta({ id: 'AdvanceCase', description: '办结环节 · ends a stage whose work is done' });

/** 办结环节: asks the stage's kind whether it may end, and opens what comes next. */
export const advanceCase: Command<'case', z.infer<typeof AdvanceCase>> = {
  verb: 'case.advance',
  on: 'case',
  needs(known, id, { stage }) {
    const state = known.state('case', id);
    if (!state || !stagesOf(procedureOf(known, id).definition).some((s) => s.id === stage))
      return [{ write: streamName('case', id) }];
    const { kind, stage: found } = procedureOf(known, id).stage(stage);
    return [...closingNeeds(known, id, stage), ...(kind.leaveNeeds?.(known, id, found) ?? [])];
  },
  decide(given, id, { stage }) {
    const state = given.state('case', id);
    if (!state || !isOpen(state, stage))
      return refuse(
        notNow('case.stage-open', '该环节未在办理中', 'This stage is not open', {
          open: [...(state?.context.open ?? [])],
        }),
      );
    const { kind, stage: found, params } = procedureOf(given, id).stage(stage);
    if (!kind.leave)
      return refuse(
        notNow(
          'case.left-by-content',
          '本环节由会议决议或成稿办结，不能单独办结',
          'This stage ends with its own decision, not by itself',
          { stage },
        ),
      );
    const leaving = kind.leave(given, id, found, params);
    return 'refusal' in leaving ? leaving : closeStage(given, id, stage, leaving);
  },
};

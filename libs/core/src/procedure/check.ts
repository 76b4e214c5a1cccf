import type { OrgState } from '../org/org.ts';
import { stagesOf, type Definition } from './definition.ts';
import { walk, type Visited, type Walk } from './abstract.ts';
import { inWords, type ProcedureFault } from './fault.ts';
import { issueWithoutGate } from './gates.ts';
import type { Procedure } from './procedure.ts';

export type { ProcedureFault } from './fault.ts';

export interface ProcedureReport {
  readonly faults: readonly ProcedureFault[];
  /** How much was explored: abstract states and the transitions between them. */
  readonly states: number;
  readonly transitions: number;
}

/**
 * Checks a procedure before it is published. It explores the abstraction of abstract.ts, so its answer holds for every
 * case, not for some sample. With the institution's org it also checks that somebody can hold every post that is named.
 */
export function checkProcedure(procedure: Procedure, org?: OrgState): ProcedureReport {
  const explored = walk(procedure);
  const faults = [
    ...impossibleRules(procedure.definition),
    ...deadEnds(explored),
    ...unreachable(procedure, explored),
    ...issueWithoutGate(procedure, explored),
    ...(org ? unheld(procedure.definition, org) : []),
  ];
  return { faults, states: explored.visited.length, transitions: explored.transitions };
}

function deadEnds({ visited }: Walk): readonly ProcedureFault[] {
  const stuck = visited.find(({ state }) => state.status !== 'done' && !continues(state));
  const ends = visited.some(({ state }) => state.status === 'done');
  return [
    ...(stuck
      ? [
          {
            rule: 'dead-end' as const,
            path: stuck.path,
            zh: `走到此处再无出路：${inWords(stuck.path)}`,
            en: `no way on after: ${inWords(stuck.path)}`,
          },
        ]
      : []),
    ...(ends
      ? []
      : [{ rule: 'no-end' as const, path: [], zh: '任何路径都到不了结束', en: 'no path reaches the end' }]),
  ];
}

const continues = (state: Visited['state']): boolean => state.context.open.length > 0 && leavable(state);

/** An open stage that no outcome can end any more (its guards ask for a gate that cannot come) is a dead end too. */
function leavable(state: Visited['state']): boolean {
  return state.context.open.some((stage) =>
    state._nodes.some((node) =>
      node.on['StageClosed']?.some((transition) => {
        const outcome = (transition.guard as { params?: { stage: string; outcome: string } } | undefined)
          ?.params;
        return outcome?.stage === stage && closesWith(state, stage, outcome.outcome);
      }),
    ),
  );
}

function closesWith(state: Visited['state'], stage: string, outcome: string): boolean {
  const texts = [
    null,
    state.context.texts.scheme,
    state.context.texts.manuscript,
    { scheme: 'blob-sha256@1' as const, hash: 'f'.repeat(64) },
  ];
  return texts.some((text) =>
    state.can({ type: 'StageClosed', data: { stage, round: 1, outcome, text, notices: [], sum: {} } }),
  );
}

function unreachable({ definition }: Procedure, { visited }: Walk): readonly ProcedureFault[] {
  const reached = new Set(visited.flatMap(({ state }) => Object.keys(state.context.entered)));
  return stagesOf(definition)
    .filter(({ id }) => !reached.has(id))
    .map(({ title }) => ({
      rule: 'unreachable',
      path: [],
      zh: `环节“${title}”永远走不到`,
      en: `the stage ${title} is never reached`,
    }));
}

function impossibleRules({ bodies }: Definition): readonly ProcedureFault[] {
  return Object.values(bodies).flatMap(({ title, quorum, pass }): readonly ProcedureFault[] => [
    ...(quorum.num > quorum.den || (quorum.num === quorum.den && !quorum.inclusive)
      ? [
          {
            rule: 'impossible-quorum' as const,
            path: [],
            zh: `“${title}”的到会人数要求无法达到`,
            en: `the quorum of ${title} can never be met`,
          },
        ]
      : []),
    ...(pass.num > pass.den || (pass.num === pass.den && pass.strict)
      ? [
          {
            rule: 'impossible-majority' as const,
            path: [],
            zh: `“${title}”的通过票数要求无法达到`,
            en: `the majority of ${title} can never be reached`,
          },
        ]
      : []),
  ]);
}

function unheld(definition: Definition, { context: org }: OrgState): readonly ProcedureFault[] {
  const posts = new Set(org.posts.map(({ title }) => title));
  const departments = new Set(org.departments.map(({ name }) => name));
  const bodies = new Set(org.bodies.filter(({ seats }) => seats.length > 0).map(({ key }) => key));
  const missing = [
    ...definition.chapters.map(({ lead }) => lead).filter((lead) => !posts.has(lead)),
    ...definition.chapters
      .flatMap(({ owners, support }) => [...owners, ...support])
      .filter((name) => name !== EVERY_FUNCTIONAL && !departments.has(name)),
    ...Object.entries(definition.bodies)
      .filter(([key]) => !bodies.has(key))
      .map(([, { title }]) => title),
  ];
  return [...new Set(missing)].map((name) => ({
    rule: 'post-nobody-holds',
    path: [],
    zh: `本单位没有“${name}”，无人可以承担`,
    en: `${name} does not exist here, so nobody can hold it`,
  }));
}

/** 各职能科室: stands for every functional department at the date of its stage. */
export const EVERY_FUNCTIONAL = '各职能科室';

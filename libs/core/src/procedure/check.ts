import type { SeatRole } from '../org/org.ts';
import { stagesOf, type Definition } from './definition.ts';
import { walk, type Walk } from './abstract.ts';
import { adviceOn, type ProcedureAdvice } from './advice.ts';
import { unsoundClasses } from './class-faults.ts';
import { inWords, type ProcedureFault } from './fault.ts';
import { issueWithoutGate } from './gates.ts';
import { strayMandates } from './mandate-faults.ts';
import type { Procedure } from './procedure.ts';

export type { ProcedureFault } from './fault.ts';

/** What of an institution a procedure can name: the organisation as it is folded, or as a page was told of it. */
export interface Staffing {
  readonly context: {
    readonly posts: readonly { readonly title: string }[];
    readonly departments: readonly { readonly name: string }[];
    readonly bodies: readonly {
      readonly key: string;
      readonly seats: readonly { readonly role: string }[];
    }[];
  };
}

export interface ProcedureReport {
  readonly faults: readonly ProcedureFault[];
  /** 提示: what holds no publication back. */
  readonly advice: readonly ProcedureAdvice[];
  /** How much was explored: abstract states and the transitions between them. */
  readonly states: number;
  readonly transitions: number;
}

/**
 * Checks a procedure before it is published. It explores the abstraction of abstract.ts, so its answer holds for every
 * case, not for some sample. With the institution's org it also checks that somebody can hold every post that is named.
 */
export function checkProcedure(procedure: Procedure, org?: Staffing): ProcedureReport {
  const explored = walk(procedure);
  const faults = [
    ...impossibleRules(procedure.definition),
    ...deadEnds(explored),
    ...unreachable(procedure, explored),
    ...issueWithoutGate(procedure, explored),
    ...unsoundClasses(procedure, explored),
    ...strayMandates(procedure),
    ...(org ? unheld(procedure.definition, org) : []),
  ];
  return {
    faults,
    advice: adviceOn(procedure.definition),
    states: explored.visited.length,
    transitions: explored.transitions,
  };
}

function deadEnds({ visited, stuck: [stuck] }: Walk): readonly ProcedureFault[] {
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

/**
 * What nobody here can hold: posts and departments that do not exist, bodies without whom a decision of theirs needs.
 * A vacant post is none of it: it can be filled.
 */
export function unheld(definition: Definition, { context: org }: Staffing): readonly ProcedureFault[] {
  const posts = new Set(org.posts.map(({ title }) => title));
  const departments = new Set(org.departments.map(({ name }) => name));
  const missing = [
    ...definition.chapters.map(({ lead }) => lead).filter((lead) => !posts.has(lead)),
    ...definition.chapters
      .flatMap(({ owners, support }) => [...owners, ...support])
      .filter((name) => name !== EVERY_FUNCTIONAL && !departments.has(name)),
    ...Object.entries(definition.bodies).flatMap(([key, rule]) => lackingIn(rule, seatsOf(org, key))),
  ];
  return [...new Set(missing)].map((name) => ({
    rule: 'post-nobody-holds',
    path: [],
    zh: `本单位没有“${name}”，无人可以承担`,
    en: `${name} does not exist here, so nobody can hold it`,
  }));
}

const seatsOf = ({ bodies }: Staffing['context'], key: string): readonly string[] | undefined =>
  bodies.find((body) => body.key === key)?.seats.map(({ role }) => role);

/** A body that decides has members, somebody who presides and a secretary; a secret ballot has two who count. */
function lackingIn(
  { title, ballot }: Definition['bodies'][string],
  seats: readonly string[] = [],
): readonly string[] {
  if (seats.length === 0) return [title];
  const needed: readonly (readonly [words: string, ...roles: SeatRole[]])[] = [
    ['主持人', 'chair', 'deputy'],
    ['会议秘书', 'secretary'],
    ...(ballot === 'secret'
      ? ([
          ['计票人', 'teller'],
          ['监票人', 'scrutineer'],
        ] as const)
      : []),
  ];
  return needed
    .filter(([, ...roles]) => !roles.some((role) => seats.includes(role)))
    .map(([words]) => `${title}${words}`);
}

/** 各职能科室: stands for every functional department at the date of its stage. */
export const EVERY_FUNCTIONAL = '各职能科室';

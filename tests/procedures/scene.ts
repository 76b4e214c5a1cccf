import {
  CAPACITIES,
  emptyState,
  givenFrom,
  nextState,
  parseStream,
  stagesOf,
  streamKind,
  streamName,
  type Capacity,
  type Fact,
  type Given,
  type Loaded,
  type Moment,
  type Procedure,
  type Recorded,
  type Stage,
  type StreamName,
  type TextRef,
  type Visited,
} from '@mouding/core';
import { sha256 } from '@mouding/ledger';

export const INSTITUTION = '00000000-0000-4000-8000-000000000001';
export const CASE = '00000000-0000-4000-8000-00000000ca5e';
export const NOW = '2026-01-05T02:00:00.000Z';
const id = (group: string, n: number): string =>
  `00000000-0000-4000-8000-0000${group}${String(n).padStart(4, '0')}`;
export const DEPARTMENT = id('dddd', 1);

/** One holder of every capacity, who also has a seat of every role in every body. */
export const HOLDERS: readonly Capacity[] = CAPACITIES.map((as, n) => ({
  as,
  person: as === 'clock' ? null : id('aaaa', n),
  post: as === 'clock' ? null : id('bbbb', n),
  department: as === 'department-head' ? DEPARTMENT : null,
}));

const SEATS: { readonly [as: string]: readonly string[] } = {
  leader: ['chair'],
  'committee-member': ['member'],
  delegate: ['deputy'],
  secretary: ['secretary'],
  teller: ['teller'],
  scrutineer: ['scrutineer'],
};

/** A house of one department in which everybody is somebody. */
function house({ definition }: Procedure): readonly Fact[] {
  const people = HOLDERS.filter(({ person }) => person !== null);
  const seats = people.flatMap(({ as, post }) => (SEATS[as] ?? []).map((role) => ({ post, role })));
  return [
    { type: 'InstitutionFounded', data: { name: '示范', code: 'demo', kind: 'unit', mode: 'rehearsal' } },
    { type: 'DepartmentCreated', data: { department: DEPARTMENT, name: '综合办', kind: 'functional' } },
    ...people.flatMap(({ as, post, person, department }) => [
      { type: 'PostCreated', data: { post, title: as, as, department } },
      { type: 'PostFilled', data: { post, person, from: '2025-01-01T00:00:00.000Z' } },
    ]),
    ...Object.keys(definition.bodies).map((key, n) => ({
      type: 'BodyFormed',
      data: { body: id('cccc', n), key, name: key, seats },
    })),
  ];
}

/** Everything that a decision may look at while a case stands in one state of the walk. */
export interface Scene {
  readonly loaded: Loaded & { readonly states: Map<StreamName, unknown> };
  /** Streams that are there, by name. */
  readonly streams: readonly StreamName[];
}

let decisions = 0;

/** The moment of one decision: what it makes gets ids that no other has. */
export function moment(actor: Capacity): Moment {
  const decision = decisions++;
  return {
    now: NOW,
    received: NOW,
    actor,
    id: (name) => `made-${decision}-${name}`,
    refOf: () => ({ scheme: 'blob-sha256@1', hash: 'e'.repeat(64) }),
    sha256,
  };
}

/** The state of a stream after facts. @throws IllFittingFact */
export function folded(
  facts: readonly { stream: StreamName; fact: Fact }[],
  procedure: Procedure,
  states: Map<StreamName, unknown>,
): void {
  for (const { stream, fact } of facts) {
    const kind = streamKind(parseStream(stream).kind, procedure);
    const before = (states.get(stream) ?? emptyState(kind)) as ReturnType<typeof emptyState>;
    states.set(stream, nextState(kind, before, fact).state);
  }
}

/** A case in this state, with the first facts of the streams of its open stages. */
export function sceneOf(procedure: Procedure, { state }: Visited): Scene {
  const states = new Map<StreamName, unknown>();
  const org = streamName('org', INSTITUTION);
  const founded = house(procedure).map((fact) => ({ stream: org, fact }));
  folded(founded, procedure, states);
  states.set(streamName('case', CASE), state);
  const loaded = {
    institution: INSTITUTION,
    states,
    procedures: new Map([['', procedure]]),
    texts: new Map<string, string | null>(),
    files: new Map<string, boolean>(),
    brought: new Map<string, string>(),
    derive: (name: string) => `derived-${name}`,
  };
  const given = givenFrom(loaded, moment(CLOCKWORK));
  for (const stage of stagesOf(procedure.definition).filter(({ id: own }) =>
    state.context.open.includes(own),
  ))
    folded(firstFacts(procedure, { given, state, states }, stage), procedure, states);
  return { loaded, streams: [...states.keys()].filter((name) => states.get(name) !== null) };
}

const CLOCKWORK: Capacity = { as: 'clock', person: null, post: null, department: null };

/** What opening a stage leaves in its streams. */
function firstFacts(
  procedure: Procedure,
  { given, state, states }: { given: Given; state: Visited['state']; states: Map<StreamName, unknown> },
  stage: Stage,
): readonly Recorded[] {
  const { kind, params } = procedure.stage(stage.id);
  for (const need of kind.enterNeeds?.(given, CASE, stage) ?? [])
    if ('write' in need && !states.has(need.write)) states.set(need.write, null);
  const round = state.context.entered[stage.id]?.round ?? 1;
  return kind.enter({ given, caseId: CASE, case: state, stage, round, due: null, why: [] }, params);
}

/** The texts of the scene: fields of bodies that name a text name the current one. */
export const currentText = ({ state }: Visited): TextRef | null =>
  state.context.texts.manuscript ?? state.context.texts.scheme;

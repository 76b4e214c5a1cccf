import type { Capacity, CapacityKind } from '../capacity.ts';
import { knownFrom } from '../given.ts';
import type { Known } from '../decider.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { parseStream, type Fact, type StreamName } from '../stream.ts';
import { INSTITUTION, uuid } from './given.ts';

/** A small house with posts and people, for what concerns people and departments. */
export const HOUSE: StreamName = `org/${INSTITUTION}`;
export const NOW = '2026-02-25T02:00:00.000Z';
export const department = (n: number): string => uuid(0xd00 + n);
export const post = (n: number): string => uuid(0xa00 + n);
export const person = (n: number): string => uuid(0xb00 + n);

export const FOUNDED: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  ...['信息科', '医务科', '质控科', '护理部'].map((name, i) => ({
    type: 'DepartmentCreated',
    data: { department: department(i + 1), name, kind: 'functional' },
  })),
];
export const made = (n: number, as: CapacityKind, of: string | null = null): Fact => ({
  type: 'PostCreated',
  data: { post: post(n), title: `岗位${n}`, as, department: of },
});
export const filled = (n: number, who: number, from = '2025-10-01T00:00:00.000Z'): Fact => ({
  type: 'PostFilled',
  data: { post: post(n), person: person(who), from },
});
/** The house with these facts of its organisation, and persons 1–9 registered. */
export const house = (...facts: readonly Fact[]): { readonly [stream: string]: readonly Fact[] } => ({
  [HOUSE]: [...FOUNDED, ...facts],
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [
      `person/${person(i + 1)}`,
      [{ type: 'PersonRegistered', data: {} }],
    ]),
  ),
});
/** Somebody who asks, in the capacity of a post. */
export const asking = (as: CapacityKind, n: number, who: number, of: string | null = null): Capacity => ({
  as,
  person: person(who),
  post: post(n),
  department: of,
});
export const ADMIN: Capacity = asking('administrator', 99, 9);

/** What is known of these streams. */
export const knownOf = (history: { readonly [stream: string]: readonly Fact[] }): Known =>
  knownFrom({
    institution: INSTITUTION,
    states: new Map(
      Object.entries(history).map(([stream, facts]) => {
        const of = streamKind(parseStream(stream).kind);
        const state = facts.reduce((folded, fact) => nextState(of, folded, fact).state, emptyState(of));
        return [stream as StreamName, state];
      }),
    ),
    procedures: new Map(),
    texts: new Map(),
    files: new Map(),
    brought: new Map(),
    derive: (name) => name,
  });

import type { Run } from '../diff/part.ts';
import { runsOf } from '../diff/runs.ts';
import { applyOne, halvesOf } from './apply.ts';
import { isMisfit } from './misfit.ts';
import { sharedEnds } from './track.ts';
import { ERASED, type Operation, type Tree } from './tree.ts';

/** Operations with where they come from: who, when, what they answer. */
export interface Step<P> {
  readonly operations: readonly Operation[];
  /** The provenance of what this step did to a node. */
  readonly by: (node: string) => P;
}

/** A piece of a text that came at once. */
export interface BlamedRun<P> {
  readonly text: string;
  readonly by: P;
}

/** What happened to a node. */
export type Deed = 'written' | 'reworded' | 'moved' | 'relevelled' | 'split' | 'joined' | 'cut';

/** Where a node of the last text comes from. */
export interface Blame<P> {
  readonly node: string;
  /** Its text in pieces, each with what put it there. Joined they are the text. */
  readonly runs: readonly BlamedRun<P>[];
  /** All that happened to it, newest first. `cut` says that words went and none came. */
  readonly history: readonly { readonly did: Deed; readonly by: P }[];
}

interface Trace<P> {
  /** For every character (UTF-16) what put it there. */
  owners: readonly P[];
  readonly history: { readonly did: Deed; readonly by: P }[];
}

/**
 * Where every node of a text comes from, out of its history. `origin` gives the provenance of the nodes that the first
 * text had. The nodes of the last text come back in their order. Two pieces are one where `by` is the same value.
 *
 * @throws RangeError when the operations do not fit
 */
export function blame<P>(
  start: Tree,
  origin: (node: string) => P,
  steps: readonly Step<P>[],
): ReadonlyMap<string, Blame<P>> {
  const traces = new Map<string, Trace<P>>();
  for (const { id, text } of start.nodes) traces.set(id, written(text ?? ERASED, origin(id)));
  let reached = start;
  for (const { operations, by } of steps)
    for (const operation of operations) {
      const texts = new Map(reached.nodes.map(({ id, text }) => [id, text ?? ERASED]));
      const next = applyOne(reached, operation);
      if (isMisfit(next)) throw new RangeError(next.misfit);
      noted(traces, operation, texts, by);
      reached = next;
    }
  return new Map(reached.nodes.map(({ id, text }) => [id, blamed(id, text ?? ERASED, traces.get(id))]));
}

const written = <P>(text: string, by: P): Trace<P> => ({
  owners: Array.from({ length: text.length }, () => by),
  history: [{ did: 'written', by }],
});

type Texts = ReadonlyMap<string, string>;
type Traces<P> = Map<string, Trace<P>>;

function noted<P>(traces: Traces<P>, operation: Operation, texts: Texts, by: (node: string) => P): void {
  switch (operation.op) {
    case 'insert':
      traces.set(operation.node, written(operation.text, by(operation.node)));
      break;
    case 'remove':
      traces.delete(operation.node);
      break;
    case 'split':
      split(traces, operation, texts.get(operation.node) ?? '', by);
      break;
    case 'join':
      joined(traces, operation, by(operation.node));
      break;
    case 'space':
      break;
    default:
      changed(traces.get(operation.node), operation, texts.get(operation.node) ?? '', by(operation.node));
  }
}

type InPlace = Extract<Operation, { op: 'put' | 'move' | 'level' }>;

function changed<P>(trace: Trace<P> | undefined, operation: InPlace, was: string, by: P): void {
  if (!trace) return;
  if (operation.op === 'put') reworded(trace, was, operation.text, by);
  else trace.history.unshift({ did: operation.op === 'move' ? 'moved' : 'relevelled', by });
}

function reworded<P>(trace: Trace<P>, was: string, now: string, by: P): void {
  if (was === now) return;
  const { head, tail } = sharedEnds(was, now);
  const runs = runsOf(was.slice(head, was.length - tail), now.slice(head, now.length - tail));
  trace.owners = [
    ...trace.owners.slice(0, head),
    ...ownersOf(runs, trace.owners.slice(head, was.length - tail), by),
    ...trace.owners.slice(was.length - tail),
  ];
  trace.history.unshift({ did: runs.some(({ kind }) => kind === 'in') ? 'reworded' : 'cut', by });
}

function ownersOf<P>(runs: readonly Run[], owners: readonly P[], by: P): readonly P[] {
  let at = 0;
  return runs.flatMap(({ kind, text }) => {
    if (kind === 'in') return Array.from({ length: text.length }, () => by);
    at += text.length;
    return kind === 'same' ? owners.slice(at - text.length, at) : [];
  });
}

function split<P>(
  traces: Traces<P>,
  { node, at, into }: Extract<Operation, { op: 'split' }>,
  was: string,
  by: (node: string) => P,
): void {
  const trace = traces.get(node);
  const halves = halvesOf(was, at);
  if (!trace || typeof halves === 'string') return;
  const rest = trace.owners.slice(was.length - halves.rest.text.length);
  traces.set(into, { owners: rest, history: [{ did: 'split', by: by(into) }, ...trace.history] });
  trace.owners = trace.owners.slice(0, at);
  trace.history.unshift({ did: 'split', by: by(node) });
}

function joined<P>(traces: Traces<P>, { node, next }: Extract<Operation, { op: 'join' }>, by: P): void {
  const [trace, other] = [traces.get(node), traces.get(next)];
  if (!trace || !other) return;
  trace.owners = [...trace.owners, ...other.owners];
  trace.history.unshift({ did: 'joined', by }, ...other.history);
  traces.delete(next);
}

function blamed<P>(node: string, text: string, trace: Trace<P> | undefined): Blame<P> {
  const runs: { text: string; readonly by: P }[] = [];
  trace?.owners.forEach((by, at) => {
    const last = runs.at(-1);
    const sign = text[at] ?? '';
    if (last && last.by === by) last.text += sign;
    else runs.push({ text: sign, by });
  });
  return { node, runs, history: trace?.history ?? [] };
}

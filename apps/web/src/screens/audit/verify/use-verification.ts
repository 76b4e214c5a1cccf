import { useEffect, useRef, useState } from 'react';
import { Failed, failureOf, type Failure } from '../../../api/failure.ts';
import type { Problem } from '../../../api/generated/types.gen.ts';
import type { VerificationLine } from '../../../api/audit-generated/types.gen.ts';
import { linesOf } from './lines-of.ts';

type Line<Kind extends VerificationLine['kind']> = Extract<VerificationLine, { kind: Kind }>;
export type Progress = Line<'progress'>;
export type Fault = Line<'fault'>;
export type Verdict = Line<'end'>;

/** A verification so far. Only a verdict says anything of the record. */
export interface Verification {
  readonly at: 'rest' | 'work' | 'done' | 'stopped' | 'broken' | 'failed';
  /** The newest line of each step. */
  readonly steps: readonly Progress[];
  readonly faults: readonly Fault[];
  readonly verdict: Verdict | null;
  readonly failure: Failure | null;
}

const RESTING: Verification = { at: 'rest', steps: [], faults: [], verdict: null, failure: null };

/** Verifies the whole record line by line; closing the connection is what stops it. */
export function useVerification() {
  const [state, setState] = useState(RESTING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const begin = (held: Readonly<Record<string, string>>): void => {
    const stopping = new AbortController();
    running.current = stopping;
    setState({ ...RESTING, at: 'work' });
    const heard = (line: VerificationLine): void => setState((before) => after(before, line));
    read(held, stopping.signal, heard).then(
      () => setState((before) => (before.verdict ? before : { ...before, at: 'broken' })),
      (error: unknown) => setState((before) => ended(before, error, stopping.signal.aborted)),
    );
  };
  return { state, begin, stop: () => running.current?.abort() };
}

function ended(before: Verification, error: unknown, isStopped: boolean): Verification {
  if (isStopped) return { ...before, at: 'stopped' };
  return error instanceof Failed
    ? { ...before, at: 'failed', failure: failureOf(error) }
    : { ...before, at: 'broken' };
}

/** What is known after one more line. */
export function after(before: Verification, line: VerificationLine): Verification {
  switch (line.kind) {
    case 'progress':
      return { ...before, steps: [...before.steps.filter(({ step }) => step !== line.step), line] };
    case 'fault':
      return { ...before, faults: [...before.faults, line] };
    case 'end':
      return { ...before, at: 'done', verdict: line };
  }
}

/** @throws Failed where the service refuses */
async function read(
  held: Readonly<Record<string, string>>,
  signal: AbortSignal,
  heard: (line: VerificationLine) => void,
): Promise<void> {
  const response = await fetch(`/v1/verification?${String(new URLSearchParams(held))}`, { signal });
  if (!response.ok || !response.body) {
    const problem = (await response.json()) as Problem;
    throw new Failed({ kind: 'problem', status: response.status, problem });
  }
  for await (const line of linesOf(response.body)) heard(JSON.parse(line) as VerificationLine);
}

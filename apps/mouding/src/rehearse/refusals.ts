import type { Problem } from '@mouding/contract';
import { ApiProblem } from '../client/problem.ts';

/** An act that the server did not carry out, as it answered. */
export interface RefusedAct {
  readonly verb: string;
  readonly rule: string;
  readonly said: { readonly zh: string; readonly en: string };
}

/** The acts of a story that are asked for although a rule stands against them. */
export interface Refusals {
  readonly acts: readonly RefusedAct[];
  /** Asks for an act that must be refused by this rule. @throws Error when it was carried out, or failed otherwise */
  expect(verb: string, rule: string, ask: () => Promise<unknown>): Promise<void>;
}

export function refusals(): Refusals {
  const acts: RefusedAct[] = [];
  return {
    acts,
    expect: async (verb, rule, ask) => {
      const problem = await problemOf(ask);
      if (problem?.rule !== rule)
        throw new Error(`${verb} should have been refused by ${rule}, not ${problem?.rule ?? 'carried out'}`);
      acts.push({ verb, rule, said: problem.said ?? { zh: problem.detail, en: problem.title } });
    },
  };
}

async function problemOf(ask: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.because !== undefined) return error.problem;
    throw error;
  }
}

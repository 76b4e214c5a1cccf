import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { standardOut, type Out, type OutOptions } from '../out.ts';
import { languageOf, type Refused, type Words } from '../words.ts';

/** Does the work of one command and makes its answer the exit code of the process. */
export type Run = (work: (out: Out) => Promise<number | Refused | Conflict>) => Promise<void>;

/** A refusal because something else changed or holds what the command needs. */
export interface Conflict {
  readonly conflict: Words;
}

/** A text of the help page in the language of this terminal. */
export function describe(zh: string, en: string): string {
  return languageOf(process.env) === 'zh' ? zh : en;
}

/** Makes the runner of a program, which reads the global options when a command begins. */
export function runnerOf(program: Command): Run {
  return async (work) => {
    const out = standardOut(program.opts<OutOptions>());
    process.exitCode = settle(await work(out), out);
  };
}

function settle(answer: number | Refused | Conflict, out: Out): number {
  if (typeof answer === 'number') return answer;
  const [words, code] =
    'refused' in answer ? [answer.refused, exitCode.failed] : [answer.conflict, exitCode.conflict];
  out.trouble(words);
  out.answer({ error: words[out.language] });
  return code;
}

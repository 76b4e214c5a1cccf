import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../walls/tree.ts';

/** What a shell printed, and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A shell at work in the folder of the clone. */
export interface Running {
  /** What it printed so far on standard output. */
  stdout(): string;
  /** Resolves when standard output holds the pattern. @throws Error with everything it printed, when it ended before */
  shows(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ctrl-C, as a terminal gives it: to the whole group. */
  interrupt(): void;
  readonly ended: Promise<Ended>;
}

/** Runs lines of shell as a reader would who copies them, and stops at the first that fails. */
export function terminal(lines: string, environment: { readonly [name: string]: string }): Running {
  // A shell that somebody sits before outlives the Ctrl-C that ends its command; this one must do the same.
  const env = { ...process.env, ...environment };
  const shell = spawn('/bin/sh', ['-ec', `trap : INT\n${lines}`], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  shell.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  let over = false;
  const ended = end(shell).then((code) => {
    over = true;
    return { code, ...printed };
  });
  return {
    stdout: () => printed.stdout,
    ended,
    interrupt: () => void (shell.pid && !over && process.kill(-shell.pid, 'SIGINT')),
    async shows(pattern) {
      for (;;) {
        const found = pattern.exec(printed.stdout);
        if (found) return found;
        if (over) throw new Error(`ended without ${pattern.source}:\n${printed.stdout}${printed.stderr}`);
        await Promise.race([once(shell.stdout, 'data'), ended]);
      }
    },
  };
}

async function end(shell: ChildProcess): Promise<number> {
  await once(shell, 'close');
  return shell.exitCode ?? -1;
}

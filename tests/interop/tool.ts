import { spawnSync } from 'node:child_process';

/** What a program said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, ...env },
  });
  return { code: status, out: `${stdout ?? ''}${stderr ?? ''}` };
}

/**
 * A spec that needs a program of others: where that is not installed it says so, and passes as one that was not asked.
 */
export function withTool(name: string, probe: readonly string[], spec: () => void): void {
  if (run(name, probe).code === 0) return describe(name, spec);
  process.stdout.write(`${name} is not installed here: not asked for its verdict\n`);
}

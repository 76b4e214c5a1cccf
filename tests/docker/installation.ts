import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { snippets } from '../docs/page.ts';
import { read, root } from '../walls/tree.ts';
import type { ExternalServer } from './server.ts';

/** A program of docker/ that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program of docker/ at work. */
export interface Working {
  readonly process: ChildProcess;
  /** Resolves when its standard output holds the words. @throws Error with all it wrote, when it ended before */
  says(words: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Starts a program with this environment and nothing else of ours. */
export function start(args: readonly string[], env: Readonly<Record<string, string>>): Working {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  let over = false;
  const ended = once(child, 'close').then((): Ended => {
    over = true;
    return { code: child.exitCode, ...written };
  });
  const says = async (words: string): Promise<void> => {
    while (!written.out.includes(words)) {
      if (over) throw new Error(`ended without “${words}”:\n${written.out}${written.err}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return { process: child, says, ended };
}

/** Runs a program to its end. */
export const run = (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
  start(args, env).ended;

/** Runs SQL as the administrator of the server. */
export async function administer<Row extends object>(
  server: ExternalServer,
  database: string,
  sql: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: server.adminUrl(database) });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** docker/roles.sql, run by the administrator in a database. */
export const makeRoles = (server: ExternalServer, database: string): Promise<readonly object[]> =>
  administer(server, database, read('docker/roles.sql'));

/** The roles that have an address among the secrets. */
export const ROLES = ['owner', 'app', 'worker', 'sequencer', 'checkpointer', 'audit'] as const;

/** Makes the secrets by the commands of docker/README.md, below `folder`. @returns where they lie */
export async function makeSecrets(folder: string, database: string): Promise<string> {
  const commands = snippets('docker/README.md').find(({ id }) => id === 'secrets')?.commands;
  if (commands === undefined) throw new Error('docker/README.md has no snippet `secrets`');
  const shell = spawn('/bin/sh', ['-ec', `mkdir -p docker\n${commands}`], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', DATABASE: database },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await once(shell, 'close');
  if (shell.exitCode !== 0) throw new Error(`the secrets could not be made: ${complaint}`);
  return join(folder, 'docker', 'secrets');
}

/** What stands in a secret. */
export const secret = (folder: string, name: string): string =>
  readFileSync(join(folder, name), 'utf8').trim();

/** As docker/set-passwords.sh: each role gets the password that stands in its address. */
export async function setPasswords(server: ExternalServer, secrets: string): Promise<void> {
  for (const role of ROLES) {
    const { password } = new URL(secret(secrets, `${role}_database_url`));
    await administer(server, 'postgres', `alter role mouding_${role} password '${password}'`);
  }
}

/** Removes a folder of a spec. */
export const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true });

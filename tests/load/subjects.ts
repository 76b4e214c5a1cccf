import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Load, Sample, Wish } from './subject.ts';

/** A compared store in its own process. */
export interface Running {
  readonly pid: number;
  load(load: Load): Promise<Sample>;
  /** Asks for something else that the subject offers by name. */
  ask<T>(also: string, wish?: unknown): Promise<T>;
  close(): Promise<void>;
}

interface Heard {
  readonly answer?: unknown;
  readonly failed?: string;
}

/** Starts the program of a subject, relative to this folder, with its settings. @throws when it cannot be opened */
export async function startSubject(program: string, settings: object): Promise<Running> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, [JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const next = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error(`${program} ended: ${Buffer.concat(said).toString('utf8')}`));
      child.once('exit', gone);
      child.once('message', ({ answer, failed }: Heard) => {
        child.off('exit', gone);
        if (failed === undefined) resolve(answer);
        else reject(new Error(`${program}: ${failed}`));
      });
    });
  const send = (wish: Wish): Promise<unknown> => {
    const answer = next();
    child.send(wish);
    return answer;
  };
  await next();
  return {
    pid: child.pid ?? 0,
    load: async (load) => (await send({ load })) as Sample,
    ask: async <T>(also: string, wish: unknown = null) => (await send({ also, wish })) as T,
    async close() {
      child.send('close' satisfies Wish);
      // A peer that does not let go of its timers is ended; nothing of it is needed any more.
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from 'mouding/home';
import { openLogStage, ORIGIN, TOKEN, type LogStage } from './given.ts';

/** The checkpointer as a process that is killed where it hurts most, and comes back. */
let stage: LogStage;
beforeEach(async () => (stage = await openLogStage()));
afterEach(() => stage.close());

interface Look {
  readonly signal: string | null;
  readonly out: string;
}

async function look(failpoint?: string): Promise<Look> {
  const script = join(root, 'tests', 'evidence', 'checkpoint-once.ts');
  const { database, signerUrl, institution } = stage;
  const child = spawn(
    process.execPath,
    [script, database.checkpointerUrl, signerUrl, TOKEN, ORIGIN, institution],
    {
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...(failpoint ? { FAILPOINT: failpoint } : {}) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (words: string) => (out += words));
  await once(child, 'close');
  return { signal: child.signalCode, out: out.trim() };
}

/** What was signed of each size: more than one text of a size is a fork. */
const textsBySize = () => Map.groupBy(new Set(stage.signedTexts), (text) => text.split('\n')[1]);

it.each([
  ['before it signs', 'checkpoint.before-sign', [3], 3],
  ['after it signed, before it is stored', 'checkpoint.after-sign', [3, 5], 3],
  ['after it is stored, before anybody is asked to cosign', 'checkpoint.after-publish', [3, 5], 5],
])('killed %s it neither forks nor signs two heads of one size', async (_, point, signed, stored) => {
  await stage.write(3);
  await stage.checkpoint();
  await stage.write(2);
  expect(await look(`${point}@1`)).toEqual({ signal: 'SIGKILL', out: '' });
  expect([...textsBySize().keys()]).toEqual(signed.map(String));
  expect(await stage.app.treeLogs.newest(stage.institution)).toMatchObject({ size: stored });

  await stage.write(1);
  expect(await look()).toEqual({ signal: null, out: 'published' });
  expect(await stage.app.treeLogs.newest(stage.institution)).toMatchObject({ size: 6 });
  expect([...textsBySize().values()].filter((texts) => texts.length > 1)).toEqual([]);
  expect(await stage.verify()).toMatchObject({ signed: 6, faults: [] });
});

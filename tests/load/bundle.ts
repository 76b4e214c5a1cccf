import { monitorEventLoopDelay } from 'node:perf_hooks';
import { zipFlow, type Packed } from '@mouding/documents';
import { openLedger, type Ledger } from '@mouding/ledger';
import { bundleTools, caseArchive, logKeysFrom, officeReader, openPress } from '@mouding/shell';
import type { Server } from './database.ts';
import type { Options } from './options.ts';
import { median } from './rounds.ts';
import { checkpointersLedger, signAll, startSigning } from './signed-log.ts';
import type { WholeLog } from './whole-log.ts';

/** 归档包 of one case, out of a log with many others. */
export interface ArchiveWork {
  readonly files: number;
  readonly bytes: number;
  /** Entries in the bundle. */
  readonly entries: number;
  /** Seconds until the last byte, medians; fonts loaded. */
  readonly seconds: number;
  /** Beside it: the same files zipped out of memory. Seconds. */
  readonly zipped: number;
  /** The longest that anybody else waited for the process meanwhile. Milliseconds. */
  readonly stall: number;
}

/** Makes the archive of the case that was played first, in turns with a zip of the same files. */
export async function measureArchive(server: Server, log: WholeLog, options: Options): Promise<ArchiveWork> {
  const publicKey = await signedBy(server, log);
  const { owner } = log.addresses;
  const ledger = openLedger({
    url: owner,
    applicationName: 'bench-archive',
    keyFile: server.keyFile,
    max: 2,
  });
  const press = openPress(null);
  try {
    const reader = await officeReader({ ledger }, log.institution);
    if (!reader) throw new Error('nobody may export');
    const id = await firstCase(ledger, log.institution);
    const keys = logKeysFrom(publicKey);
    const wish = { id, press, keys, receipts: null, tools: bundleTools(), fonds: null, address: '' };
    return await takeTurns(async () => (await caseArchive(reader, wish)).files, options);
  } finally {
    await press.close();
    await ledger.close();
  }
}

/** Has the log signed, so that the bundle is; answers the file of the key. */
async function signedBy(server: Server, { addresses, institution }: WholeLog): Promise<string> {
  const signing = await startSigning(server, addresses);
  const ledger = checkpointersLedger(addresses);
  try {
    await signAll(ledger, signing.signer, institution);
    return signing.publicKey;
  } finally {
    await ledger.close();
    await signing.stop();
  }
}

async function firstCase(ledger: Ledger, institution: string): Promise<string> {
  const cases = await ledger.items(institution, { kinds: ['case'] });
  const [first] = await ledger.history(
    institution,
    cases.map(({ stream }) => stream),
    -1,
    1,
  );
  if (!first) throw new Error('there is no case');
  return first.stream.slice('case/'.length);
}

async function takeTurns(
  make: () => Promise<AsyncIterable<Packed>>,
  { rounds }: Options,
): Promise<ArchiveWork> {
  const files: Packed[] = [];
  for await (const file of await make()) files.push(file);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: { readonly made: number; readonly zipped: number; readonly bytes: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    delay.enable();
    const { bytes, seconds } = await drained(await make());
    delay.disable();
    times.push({ bytes, made: seconds, zipped: (await drained(each(files))).seconds });
  }
  const entries = String(files.find(({ name }) => name === 'data/entries.jsonl')?.content ?? '');
  return {
    files: files.length,
    bytes: median(times.map(({ bytes }) => bytes)),
    entries: entries.split('\n').length - 1,
    seconds: median(times.map(({ made }) => made)),
    zipped: median(times.map(({ zipped }) => zipped)),
    stall: delay.max / 1_000_000,
  };
}

async function* each(files: readonly Packed[]): AsyncGenerator<Packed> {
  yield* files;
}

async function drained(
  files: AsyncIterable<Packed>,
): Promise<{ readonly seconds: number; readonly bytes: number }> {
  const start = performance.now();
  let bytes = 0;
  for await (const part of zipFlow(files)) bytes += part.length;
  return { bytes, seconds: (performance.now() - start) / 1_000 };
}

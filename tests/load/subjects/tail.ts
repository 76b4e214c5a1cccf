import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openLedger, runSequencer, type Head } from '@mouding/ledger';
import { present } from '../subject.ts';
import { choose, TORTURE, type Seen } from '../tail.ts';
import { decided, PERSON } from './decided.ts';

interface Settings {
  readonly url: string;
  readonly sequencerUrl: string;
  readonly institution: string;
}

// Both doors at once on the same few streams; half of the writers first write a row of another table and then take
// their time, so that transactions commit in another order than they began. A reader follows the log meanwhile.
await present<Settings>(async ({ url, sequencerUrl, institution }) => {
  const ledger = openLedger({ url, applicationName: 'bench', max: TORTURE.writers + 4 });
  const streams = Array.from({ length: TORTURE.streams }, () => `bench/${randomUUID()}`);
  const written: Seen[] = [];
  const seen: Seen[] = [];
  const ending = new AbortController();
  const sequencer = runSequencer({ url: sequencerUrl, signal: ending.signal });
  let next = -1;
  const follow = async (): Promise<void> => {
    for (const leaf of await ledger.feed(institution, next, 1_000)) {
      seen.push({ stream: leaf.stream, version: leaf.version });
      next = leaf.idx;
    }
  };
  const following = (async () => {
    while (!ending.signal.aborted) {
      await follow();
      await pause(5);
    }
  })();
  const at = await ledger.lawNow(institution);
  return {
    async op(i) {
      const { stream: number, slow } = choose();
      const stream = streams[number] ?? '';
      const version = await (slow ? appendSlowly(i, stream) : appendAtOnce(i, stream));
      if (version !== undefined) written.push({ stream, version });
    },
    also: {
      /** Waits until the reader is at the end; answers what was acknowledged and what it was handed. */
      async settle() {
        for (let idle = 0; idle < 20; idle += 1) {
          const before = seen.length;
          await pause(100);
          if (seen.length > before) idle = 0;
        }
        return { written, seen };
      },
    },
    async close() {
      ending.abort();
      await Promise.all([following, sequencer]);
      await ledger.close();
    },
  };

  async function appendAtOnce(i: number, stream: string): Promise<number | undefined> {
    const expected: ReadonlyMap<string, Head> = await ledger.heads(institution, [stream]);
    const done = await ledger.appendCoalesced(institution, { expected, entries: [decided(i, stream, at)] });
    return done.kind === 'done' ? done.receipts[0]?.version : undefined;
  }

  async function appendSlowly(i: number, stream: string): Promise<number | undefined> {
    const key = {
      person: PERSON,
      key: randomUUID(),
      verb: 'bench.decide',
      target: stream,
      bodyHash: 'x',
      judged: false,
    };
    const opened = await ledger.open(institution, key);
    if (opened.kind !== 'fresh') return undefined;
    const { tx } = opened;
    await tx.register({ person: randomUUID(), login: key.key, secret: 'x', name: '某甲' });
    await pause(Math.random() * TORTURE.slowMs);
    await tx.lock([{ name: stream, mode: 'write' }]);
    const entries = [decided(i, stream, tx.now)];
    const done = await tx.commit({
      entries,
      texts: [],
      jobs: [],
      deadlines: [],
      settled: [],
      rows: [],
      answer: null,
    });
    return done.kind === 'done' ? done.receipts[0]?.version : undefined;
  }
});

import { randomUUID } from 'node:crypto';
import { openLedger } from '@mouding/ledger';
import { present } from '../subject.ts';
import { decided } from './decided.ts';

const NONE = { version: 0, hash: null };

// (f) The coalesced door: appends that nothing else must be atomic with, many in one transaction.
await present<{ url: string; institution: string }>(async ({ url, institution }) => {
  const ledger = openLedger({ url, applicationName: 'bench', max: 4 });
  const at = await ledger.lawNow(institution);
  return {
    async op(i) {
      const stream = `bench/${randomUUID()}`;
      const entries = [decided(i, stream, at)];
      const done = await ledger.appendCoalesced(institution, {
        expected: new Map([[stream, NONE]]),
        entries,
      });
      if (done.kind !== 'done') throw new Error(done.kind);
    },
    close: () => ledger.close(),
  };
});

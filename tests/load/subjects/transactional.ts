import { randomUUID } from 'node:crypto';
import { openLedger } from '@mouding/ledger';
import { present } from '../subject.ts';
import { decided, PERSON } from './decided.ts';

const SUBJECTS = Array.from({ length: 100 }, () => randomUUID());

const ITEM = {
  kind: 'bench',
  case: null,
  stage: null,
  status: 'open',
  label: '申请',
  department: null,
  due: null,
  no: null,
};

// (e) The transactional door as a command uses it: key looked up and stream locked in one go, entry canonical and
// hashed, sealed body, idempotency row, one job, one deadline, one row of a read model; committed together.
await present<{ url: string; connections: number; keyFile: string; institution: string }>(
  async (settings) => {
    const { url, connections, keyFile } = settings;
    const ledger = openLedger({ url, applicationName: 'bench', keyFile, max: connections });
    const append = async (i: number, institution: string): Promise<void> => {
      const id = randomUUID();
      const stream = `bench/${id}`;
      const key = {
        person: PERSON,
        key: id,
        verb: 'bench.decide',
        target: stream,
        bodyHash: 'x',
        judged: false,
      };
      const foreseen = { locks: [{ name: stream, mode: 'write' as const }], texts: [] };
      const opened = await ledger.open(institution, key, foreseen);
      if (opened.kind !== 'fresh') throw new Error(opened.kind);
      const { tx } = opened;
      const sealed = [{ subject: SUBJECTS[i % 100] ?? id, plain: { wording: '建议增加专科建设经费。' } }];
      const done = await tx.commit({
        entries: [{ ...decided(i, stream, tx.now), sealed }],
        texts: [],
        jobs: [{ task: 'bench', payload: { stream }, key: null }],
        deadlines: [{ stream, name: 'due', due: '2030-01-01T00:00:00.000Z', verb: 'bench.close' }],
        settled: [],
        rows: [{ stream, rows: { item: { ...ITEM, id }, obligations: [] } }],
        answer: (receipts) => ({ status: 200, body: { receipt: { ...receipts[0] } } }),
      });
      if (done.kind !== 'done') throw new Error(done.kind);
    };
    return {
      op: (i) => append(i, settings.institution),
      also: {
        /** Appends one after another to an institution; answers the milliseconds of each. */
        async series({ institution, count }: { institution: string; count: number }) {
          const times: number[] = [];
          for (let i = 0; i < count; i++) {
            const start = performance.now();
            await append(i, institution);
            times.push(performance.now() - start);
          }
          return times;
        },
      },
      close: () => ledger.close(),
    };
  },
);

import { folder, compileProcedure, Definition, procedureNamedBy, type Procedure } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { openLedger, rebuildProjections, type Ledger } from '@mouding/ledger';
import {
  auditTimeline,
  entriesInWords,
  folding,
  openAccess,
  scopeOfNone,
  StateCache,
  stateThen,
  withoutKeys,
  type AuditScope,
} from '@mouding/shell';
import pg from 'pg';
import { playCorpus } from './corpus.ts';
import type { Server } from './database.ts';
import { sequenceAll } from './whole-log.ts';
import type { Options } from './options.ts';
import { median } from './rounds.ts';

/** What the auditor's service takes over one log, in milliseconds: medians, nothing kept from before. */
export interface AuditWork {
  readonly facts: number;
  /** 时间线 of the institution, the newest first. */
  readonly firstPage: number;
  /** The same filtered by somebody who is not in the log: everything that a page may look through. */
  readonly filteredPage: number;
  /** A page in the middle of the log, beside the same page by OFFSET: both opened and put into words alike. */
  readonly middlePage: number;
  readonly byOffset: number;
  /** One case as it stood half way, beside folding every fact of the institution up to there. */
  readonly travel: number;
  readonly foldingAll: number;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The auditor's queries over a log of real facts, each against the obvious way to do it. */
export async function measureAudit(server: Server, options: Options): Promise<AuditWork> {
  const most = options.sizes.at(-1) ?? options.corpus;
  const { addresses, institution, entries, unsequenced } = await playCorpus(server, most, 'bench_audit');
  await sequenceAll(addresses.roles.sequencer, unsequenced);
  await rebuildProjections({ url: addresses.owner, institution }, folding);
  await analysed(addresses.owner);
  const ledger = openLedger({ url: addresses.roles.audit, applicationName: 'bench-audit', max: 2 });
  try {
    return { facts: entries, ...(await measured(ledger, institution, options)) };
  } finally {
    await ledger.close();
  }
}

async function analysed(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

async function measured(
  ledger: Ledger,
  institution: string,
  { rounds }: Options,
): Promise<Omit<AuditWork, 'facts'>> {
  const scope = (): Promise<AuditScope> => scopeFor(ledger, institution);
  const size = await ledger.logSize(institution);
  const middle = Math.floor(size / 2);
  const [item] = await ledger.items(institution, { kinds: ['case'] });
  const id = item?.id ?? '';
  const asc = { order: 'asc', limit: 50 } as const;
  const cursor = Buffer.from(String(middle - 1)).toString('base64url');
  const at = middle;
  return {
    firstPage: await timed(rounds, async () => auditTimeline(await scope(), { order: 'desc', limit: 50 })),
    filteredPage: await timed(rounds, async () => auditTimeline(await scope(), { ...asc, person: NOBODY })),
    middlePage: await timed(rounds, async () => auditTimeline(await scope(), { ...asc, cursor })),
    byOffset: await timed(rounds, async () => pageByOffset(await scope(), middle)),
    travel: await timed(rounds, async () => stateThen(await scope(), id, {})),
    foldingAll: await timed(1, () => foldAll(ledger, institution, at)),
  };
}

async function scopeFor(ledger: Ledger, institution: string): Promise<AuditScope> {
  const means = { ledger: withoutKeys(ledger), cache: new StateCache() };
  return scopeOfNone(await openAccess(means, { institution, person: NOBODY }));
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** What OFFSET comes to: everything before the page is read and thrown away. */
async function pageByOffset(scope: AuditScope, offset: number): Promise<number> {
  const { ledger, visitor } = scope.reader;
  const PAGE = 50;
  const read = await ledger.timeline(
    visitor.institution,
    {},
    { after: -1, order: 'asc', limit: offset + PAGE, budget: offset + PAGE },
  );
  return (await entriesInWords(scope, read.slice(offset))).length;
}

/** The state of a case without looking for its streams: every fact up to there through its machine. */
async function foldAll(ledger: Ledger, institution: string, upTo: number): Promise<number> {
  const procedures = new Map<string, Procedure>();
  const rules = folder((hash) => procedures.get(hash));
  const open = new Map<string, ReturnType<typeof rules.start>>();
  const BATCH = 5_000;
  for (let after = -1; after < upTo; after += BATCH) {
    const span = { after, order: 'asc', limit: BATCH, budget: BATCH } as const;
    for (const leaf of await ledger.timeline(institution, {}, span)) {
      const entry = JSON.parse(leaf.entry) as Entry;
      const named = leaf.stream.startsWith('case/') ? procedureNamedBy(entry) : undefined;
      if (named !== undefined && !procedures.has(named)) {
        const text = (await ledger.text(institution, named)) ?? 'null';
        procedures.set(named, compileProcedure(Definition.parse(JSON.parse(text))));
      }
      const stream = open.get(leaf.stream) ?? rules.start(leaf.stream);
      open.set(leaf.stream, stream);
      stream.apply(entry);
    }
  }
  return open.size;
}

import type { Entry } from '@mouding/evidence';
import { openLedger } from '@mouding/ledger';
import { openPostOffice, routeTo, type PostOffice } from 'mouding/rehearse/post-office';
import type { AuditedUrls } from 'mouding/rehearse/rehearse-case';
import { scriptOf } from 'mouding/rehearse/rehearse';
import { playScenario, type Played } from 'mouding/rehearse/scenarios/play-scenario';
import type { Scenario } from 'mouding/rehearse/scenarios/scenario';
import { testHome } from './cluster.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { programsFor, startProgram } from './services.ts';

/** A scenario that was played, with the record that it left. The system still runs. */
export interface Rehearsed {
  readonly played: Played;
  /** Every entry of both institutions; in its order within each stream. */
  readonly entries: readonly Entry[];
  /** Facts of one type. */
  of(type: string): readonly Entry[];
  readonly urls: AuditedUrls;
  /** What had to be so and was not, in Chinese. */
  readonly wrong: readonly string[];
  stop(): Promise<void>;
}

/** Plays a scenario as `mouding rehearse --scenario` does, on a database and a system of its own. */
export async function rehearsed(scenario: Scenario, seed: number): Promise<Rehearsed> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await freshDatabase();
    undo.push(() => database.drop());
    const postOffice = scenario.mail ? await openPostOffice() : undefined;
    if (postOffice) undo.push(() => postOffice.down());
    const urls = await startAll(database, postOffice, undo);
    const script = scriptOf({ procedure: 'hospital-five-year-plan', seed });
    if ('refused' in script) throw new Error(script.refused.en);
    const played = await playScenario(urls, scenario, script, () => undefined, postOffice);
    const entries = await everyEntry(urls);
    const wrong = played.told.flatMap((line) =>
      line.kind === 'shown' && !line.holds ? [line.words.zh] : [],
    );
    const of = (type: string): readonly Entry[] => entries.filter((entry) => entry.type === type);
    return { played, entries, of, urls, wrong, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  database: FreshDatabase,
  postOffice: PostOffice | undefined,
  undo: (() => Promise<unknown>)[],
): Promise<AuditedUrls> {
  const { api, worker, audit, apiUrl, auditUrl } = await programsFor(database);
  const mail = postOffice ? routeTo(postOffice, apiUrl).environment : {};
  for (const [program, environment] of [[api, {}] as const, [worker, mail] as const, [audit, {}] as const]) {
    const service = await startProgram(program, environment);
    undo.push(() => service.stop());
  }
  const { ownerUrl } = database;
  const roleUrls = {
    app: database.appUrl,
    worker: database.workerUrl,
    sequencer: database.sequencerUrl,
    checkpointer: database.checkpointerUrl,
    audit: database.auditUrl,
  };
  return { apiUrl, auditUrl, ownerUrl, roleUrls, keyFile: `${testHome()}/key` };
}

async function everyEntry({ ownerUrl, keyFile }: AuditedUrls): Promise<readonly Entry[]> {
  const ledger = openLedger({ url: ownerUrl, applicationName: 'rehearsed', keyFile });
  try {
    const found: Entry[] = [];
    for (const { id } of await ledger.institutions()) {
      const leaves = await ledger.feed(id, -1, 10_000);
      const streams = [...new Set(leaves.map(({ stream }) => stream))];
      const stored = await Promise.all(streams.map((stream) => ledger.entries(id, stream)));
      found.push(...stored.flat().map(({ entry }) => JSON.parse(entry) as Entry));
    }
    return found;
  } finally {
    await ledger.close();
  }
}

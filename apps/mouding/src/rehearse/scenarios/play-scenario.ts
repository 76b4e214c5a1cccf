import { openLedger, rebuildProjections } from '@mouding/ledger';
import { folding } from '../../folding.ts';
import type { Words } from '../../words.ts';
import { rehearsalPair, type AuditedUrls } from '../rehearse-case.ts';
import { publish } from '../open-case.ts';
import type { PostOffice } from '../post-office.ts';
import type { Script } from '../rehearse.ts';
import { verifyPair } from '../verify-pair.ts';
import { sceneOf } from './scene.ts';
import type { Scenario, Told } from './scenario.ts';

/** What playing a scenario came to. */
export interface Played {
  readonly id: string;
  readonly title: Words;
  readonly told: readonly Told[];
  /** What people took home, by name. */
  readonly kept: ReadonlyMap<string, string>;
  /** Entries in the logs of both institutions. */
  readonly facts: number;
  /** What `verify` found wrong, a line each. */
  readonly faults: readonly string[];
  /** Rows of read models that a rebuild from the record makes otherwise. */
  readonly differences: number;
  readonly seconds: number;
}

/** Whether everything that had to be so was so, and the record is whole. */
export const isPlayed = ({ told, faults, differences }: Played): boolean =>
  told.every((line) => line.kind === 'happened' || line.holds) && faults.length === 0 && differences === 0;

/**
 * Plays a scenario in a pair of institutions of its own, then verifies both logs and rebuilds their read models.
 *
 * @param postOffice where the worker sends its mail, for a scenario that asks for one
 */
export async function playScenario(
  urls: AuditedUrls,
  scenario: Scenario,
  script: Script,
  say: (words: Words) => void,
  postOffice?: PostOffice,
): Promise<Played> {
  const began = performance.now();
  say({ zh: '建立演练单位，全体人员登录……', en: 'founding two institutions, everybody signs in …' });
  const pair = await rehearsalPair(urls);
  const { hospital } = pair;
  await hospital.cast.gather(hospital.plan.people.map(({ login }) => login));
  const office = await hospital.cast.as('office');
  await publish(office, script.definition);
  const told: Told[] = [];
  const kept = new Map<string, string>();
  const scene = sceneOf({ urls, pair, office, script, say, told, kept, postOffice });
  await scenario.play(scene, script);
  say({ zh: '核验记录……', en: 'verifying the record …' });
  const { entries: facts, faults } = await verifyPair(urls, pair);
  const differences = await rebuilt(urls, [pair.hospitalId, pair.authorityId]);
  const { id, title } = scenario;
  return { id, title, told, kept, facts, faults, differences, seconds: (performance.now() - began) / 1000 };
}

/** Rows that a rebuild from the record makes otherwise than they are. */
async function rebuilt({ ownerUrl, keyFile }: AuditedUrls, institutions: readonly string[]): Promise<number> {
  const ledger = openLedger({ url: ownerUrl, keyFile, applicationName: 'mouding-rehearse' });
  try {
    let differences = 0;
    for (const institution of institutions) {
      const report = await rebuildProjections({ url: ownerUrl, institution }, folding);
      differences += report.differences.length + report.stuck.length;
    }
    return differences;
  } finally {
    await ledger.close();
  }
}

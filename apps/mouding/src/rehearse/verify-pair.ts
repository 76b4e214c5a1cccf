import { faultLine, verifyInstitution } from '@mouding/ledger';
import type { Pair } from '../demo/found-pair.ts';
import { folding } from '../folding.ts';
import type { SystemUrls } from '../launch.ts';
import { until } from '../until.ts';

/** What verifying the logs of both institutions found. */
export interface PairReport {
  readonly entries: number;
  /** A line for each fault. */
  readonly faults: readonly string[];
}

/** Verifies both logs as the audit role, once the sequencer has given every entry its place. */
export async function verifyPair(
  { roleUrls }: Pick<SystemUrls, 'roleUrls'>,
  { hospitalId, authorityId }: Pick<Pair, 'hospitalId' | 'authorityId'>,
): Promise<PairReport> {
  const reports = [];
  for (const institution of [hospitalId, authorityId])
    reports.push(await verifySequenced(roleUrls.audit, institution));
  return {
    entries: reports.reduce((sum, { entries }) => sum + entries, 0),
    faults: reports.flatMap(({ faults }) => faults.map(faultLine)),
  };
}

const verifySequenced = (url: string, institution: string) =>
  until('the sequencer to place every entry', async () => {
    const report = await verifyInstitution({ url, institution }, folding);
    return report.unsequenced === 0 ? report : undefined;
  });

import type { ConformanceReportView } from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import { conformanceFromLog } from '@mouding/shell';
import { conforming, type Conforming } from 'mouding/rehearse/scenarios/conforming';
import type { Rehearsed } from './rehearsed.ts';

/** The conformance report of a case of a scenario that was played, from its log. @param plan `case/…` */
export async function reportIn(
  { urls }: Pick<Rehearsed, 'urls'>,
  plan: string,
): Promise<ConformanceReportView> {
  const ledger = openLedger({ url: urls.ownerUrl, applicationName: 'conforming' });
  try {
    for (const { id } of await ledger.institutions())
      if ((await ledger.entries(id, plan)).length > 0)
        return await conformanceFromLog(ledger, id, plan.slice('case/'.length));
    throw new Error(`${plan} is in no log`);
  } finally {
    await ledger.close();
  }
}

/** The same in short, for `toEqual`. */
export const conformingIn = async (scene: Pick<Rehearsed, 'urls'>, plan: string): Promise<Conforming> =>
  conforming(await reportIn(scene, plan));

import { openLedger, type LogState } from '@mouding/ledger';
import { runningIn } from '../run-file.ts';
import { bad, fine, note, type Finding } from './finding.ts';

const name = { zh: '检查点', en: 'checkpoints' };

/** Whether the tree over the record is signed, and if not, why: what the worker found. */
export async function lookAtLog(home: string, givenUrl: string | undefined): Promise<Finding[]> {
  const url = runningIn(home)?.databaseUrl ?? givenUrl;
  if (url === undefined) return [];
  const ledger = openLedger({ url, applicationName: 'mouding-doctor', max: 1 });
  try {
    const all = await Promise.all(
      (await ledger.institutions()).map(async ({ id, code }) => {
        const state = await ledger.treeLogs.state(id);
        return state ? [{ code, ...state }] : [];
      }),
    );
    return logFindings(all.flat());
  } catch {
    // Whether the database answers and has its tables is said by the other checks.
    return [];
  } finally {
    await ledger.close();
  }
}

/** What is to be said of the states of logs, by institution. */
export function logFindings(all: readonly (LogState & { readonly code: string })[]): Finding[] {
  if (all.length === 0) return [];
  const amiss = all.filter(({ state }) => state !== 'publishing');
  if (amiss.length === 0) return [fine(name, '正常签署', 'signed as they should be')];
  return amiss.map(({ code, state, zh, en }) =>
    (state === 'stopped' ? bad : note)(name, `${code}：${zh}`, `${code}: ${en}`),
  );
}

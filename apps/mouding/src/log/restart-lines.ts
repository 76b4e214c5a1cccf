import { restartWords, restartsIn } from '@mouding/contract';
import { decodeEntry } from '@mouding/evidence';
import type { Ledger } from '@mouding/ledger';
import type { Words } from '../words.ts';

/** Every log of an institution that went on in the place of a lost one, and whether two people have declared it. */
export async function restartLines(ledger: Ledger, institution: string): Promise<readonly Words[]> {
  const further = await ledger.treeLogs.restarts(institution);
  if (further.length === 0) return [];
  const entries = (await ledger.entries(institution, `org/${institution}`)).map(({ entry }) => ({
    entry: decodeEntry(entry),
  }));
  const declared = new Map(restartsIn(entries).map((restart) => [restart.next, restart]));
  return further.map(({ origin, after, at, reason }) => {
    const restart = declared.get(origin);
    if (restart) return restartWords(restart);
    return {
      zh: `未经宣告另起记录树：${origin}（原记录树签署至 ${after.size} 条，${at.slice(0, 10)}：${reason}）`,
      en: `NOT declared: ${origin} goes on after a log of ${after.size} signed entries (${at.slice(0, 10)}: ${reason})`,
    };
  });
}

import { existsSync, renameSync } from 'node:fs';
import { headOf, openLedger, type Institution, type Ledger } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import { signerFolderOf } from '../launch.ts';
import type { Out } from '../out.ts';
import { runningIn } from '../run-file.ts';
import { openSignerFolder, signerFiles } from '../signer/folder.ts';
import type { Memory } from '../signer/memory.ts';
import { withDatabase } from '../with-database.ts';
import { refuse, type Refused } from '../words.ts';

/**
 * Declares a further log of an institution: the old one is closed at the signer for ever, and the declaration keeps why
 * and where it had been signed last, though the database may not reach that far any more. Whoever has an old checkpoint
 * sees the gap.
 */
export function recoverLog(reason: string, code: string | undefined, out: Out): Promise<number | Refused> {
  const home = homeOf(process.env);
  if (runningIn(home))
    return Promise.resolve(
      refuse(
        '谋定正在运行。请先停止（Ctrl-C），再宣告另起记录树。',
        'Mouding is running. Stop it first (Ctrl-C), then declare a new log.',
      ),
    );
  const use = { home, databaseUrl: process.env['DATABASE_URL'], command: 'log recover', out };
  return withDatabase(use, code, async (url, [institution, ...more]) => {
    if (!institution || more.length > 0)
      return refuse('请用 --institution 指明单位。', 'Name the institution with --institution.');
    const { memory } = openSignerFolder(prepared(signerFolderOf(home)));
    const ledger = openLedger({ url, applicationName: 'mouding-log', max: 1 });
    try {
      return await declare(ledger, memory, { institution, reason, out });
    } finally {
      await ledger.close();
    }
  });
}

/** Half of a signer is no signer: what is left of it is put aside, never overwritten, and a new one begins. */
function prepared(folder: string): string {
  const { key, memory } = signerFiles(folder);
  const [hasKey, hasMemory] = [existsSync(key), existsSync(memory)];
  const left = hasKey ? key : memory;
  if (hasKey !== hasMemory) renameSync(left, `${left}.${Date.now()}`);
  return folder;
}

interface Declaration {
  readonly institution: Institution;
  readonly reason: string;
  readonly out: Out;
}

async function declare(
  { treeLogs }: Pick<Ledger, 'treeLogs'>,
  memory: Memory,
  { institution, reason, out }: Declaration,
): Promise<number | Refused> {
  const log = await treeLogs.generation(institution.id);
  if (!log)
    return refuse(
      `${institution.name}还没有记录树，无需另起。`,
      `${institution.code} has no log yet; there is nothing to declare.`,
    );
  const published = headOf(await treeLogs.newest(institution.id));
  const signed = memory.last(log.origin);
  const after = signed && signed.size > published.size ? signed : published;
  const generation = log.generation + 1;
  const origin = `${log.generation === 0 ? log.origin : log.origin.replace(/\/\d+$/, '')}/${generation}`;
  memory.close(log.origin);
  await treeLogs.open(institution.id, { generation, origin }, { reason, after });
  out.line({
    zh: `已宣告另起记录树：${origin}。原记录树 ${log.origin} 止于 ${after.size} 条，不再签署。请通知各见证方。`,
    en: `A new log was declared: ${origin}. The log ${log.origin} ends at ${after.size} entries and is signed no more. Tell every witness.`,
  });
  out.answer({ origin, closed: log.origin, after: after.size, reason });
  return exitCode.ok;
}

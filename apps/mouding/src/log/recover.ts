import { existsSync, renameSync } from 'node:fs';
import { toBase64, type Head } from '@mouding/evidence';
import { headOf, openLedger, type Institution, type LogGeneration } from '@mouding/ledger';
import { declaredRestart, StateCache, type Means } from '@mouding/shell';
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
 * Carries out what two people have declared on the record (`LogRestarted`): the old log is closed at the signer for ever,
 * and a further one begins. Without a declaration nothing is done, and it prints what is to be proposed. Whoever has an
 * old checkpoint finds the declaration by name.
 */
export function recoverLog(code: string | undefined, out: Out): Promise<number | Refused> {
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
      return await carryOutRestart({ ledger, cache: new StateCache() }, memory, { institution, out });
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

interface Recovery {
  readonly institution: Institution;
  readonly out: Out;
}

/** What was signed last of the log that counts, by the signer or in the database, and what is here of it now. */
interface Heads {
  readonly log: LogGeneration;
  readonly signed: Head;
  readonly kept: Head;
}

async function headsOf({ ledger }: Means, memory: Memory, institution: string): Promise<Heads | undefined> {
  const log = await ledger.treeLogs.generation(institution);
  if (!log) return undefined;
  const published = headOf(await ledger.treeLogs.newest(institution));
  const known = memory.last(log.origin);
  return { log, signed: known && known.size > published.size ? known : published, kept: published };
}

async function carryOutRestart(
  means: Means,
  memory: Memory,
  { institution, out }: Recovery,
): Promise<number | Refused> {
  const heads = await headsOf(means, memory, institution.id);
  if (!heads)
    return refuse(
      `${institution.name}还没有记录树，无需另起。`,
      `${institution.code} has no log yet; there is nothing to declare.`,
    );
  const { log, signed } = heads;
  const declared = await declaredRestart(means, institution.id, log.origin);
  if (!declared) return toBeDeclared(institution, heads, out);
  if (declared.signed.size !== signed.size || declared.signed.root !== toBase64(signed.root))
    return refuse(
      `宣告所载的检查点（${declared.signed.size} 条）与最后签署的（${signed.size} 条）不符，请重新提出。`,
      `The declaration cites a checkpoint of ${declared.signed.size} entries, but ${signed.size} were signed last; propose it anew.`,
    );
  const next = { generation: log.generation + 1, origin: declared.next };
  memory.close(log.origin);
  await means.ledger.treeLogs.open(institution.id, next, { reason: declared.reason, after: signed });
  out.line({
    zh: `已按宣告另起记录树：${next.origin}。原记录树 ${log.origin} 止于 ${signed.size} 条，不再签署。请通知各见证方。`,
    en: `As declared, another log goes on: ${next.origin}. The log ${log.origin} ends at ${signed.size} entries and is signed no more. Tell every witness.`,
  });
  out.answer({ origin: next.origin, closed: log.origin, after: signed.size, reason: declared.reason });
  return exitCode.ok;
}

/** Nothing is done yet: it prints what the administrator has to propose, and who confirms. */
function toBeDeclared({ code, name }: Institution, { log, signed, kept }: Heads, out: Out): Refused {
  const body = { origin: log.origin, signed: told(signed), kept: told(kept) };
  out.line(JSON.stringify(body, null, 2));
  out.answer({ institution: code, propose: body });
  return refuse(
    `${name}还没有经双人确认的宣告。请启动系统（npm start），由系统管理员按以上内容“提出另起记录树”（POST /v1/org/commands/propose-log-restart，另写明原因 reason），由安全管理员、规划办主任或者院领导确认；然后停止系统，再运行本命令。`,
    `${code}: two people have not declared it yet. Start the system (npm start); the administrator proposes another log with what stands above and the reason (POST /v1/org/commands/propose-log-restart), and the security administrator, the director of the office or a leader confirms. Then stop, and run this command again.`,
  );
}

const told = ({ size, root }: Head): object => ({ size, root: toBase64(root) });

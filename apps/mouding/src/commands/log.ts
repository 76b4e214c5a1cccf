import { InvalidArgumentError, type Command } from 'commander';
import { toBase64 } from '@mouding/evidence';
import { openLedger, type Institution, type Ledger, type StoredCheckpoint } from '@mouding/ledger';
import { growthProof, proofFile, proofOf, witnessesRequired, type PublishedLog } from '@mouding/shell';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import { exportLog } from '../log/export-log.ts';
import { recoverLog } from '../log/recover.ts';
import { restartLines } from '../log/restart-lines.ts';
import { trustOf } from '../log/trust.ts';
import type { Out } from '../out.ts';
import { withDatabase } from '../with-database.ts';
import { refuse, type Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

interface Which {
  readonly institution?: string;
}

interface Proving extends Which {
  readonly spicy?: boolean;
}

/** `mouding log`: the tree over the record as files and proofs that other people's tools read. */
export function addLog(program: Command, run: Run): void {
  const log = program
    .command('log')
    .description(
      describe('记录树：导出、证明、宣告另起', 'the tree over the record: export, proofs, recovery'),
    );
  for (const add of [addExport, addProve, addConsistency, addRecover]) add(log, run);
}

const WHICH = (): readonly [flags: string, description: string] => [
  '--institution <code>',
  describe('哪个单位；只有一个单位时可省略', 'which institution; may be left out where there is only one'),
];

function addExport(log: Command, run: Run): void {
  const keyOf = () => trustOf(homeOf(process.env)).publicKey;
  log
    .command('export')
    .argument('<folder>')
    .description(
      describe(
        '导出检查点、公钥、树和记录（C2SP tlog-tiles 格式）',
        'write checkpoint, key, tiles and entries, in the form of C2SP tlog-tiles',
      ),
    )
    .option(...WHICH())
    .action(async (folder: string, which: Which) =>
      run((out) =>
        over('export', which, out, (from, newest) =>
          exportLog(from, newest, { folder, publicKey: keyOf() }, out),
        ),
      ),
    );
}

function addProve(log: Command, run: Run): void {
  log
    .command('prove')
    .argument('<index>', describe('记录的序号', 'leaf index of the entry'), wholeNumber)
    .description(
      describe('证明一条记录在树中（.tlog-proof）', 'prove that an entry is in the log (.tlog-proof)'),
    )
    .option('--spicy', describe('按 spicy 工具的格式', 'in the form that the tool spicy reads'))
    .option(...WHICH())
    .action(async (index: number, which: Proving) =>
      run((out) =>
        over('prove', which, out, (from, newest) => prove(from, newest, { ...which, index }, out)),
      ),
    );
}

function addConsistency(log: Command, run: Run): void {
  log
    .command('consistency')
    .argument('<older>', describe('较小的条数', 'the smaller size'), wholeNumber)
    .argument('<newer>', describe('较大的条数', 'the larger size'), wholeNumber)
    .description(describe('证明记录树只增不改', 'prove that the log only grew between two sizes'))
    .option(...WHICH())
    .action(async (older: number, newer: number, which: Which) =>
      run((out) =>
        over('consistency', which, out, (from, head) => consistency(from, head, [older, newer], out)),
      ),
    );
}

function addRecover(log: Command, run: Run): void {
  log
    .command('recover')
    .description(
      describe(
        '数据或签署记录确实无法恢复时，按双人确认的宣告另起记录树',
        'begin another log, as two people have declared it, where data or the signer’s record are lost for good',
      ),
    )
    .option(...WHICH())
    .action(async ({ institution }: Which) => run((out) => recoverLog(institution, out)));
}

/** Reads a whole number of the command line. @throws InvalidArgumentError when it is none */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d{1,15}$/.test(text)) return value;
  throw new InvalidArgumentError('0, 1, 2, …');
}

type OpenLog = PublishedLog & { readonly ledger: Ledger };
type LogWork = (log: OpenLog, checkpoint: StoredCheckpoint) => Promise<number | Refused>;

function over(
  command: string,
  { institution: code }: Which,
  out: Out,
  work: LogWork,
): Promise<number | Refused> {
  const use = {
    home: homeOf(process.env),
    databaseUrl: process.env['DATABASE_URL'],
    command: `log ${command}`,
    out,
  };
  return withDatabase(use, code, async (url, [institution, ...more]) => {
    if (!institution || more.length > 0) return severalInstitutions([institution, ...more]);
    const ledger = openLedger({ url, applicationName: 'mouding-log', max: 2 });
    try {
      const checkpoint = await ledger.treeLogs.newest(institution.id, witnessesRequired(process.env));
      if (!checkpoint) return nothingSigned(institution, await ledger.treeLogs.newest(institution.id));
      return await work({ ledger, logs: ledger.treeLogs, institution: institution.id }, checkpoint);
    } catch (error) {
      if (error instanceof RangeError)
        return refuse(`不能证明：${error.message}`, `No proof: ${error.message}`);
      throw error;
    } finally {
      await ledger.close();
    }
  });
}

function severalInstitutions(institutions: readonly (Institution | undefined)[]): Refused {
  const codes = institutions.flatMap((each) => (each ? [each.code] : [])).join(', ');
  return refuse(
    `有多个单位，请用 --institution 指明：${codes}`,
    `There are several institutions; name one with --institution: ${codes}`,
  );
}

/** @param newest what was signed all the same, by too few witnesses */
function nothingSigned({ name, code }: Institution, newest: StoredCheckpoint | undefined): Refused {
  if (!newest)
    return refuse(
      `${name}还没有检查点。请启动系统（npm start），一两秒后再试。`,
      `${code} has no checkpoint yet. Start the system (npm start) and try again after a second or two.`,
    );
  const [signed, required] = [newest.cosignatures.length, witnessesRequired(process.env)];
  return refuse(
    `${name}已签署到 ${newest.size} 条，但没有一个检查点有 WITNESSES_REQUIRED=${required} 个见证方签名（最新的有 ${signed} 个）。请与见证方联系后再试。`,
    `${code} is signed up to ${newest.size} entries, but no checkpoint has the lines of WITNESSES_REQUIRED=${required} witnesses (the newest has ${signed}). Ask the witnesses, and try again.`,
  );
}

async function prove(
  log: PublishedLog,
  checkpoint: StoredCheckpoint,
  { index, spicy }: Proving & { readonly index: number },
  out: Out,
): Promise<number | Refused> {
  const { size } = checkpoint;
  if (index >= size)
    return refuse(
      `已签署的记录树有 ${size} 条，序号 0 至 ${size - 1}，没有第 ${index} 条。`,
      `The signed log has ${size} entries, 0 to ${size - 1}; there is no ${index}.`,
    );
  const file = proofFile(await proofOf(log, checkpoint, index), spicy === true ? 'spicy' : 'tlog-proof');
  out.line(file.trimEnd());
  out.answer({ index, size, proof: file });
  return exitCode.ok;
}

/** A log that went on in the place of a lost one is said by name, whether there is a proof or not. */
async function consistency(
  log: OpenLog,
  { origin, size }: StoredCheckpoint,
  [older, newer]: readonly [number, number],
  out: Out,
): Promise<number | Refused> {
  for (const line of await restartLines(log.ledger, log.institution)) out.line(line);
  if (older > newer)
    return refuse('较小的条数写在前面，较大的写在后面。', 'The smaller size comes first, then the larger.');
  if (newer > size)
    return refuse(`已发布的记录树只有 ${size} 条。`, `The published log has ${size} entries only.`);
  const proof = (await growthProof(log, [older, newer])).map(toBase64);
  for (const hash of proof) out.line(hash);
  out.answer({ origin, older, newer, proof });
  return exitCode.ok;
}

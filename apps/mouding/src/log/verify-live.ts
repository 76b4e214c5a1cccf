import { existsSync } from 'node:fs';
import { faultLine, verifyLog, type Institution, type LogReport, type Restarted } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { withDatabase } from '../with-database.ts';
import { refuse, type Refused, type Words } from '../words.ts';
import { isLogOf, keptCheckpoint, type KeptCheckpoint } from './kept-checkpoint.ts';
import { trustOf } from './trust.ts';

type Verified = LogReport & { readonly institution: Institution };

/** Whose record, and a file with a checkpoint that was kept elsewhere. */
export interface LiveWish {
  readonly institution?: string;
  readonly checkpoint?: string;
}

/** `mouding verify --live`: the tree made anew from the entries, against all that was signed and what the signer knows. */
export function verifyLive({ institution: code, checkpoint }: LiveWish, out: Out): Promise<number | Refused> {
  const home = homeOf(process.env);
  const kept = checkpoint === undefined ? null : keptIn(checkpoint, home);
  if (kept && 'refused' in kept) return Promise.resolve(kept);
  const use = { home, databaseUrl: process.env['DATABASE_URL'], command: 'verify --live', out };
  return withDatabase(use, code, async (url, institutions) => {
    const reports: Verified[] = [];
    for (const institution of institutions) {
      const onProgress = (done: number): void =>
        out.progress({
          zh: `${institution.name}：已核验 ${done} 条`,
          en: `${institution.code}: ${done} entries`,
        });
      const held = kept && isLogOf(kept, institution.id) ? kept : null;
      const options = { url, institution: institution.id, trust: trustOf(home), held, onProgress };
      reports.push({ ...(await verifyLog(options)), institution });
    }
    if (kept && !institutions.some(({ id }) => isLogOf(kept, id))) return strange(kept);
    show(reports, trustOf(home).publicKey !== null, out);
    return reports.every(({ faults }) => faults.length === 0) ? exitCode.ok : exitCode.mismatch;
  });
}

function keptIn(file: string, home: string): KeptCheckpoint | Refused {
  const kept = existsSync(file) ? keptCheckpoint(file, home) : `${file}: no such file`;
  return typeof kept === 'string'
    ? refuse(`不是可用的检查点：${kept}`, `No checkpoint to go by: ${kept}`)
    : kept;
}

const strange = ({ origin }: KeptCheckpoint): Refused =>
  refuse(`检查点属于另一个记录树：${origin}`, `The checkpoint is of another log: ${origin}`);

function show(reports: readonly Verified[], isKeyKnown: boolean, out: Out): void {
  const heads = {
    zh: ['单位', '记录', '已签署', '检查点', '见证签名', '条/秒', '异常'],
    en: ['institution', 'entries', 'signed', 'checkpoints', 'cosignatures', 'entries/s', 'faults'],
  };
  const rows = reports.map(({ institution, faults, ...report }) => [
    `${institution.name} (${institution.code})`,
    ...[
      report.leaves,
      report.signed,
      report.checkpoints,
      report.cosignatures,
      report.entriesPerSecond,
      faults.length,
    ].map(String),
  ]);
  for (const line of table([heads[out.language], ...rows])) out.line(line);
  for (const { institution, faults } of reports)
    for (const fault of faults) out.line(`✗ ${institution.code}: ${faultLine(fault)}`);
  for (const line of reports.flatMap((report) => [...restartLinesOf(report), ...unknownLines(report)]))
    out.line(line);
  if (!isKeyKnown)
    out.line({
      zh: '· 本机没有签署公钥（signer/public-key）：签名未核验。',
      en: '· The public key of the signer (signer/public-key) is not here: signatures were not checked.',
    });
  const wrong = reports.reduce((sum, { faults }) => sum + faults.length, 0);
  out.line(
    wrong === 0
      ? {
          zh: '核验通过：记录与已签署的检查点一致。',
          en: 'Verified: the record is the one that was signed.',
        }
      : { zh: `核验未通过：${wrong} 处异常，见上。`, en: `NOT verified: ${wrong} faults, see above.` },
  );
  out.answer({ verified: wrong === 0, signaturesChecked: isKeyKnown, institutions: reports.map(answerOf) });
}

/** Lines of witnesses that nobody here can check are never passed over. */
export function unknownLines({
  institution: { code },
  unknownWitnesses: names,
}: Pick<Verified, 'institution' | 'unknownWitnesses'>): readonly Words[] {
  if (names.length === 0) return [];
  return [
    {
      zh: `· ${code}：另存的检查点上，${names.join('、')} 的见证签名未核验（不知其公钥；可设 WITNESSES 后重新核验）`,
      en: `· ${code}: under the checkpoint kept elsewhere, the lines of ${names.join(', ')} were NOT checked: their keys are not known here (set WITNESSES and verify again)`,
    },
  ];
}

const restartLinesOf = ({ institution, restarts }: Verified): readonly Words[] =>
  restarts.map((restart) => restartLine(institution, restart));

/** A log that was begun anew is said by name, whatever else was found. */
const restartLine = ({ code }: Institution, { origin, after, reason, at, declared }: Restarted) => ({
  zh: `· ${code}：${declared ? '经双人宣告' : '未经宣告'}另起记录树 ${origin}（原记录树签署至 ${after.size} 条，${at.slice(0, 10)}：${reason}）`,
  en: `· ${code}: ${declared ? 'declared by two people' : 'NOT declared'}, the log ${origin} goes on after one of ${after.size} signed entries (${at.slice(0, 10)}: ${reason})`,
});

const answerOf = ({ institution, ...report }: Verified): object => ({
  institution: institution.code,
  ...report,
});

import { faultLine, verifyInstitution, type Institution, type VerifyReport } from '@mouding/ledger';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { folding } from '../folding.ts';
import { homeOf } from '../home.ts';
import { verifyLive } from '../log/verify-live.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { withDatabase } from '../with-database.ts';
import type { Refused } from '../words.ts';
import { describe, type Run } from './run.ts';
import { verifyBundle } from './verify-bundle.ts';
import { verifyReceipt } from './verify-receipt.ts';

interface VerifyOptions {
  readonly bundle?: string;
  readonly receipt?: string;
  readonly key?: string;
  readonly live?: boolean;
  readonly checkpoint?: string;
  readonly institution?: string;
}

/** `mouding verify`: the log by itself, then every stream through its machine, and the read models against that. */
export function addVerify(program: Command, run: Run): void {
  program
    .command('verify')
    .description(
      describe(
        '核验办理记录：逐条校验，并由记录重新推算各项状态',
        'verify the record: every entry, and every state as it follows from them',
      ),
    )
    .option('--institution <code>', describe('只核验一个单位', 'one institution only'))
    .option(
      '--bundle <file>',
      describe('核验一个归档包，不需要数据库', 'check an archive bundle; no database is needed'),
    )
    .option(
      '--receipt <file>',
      describe(
        '核验一份办理回执或不同意见凭证，可与 --bundle 一并使用；不需要数据库',
        'check a signed receipt, also beside --bundle; no database is needed',
      ),
    )
    .option('--key <file>', describe('回执公钥文件', 'file with the verifier key of receipts'))
    .option(
      '--live',
      describe('与已签署的检查点比对', 'compare the record with everything that was signed of it'),
    )
    .option(
      '--checkpoint <file>',
      describe('另与另存的检查点比对（同 --live）', 'with a checkpoint kept elsewhere, too; implies --live'),
    )
    .action(async (options: VerifyOptions) => run((out) => verifyWhat(options, out)));
}

function verifyWhat(options: VerifyOptions, out: Out): Promise<number | Refused> {
  const { receipt } = options;
  if (receipt !== undefined) return Promise.resolve(verifyReceipt({ ...options, receipt }, out));
  if (options.bundle !== undefined) return verifyBundle(options.bundle, out);
  const isLive = options.live === true || options.checkpoint !== undefined;
  return isLive ? verifyLive(options, out) : verify(options, out);
}

type Verified = VerifyReport & { readonly institution: Institution };

function verify({ institution: code }: VerifyOptions, out: Out): Promise<number | Refused> {
  const use = { home: homeOf(process.env), databaseUrl: process.env['DATABASE_URL'], command: 'verify', out };
  return withDatabase(use, code, async (url, institutions) => {
    const reports: Verified[] = [];
    for (const institution of institutions) {
      out.progress({ zh: `核验${institution.name}……`, en: `verifying ${institution.code} …` });
      reports.push({
        ...(await verifyInstitution({ url, institution: institution.id }, folding)),
        institution,
      });
    }
    show(reports, out);
    return reports.every(({ faults }) => faults.length === 0) ? exitCode.ok : exitCode.mismatch;
  });
}

/** Rates by the clock, on however many cores; and by each core of this process, the database's not counted. */
function showFigures(reports: readonly Verified[], out: Out): void {
  const heads = {
    zh: ['单位', '记录', '序号', '待排序', '校验（条/秒）', '每核', '推算（条/秒）', '每核', '异常'],
    en: [
      'institution',
      'entries',
      'leaves',
      'unsequenced',
      'checked/s',
      'per core',
      'folded/s',
      'per core',
      'faults',
    ],
  };
  const rows = reports.map(({ institution, faults, ...report }) => [
    `${institution.name} (${institution.code})`,
    ...[
      report.entries,
      report.leaves,
      report.unsequenced,
      report.entriesPerSecond,
      report.entriesPerCoreSecond,
      report.factsPerSecond,
      report.factsPerCoreSecond,
      faults.length,
    ].map(String),
  ]);
  for (const line of table([heads[out.language], ...rows])) out.line(line);
}

function show(reports: readonly Verified[], out: Out): void {
  showFigures(reports, out);
  for (const { institution, keysMissing, faults } of reports) {
    for (const fault of faults) out.line(`✗ ${institution.code}: ${faultLine(fault)}`);
    if (keysMissing.length > 0)
      out.line({
        zh: `· ${institution.code}：${keysMissing.length} 个主体的数据密钥缺失，且无销毁记录：${keysMissing.join('、')}`,
        en: `· ${institution.code}: no data key, and no destruction recorded, for ${keysMissing.join(', ')}`,
      });
  }
  const wrong = reports.reduce((sum, { faults }) => sum + faults.length, 0);
  out.line(
    wrong === 0
      ? {
          zh: '核验通过：记录完整，状态与记录一致。',
          en: 'Verified: the record is whole, and every state follows from it.',
        }
      : { zh: `核验未通过：${wrong} 处异常，见上。`, en: `NOT verified: ${wrong} faults, see above.` },
  );
  out.answer({ verified: wrong === 0, institutions: reports.map(answerOf) });
}

function answerOf({ institution, faults, ...figures }: Verified): object {
  return {
    institution: institution.code,
    ...figures,
    faults: faults.map((fault) => ({ institution: institution.code, ...fault })),
  };
}

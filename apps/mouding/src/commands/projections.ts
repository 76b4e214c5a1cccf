import { faultLine, rebuildProjections, type Institution, type RebuildReport } from '@mouding/ledger';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { folding } from '../folding.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { withDatabase } from '../with-database.ts';
import type { Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

interface RebuildOptions {
  readonly institution?: string;
}

/** `mouding projections rebuild`: the read models anew from the log, beside the live ones, then in their place. */
export function addProjections(program: Command, run: Run): void {
  program
    .command('projections')
    .description(describe('查询视图', 'the read models'))
    .command('rebuild')
    .description(
      describe(
        '由办理记录重建查询视图，并指出与原视图的差异',
        'rebuild the read models from the record, and name what differed',
      ),
    )
    .option('--institution <code>', describe('只重建一个单位', 'one institution only'))
    .action(async (options: RebuildOptions) => run((out) => rebuild(options, out)));
}

type Rebuilt = RebuildReport & { readonly institution: Institution; readonly factsPerSecond: number };

function rebuild({ institution: code }: RebuildOptions, out: Out): Promise<number | Refused> {
  const use = {
    home: homeOf(process.env),
    databaseUrl: process.env['DATABASE_URL'],
    command: 'projections rebuild',
    out,
  };
  return withDatabase(use, code, async (url, institutions) => {
    const reports: Rebuilt[] = [];
    for (const institution of institutions) {
      out.progress({ zh: `重建${institution.name}的查询视图……`, en: `rebuilding ${institution.code} …` });
      reports.push(await rebuildOne(url, institution));
    }
    show(reports, out);
    return reports.every(({ stuck }) => stuck.length === 0) ? exitCode.ok : exitCode.mismatch;
  });
}

async function rebuildOne(url: string, institution: Institution): Promise<Rebuilt> {
  const started = performance.now();
  const report = await rebuildProjections({ url, institution: institution.id }, folding);
  const seconds = Math.max(0.001, (performance.now() - started) / 1000);
  return { ...report, institution, factsPerSecond: Math.round(report.facts / seconds) };
}

function show(reports: readonly Rebuilt[], out: Out): void {
  const heads = {
    zh: ['单位', '截至序号', '记录', '事项', '已替换', '推算（条/秒）', '差异', '不能推算'],
    en: ['institution', 'leaf index', 'facts', 'streams', 'replaced', 'folded/s', 'differed', 'stuck'],
  };
  const rows = reports.map(({ institution, differences, stuck, ...report }) => [
    out.language === 'zh' ? institution.name : institution.code,
    ...[report.leafIndex, report.facts, report.streams, report.replaced, report.factsPerSecond].map(String),
    String(differences.length),
    String(stuck.length),
  ]);
  for (const line of table([heads[out.language], ...rows])) out.line(line);
  for (const { differences, stuck } of reports) {
    for (const fault of differences) out.line(`· ${faultLine(fault)}`);
    for (const fault of stuck) out.line(`✗ ${faultLine(fault)}`);
  }
  out.answer({
    institutions: reports.map(({ institution, ...report }) => ({ institution: institution.code, ...report })),
  });
}

import type { ConformanceReportView } from '@mouding/contract';
import { openLedger, type Institution, type Ledger } from '@mouding/ledger';
import { conformanceFromLog, conformancePage, ProblemError } from '@mouding/shell';
import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { table } from '../table.ts';
import { withDatabase } from '../with-database.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

interface ConformanceOptions {
  readonly institution?: string;
  readonly at?: string;
  readonly html?: string;
}

/** `mouding conformance CASE`: 应经程序 beside 实经程序, from the record, whether the services run or not. */
export function addConformance(program: Command, run: Run): void {
  program
    .command('conformance')
    .description(
      describe(
        '程序符合性报告：应经程序与实经程序逐项对照',
        'conformance: what the procedure asks for, beside what was done',
      ),
    )
    .argument('<case>', describe('规划编制工作的标识或名称', 'the case, by id or title'))
    .option('--institution <code>', describe('所在单位代码', 'the institution'))
    .option('--at <when>', describe('截至：记录序号或日期', 'up to a leaf index or a day'))
    .option('--html <file>', describe('另存为可打印的页面', 'keep it as a page that prints'))
    .action(async (wanted: string, options: ConformanceOptions) =>
      run((out) => report(wanted, options, out)),
    );
}

function report(wanted: string, options: ConformanceOptions, out: Out): Promise<number | Refused> {
  const at = momentOf(options.at);
  if (typeof at === 'object') return Promise.resolve(at);
  const use = {
    home: homeOf(process.env),
    databaseUrl: process.env['DATABASE_URL'],
    command: 'conformance',
    out,
  };
  return withDatabase(use, options.institution, async (url, institutions) => {
    const ledger = openLedger({ url, applicationName: 'mouding-conformance' });
    try {
      const found = await findCase(ledger, institutions, wanted);
      if (isRefused(found)) return found;
      const view = await conformanceFromLog(ledger, found.institution, found.id, at);
      if (options.html) writeFileSync(options.html, conformancePage(view));
      show(view, out);
      return (view.counts['missing'] ?? 0) === 0 ? exitCode.ok : exitCode.mismatch;
    } catch (error) {
      if (error instanceof ProblemError)
        return refuse('截至该时刻还没有这项规划编制工作。', 'The case was not there at that moment.');
      throw error;
    } finally {
      await ledger.close();
    }
  });
}

/** A leaf index or a day. */
function momentOf(at: string | undefined): number | string | undefined | Refused {
  if (at === undefined) return undefined;
  if (/^\d{1,9}$/.test(at)) return Number(at);
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return at;
  return refuse(
    `不认识的时刻“${at}”：应为记录序号，或 2026-01-31 这样的日期。`,
    `${at} is neither a leaf index nor a day like 2026-01-31.`,
  );
}

/** The case of this id or title, or the only one whose title holds these words. */
export async function findCase(
  ledger: Ledger,
  institutions: readonly Institution[],
  wanted: string,
): Promise<{ readonly institution: string; readonly id: string } | Refused> {
  const all = await Promise.all(
    institutions.map(async ({ id: institution }) =>
      (await ledger.items(institution, { kinds: ['case'] })).map(({ id, label }) => ({
        institution,
        id,
        label,
      })),
    ),
  );
  const cases = all.flat();
  const named = cases.filter(({ id, label }) => id === wanted || label === wanted);
  const found = named.length > 0 ? named : cases.filter(({ label }) => label.includes(wanted));
  const [only] = found;
  if (only && found.length === 1) return only;
  const known = cases.map(({ id, label }) => `${label} (${id})`).join('\n  ');
  return refuse(
    found.length > 1
      ? `不止一项规划符合“${wanted}”，请用全称或标识：\n  ${known}`
      : `没有符合“${wanted}”的规划；现有：\n  ${known || '无'}`,
    found.length > 1
      ? `several cases are called like ${wanted}; give the whole title or an id`
      : `there is no case like ${wanted}`,
  );
}

function show(view: ConformanceReportView, out: Out): void {
  const of = (words: { readonly zh: string; readonly en: string }): string => words[out.language];
  out.line({
    zh: `程序符合性报告：${view.case.title}（${view.institution}），截至第 ${view.asOf.index} 条记录`,
    en: `Conformance of ${view.case.title} (${view.institution}), up to entry ${view.asOf.index}`,
  });
  for (const { kind, about, standing } of view.twoKeys)
    out.line(`※ ${of(kind.words)}${about ? `：${about}` : ''} · ${of(standing.words)}`);
  for (const { words, found } of view.anomalies)
    for (const { said } of found) out.line(`! ${of(words)}：${of(said)}`);
  const rows = view.stages.map(({ title, status, rounds }) => {
    const last = rounds.at(-1);
    const sum = last?.sum ? last.sum[out.language] : '';
    return [
      of(status.words),
      title,
      last?.outcome?.words ?? '',
      last?.closed ? String(last.closed.index) : '',
      sum,
    ];
  });
  const heads = {
    zh: ['情况', '环节', '结果', '记录', '计票'],
    en: ['status', 'stage', 'outcome', 'entry', 'sum'],
  };
  for (const line of table([heads[out.language], ...rows])) out.line(line);
  for (const { said, words } of view.notices) out.line(`· ${of(words)}：${of(said)}`);
  out.answer(view);
}

import { Argument, type Command } from 'commander';
import {
  checkProcedure,
  compileProcedure,
  diffDefinitions,
  type Definition,
  type ProcedureReport,
} from '@mouding/core';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { definitionFrom } from '../procedure-file.ts';
import { isRefused, type Refused } from '../words.ts';
import {
  exportProcedure,
  importProcedure,
  type AccountFlags,
  type DocumentFlags,
} from './procedure-exchange.ts';
import { describe, type Run } from './run.ts';

/** `mouding procedure check|diff|export|import`. */
export function addProcedure(program: Command, run: Run): void {
  const procedure = program.command('procedure').description(describe('编制程序', 'procedures'));
  const source = new Argument(
    '<file|id>',
    describe(
      'procedure.yaml 文件，或 workflows 中的程序标识',
      'a procedure.yaml, or the id of one in workflows',
    ),
  );
  procedure
    .command('check')
    .description(describe('检查程序能否走通，能否发布', 'check whether a procedure may be published'))
    .addArgument(source)
    .action(async (from: string) => run(async (out) => check(from, out)));
  procedure
    .command('diff')
    .description(
      describe('两个版本的不同，用文字说明', 'what is other in the second of two versions, in words'),
    )
    .argument('<before>', describe('原版本：文件或标识', 'the earlier version: a file or an id'))
    .argument('<after>', describe('新版本：文件或标识', 'the later version: a file or an id'))
    .action(async (before: string, after: string) => run(async (out) => diff(before, after, out)));
  account(procedure.command('export'))
    .description(describe('导出已发布的程序（YAML）', 'write a published procedure as YAML'))
    .argument('<id>', describe('程序标识', 'id of the procedure'))
    .option('--edition <n>', describe('第几版；默认最新', 'which version; the newest by default'))
    .action(async (id: string, flags: AccountFlags & { edition?: string }) =>
      run((out) => exportProcedure(id, flags, out)),
    );
  account(procedure.command('import'))
    .description(describe('导入并发布程序', 'publish a procedure from a file'))
    .addArgument(source)
    .option('--document <text>', describe('批准文件', 'the document that authorises it'))
    .option('--number <text>', describe('其文号或会议届次', 'its number'))
    .action(async (from: string, flags: AccountFlags & DocumentFlags) =>
      run((out) => importProcedure(from, flags, out)),
    );
}

function account(command: Command): Command {
  return command
    .option('--institution <code>', describe('单位代码；默认为示例单位', 'institution; the demo by default'))
    .option(
      '--login <name>',
      describe(
        '登录名；口令取自环境变量 MOUDING_PASSWORD',
        'login; the password is taken from MOUDING_PASSWORD',
      ),
    );
}

function check(from: string, out: Out): number | Refused {
  const definition = definitionFrom(from);
  if (isRefused(definition)) return definition;
  const report = checkProcedure(compileProcedure(definition));
  show(definition, report, out);
  return report.faults.length === 0 ? exitCode.ok : exitCode.failed;
}

/** Says every change in words; both must be complete procedures. */
function diff(from: string, to: string, out: Out): number | Refused {
  const before = definitionFrom(from);
  if (isRefused(before)) return before;
  const after = definitionFrom(to);
  if (isRefused(after)) return after;
  const changes = diffDefinitions(before, after);
  for (const { zh, en } of changes) out.line({ zh, en });
  if (changes.length === 0) out.line({ zh: '两个版本相同。', en: 'The two versions are the same.' });
  out.answer({ procedure: after.id, changes });
  return exitCode.ok;
}

function show(definition: Definition, report: ProcedureReport, out: Out): void {
  const { faults, advice, states, transitions } = report;
  out.line(out.strong(`${definition.title}（${definition.id}）`));
  out.line({
    zh: `探查了 ${states} 个抽象状态、${transitions} 个转移。`,
    en: `explored ${states} abstract states and ${transitions} transitions.`,
  });
  for (const { rule, zh, en, path } of faults) {
    out.line({ zh: `✗ ${zh}（${rule}）`, en: `✗ ${en} (${rule})` });
    if (path.length > 0) out.line(`  ${path.join(' → ')}`);
  }
  for (const { zh, en, basis } of advice) out.line({ zh: `! ${zh}（${basis}）`, en: `! ${en} (${basis})` });
  out.line(
    faults.length === 0
      ? { zh: '可以发布。', en: 'It may be published.' }
      : {
          zh: `有 ${faults.length} 处问题，不能发布。`,
          en: `${faults.length} faults: it must not be published.`,
        },
  );
  out.answer({ procedure: definition.id, sound: faults.length === 0, states, transitions, faults, advice });
}

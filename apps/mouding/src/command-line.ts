import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup.ts';
import { addCheckup } from './commands/checkup.ts';
import { addCompile } from './commands/compile.ts';
import { addConformance } from './commands/conformance.ts';
import { addDiff } from './commands/diff.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addLog } from './commands/log.ts';
import { addProcedure } from './commands/procedure.ts';
import { addProjections } from './commands/projections.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addRestore } from './commands/restore.ts';
import { describe, runnerOf } from './commands/run.ts';
import { addStart } from './commands/start.ts';
import { addVerify } from './commands/verify.ts';
import { addVote } from './commands/vote.ts';
import { addWitness } from './commands/witness.ts';
import { exitCode } from './exit-code.ts';
import { troubleOf } from './trouble-of.ts';

/** The command line with all its commands. */
export function commandLine(): Command {
  const program = new Command('mouding')
    .description(
      describe(
        '谋定：编制五年规划，办理过程人人可核验',
        'Mouding: compile a five-year plan on a record that anyone can check',
      ),
    )
    .option('--json', describe('以一行 JSON 给出结果', 'give the answer as one line of JSON'))
    .option('--quiet', describe('不显示进度', 'show no progress'))
    .helpOption('-h, --help', describe('显示帮助', 'show this help'))
    .helpCommand(false)
    .showHelpAfterError(describe('（用 --help 查看用法）', '(--help shows how to use it)'))
    .exitOverride();
  const run = runnerOf(program);
  for (const add of [
    addStart,
    addRehearse,
    addProcedure,
    addVote,
    addCheckup,
    addDiff,
    addImport,
    addCompile,
    addProjections,
    addExport,
    addBackup,
    addRestore,
    addVerify,
    addLog,
    addWitness,
    addConformance,
    addDoctor,
  ])
    add(program, run);
  return program;
}

/** Runs one command line. @returns the exit code of the process */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await commandLine().parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    return unforeseen(error);
  }
}

function unforeseen(error: unknown): number {
  const words = troubleOf(error);
  console.error(words ? `${words.zh}\n${words.en}` : error);
  return exitCode.failed;
}

import { InvalidArgumentError, type Command } from 'commander';
import { homeOf } from '../home.ts';
import { describe, type Run } from './run.ts';

interface RehearseFlags {
  readonly procedure: string;
  readonly text?: string;
  readonly seed: number;
  readonly scenario?: string;
  readonly out?: string;
}

/** `mouding rehearse`: plays a whole case, from the scheme's adoption to the last 签收. */
export function addRehearse(program: Command, run: Run): void {
  program
    .command('rehearse')
    .description(
      describe(
        '演练：把一件规划编制工作从头办到签收',
        'play a whole case, from the first stage to the last receipt',
      ),
    )
    .option('--procedure <id>', describe('编制程序', 'the procedure'), 'hospital-five-year-plan')
    .option('--text <file>', describe('规划文稿（纯文本）', "a plan's text, plain"))
    .option('--seed <n>', describe('随机种子', 'seed of what is invented'), seedOf, 1)
    .option(
      '--out <folder>',
      describe('将生成的文件写入此文件夹', 'write the papers that were made into a folder'),
    )
    .option('--scenario <id>', describe('情景，如 S2', 'an acceptance scenario, e.g. S2'))
    .action(async ({ procedure, text, seed, scenario, out: folder }: RehearseFlags) =>
      run(async (out) => {
        // It brings the client and the plays along, which no other command needs.
        const where = { seed, home: homeOf(process.env), databaseUrl: process.env['DATABASE_URL'] };
        if (scenario !== undefined) {
          const { rehearseScenario } = await import('../rehearse/scenarios/rehearse-scenario.ts');
          return rehearseScenario({ ...where, scenario }, out);
        }
        const { rehearse } = await import('../rehearse/rehearse.ts');
        const common = { ...where, procedure, ...(folder === undefined ? {} : { out: folder }) };
        return rehearse(text === undefined ? common : { ...common, text }, out);
      }),
    );
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new InvalidArgumentError('0, 1, 2 …');
}

import type { Command } from 'commander';
import { putBack, type RestoreWish } from '../backup/put-back.ts';
import { homeOf } from '../home.ts';
import { describe, type Run } from './run.ts';

type RestoreOptions = Pick<RestoreWish, 'keys' | 'destroyed' | 'checkpoint'> & { readonly prove?: boolean };

/**
 * `mouding restore BACKUP --prove`: into an empty database, and the proof that it is the same.
 *
 * @param work what is done with the wish that the command line says
 */
export function addRestore(program: Command, run: Run, work = putBack): void {
  program
    .command('restore')
    .description(
      describe(
        '恢复备份到空数据库，并证明与原库一致',
        'restore a backup into an empty database, and prove that it is the same',
      ),
    )
    .argument('<backup>', describe('一次备份的文件夹', 'the folder of one backup'))
    .option('--prove', describe('逐表比对、核验记录、重新推算状态', 'compare every table, verify, fold anew'))
    .option('--keys <file>', describe('封装的数据密钥', 'the wrapped data keys'))
    .option('--destroyed <file>', describe('另存的已销毁密钥清单', 'a list of destroyed keys kept apart'))
    .option('--checkpoint <file>', describe('另存的检查点', 'a checkpoint that was kept elsewhere'))
    .action(async (backup: string, { prove = false, ...options }: RestoreOptions) =>
      run((out) => {
        const home = homeOf(process.env);
        return work({ backup, home, databaseUrl: process.env['DATABASE_URL'], prove, ...options }, out);
      }),
    );
}

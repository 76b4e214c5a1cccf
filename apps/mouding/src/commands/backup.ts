import type { Command } from 'commander';
import { takeBackup, type BackupWish } from '../backup/take-backup.ts';
import { homeOf } from '../home.ts';
import type { Out } from '../out.ts';
import { withDatabase } from '../with-database.ts';
import type { Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

/**
 * `mouding backup FOLDER`: the whole record in one snapshot, whether the services run or not.
 *
 * @param work what is done with the wish that the command line says
 */
export function addBackup(program: Command, run: Run, work = backUpHome): void {
  program
    .command('backup')
    .description(
      describe(
        '备份：全部记录、原件，办理不停',
        'back up: the whole record with its originals, while everybody goes on working',
      ),
    )
    .argument('<folder>', describe('存放各次备份的文件夹', 'the folder that holds the backups'))
    .option(
      '--keys <file>',
      describe(
        '另将封装的数据密钥写入此文件（与备份分开存放）',
        'write the wrapped data keys to this file, which is kept apart',
      ),
    )
    .action(async (folder: string, options: Pick<BackupWish, 'keys'>) =>
      run((out) => work({ ...options, folder }, out)),
    );
}

function backUpHome(wish: BackupWish, out: Out): Promise<number | Refused> {
  const use = { home: homeOf(process.env), databaseUrl: process.env['DATABASE_URL'], command: 'backup', out };
  return withDatabase(use, undefined, (url) => takeBackup(url, wish, out));
}

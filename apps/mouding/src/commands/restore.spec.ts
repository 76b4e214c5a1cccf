import { Command, CommanderError } from 'commander';
import type { BackupWish } from '../backup/take-backup.ts';
import type { RestoreWish } from '../backup/put-back.ts';
import { exitCode } from '../exit-code.ts';
import { standardOut } from '../out.ts';
import { addBackup } from './backup.ts';
import { addRestore } from './restore.ts';
import type { Run } from './run.ts';

/** The wishes that a command line says, in the order in which they are carried out. */
async function wishesOf(...words: readonly string[]): Promise<readonly (BackupWish | RestoreWish)[]> {
  const wishes: (BackupWish | RestoreWish)[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  const run: Run = async (work) => void (await work(standardOut({})));
  const note = (wish: BackupWish | RestoreWish) => {
    wishes.push(wish);
    return Promise.resolve(exitCode.ok);
  };
  addBackup(program, run, note);
  addRestore(program, run, note);
  for (const command of program.commands) command.exitOverride();
  await program.parseAsync(words, { from: 'user' });
  return wishes;
}

const given = { ...process.env };
beforeEach(
  () => (process.env = { ...given, MOUDING_HOME: '/srv/home', DATABASE_URL: 'postgresql://o@db/x' }),
);
afterEach(() => (process.env = given));

it('backs up into a folder, with the keys elsewhere where that is asked', async () => {
  expect(await wishesOf('backup', '/srv/backups')).toEqual([{ folder: '/srv/backups' }]);
  expect(await wishesOf('backup', '/srv/backups', '--keys', '/srv/keys.gz')).toEqual([
    { folder: '/srv/backups', keys: '/srv/keys.gz' },
  ]);
});

it('restores without a proof unless one is asked for', async () => {
  const home = { home: '/srv/home', databaseUrl: 'postgresql://o@db/x' };
  expect(await wishesOf('restore', '/srv/backups/one')).toEqual([
    { backup: '/srv/backups/one', prove: false, ...home },
  ]);
  expect(
    await wishesOf(
      'restore',
      '/srv/backups/one',
      '--prove',
      '--keys',
      'k',
      '--destroyed',
      'd',
      '--checkpoint',
      'c',
    ),
  ).toEqual([
    { backup: '/srv/backups/one', prove: true, keys: 'k', destroyed: 'd', checkpoint: 'c', ...home },
  ]);
});

it.each([[['backup']], [['restore']], [['restore', 'one', '--checkpoint']], [['restore', 'one', '--proof']]])(
  '%j is a usage error',
  async (words) => {
    await expect(wishesOf(...words)).rejects.toThrow(CommanderError);
  },
);

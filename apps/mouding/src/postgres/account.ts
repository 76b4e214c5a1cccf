import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { refuse, type Refused } from '../words.ts';

/** Whom the database server runs as. */
export type Account =
  | { readonly kind: 'self' }
  /** PostgreSQL refuses to run as root: root runs it as an ordinary user. */
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number };

/**
 * The account of the server: oneself; for root the owner of the data, or the system user `postgres`, who is made when
 * the machine has none.
 * @param data the data folder, which need not exist yet
 */
export function accountFor(data: string): Account | Refused {
  const uid = process.getuid?.();
  if (uid !== 0) return ownData(data, uid);
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/** The options that make a child process run as the account. */
export function runAs(account: Account): { uid: number; gid: number } | Record<string, never> {
  return account.kind === 'self' ? {} : { uid: account.uid, gid: account.gid };
}

/** Whether the account may pass through the folder to what lies in it. */
export function mayEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', ...runAs(account) }).status === 0;
}

function ownData(data: string, uid: number | undefined): Account | Refused {
  const owner = statSync(data, { throwIfNoEntry: false });
  if (!owner || uid === undefined || owner.uid === uid) return { kind: 'self' };
  return refuse(
    `数据文件夹 ${data} 属于另一个用户（uid ${owner.uid}）。请用当初启动它的用户（或 root）运行。`,
    `The data folder ${data} belongs to another user (uid ${owner.uid}). Run as the user who first started it, or as root.`,
  );
}

function lookUp(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : Number.NaN;
  });
  if (!uid || !gid) return undefined;
  return { kind: 'other', uid, gid };
}

function create(): Account | Refused {
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', [
    '--system',
    '-g',
    'postgres',
    '-d',
    '/nonexistent',
    '-s',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  return (
    lookUp() ??
    refuse(
      'PostgreSQL 不能以 root 运行，而系统用户 postgres 不存在、也无法创建。请以普通用户运行，或先执行 useradd --system postgres。',
      'PostgreSQL does not run as root, and the system user postgres is absent and could not be made. Run as an ordinary user, or run useradd --system postgres first.',
    )
  );
}

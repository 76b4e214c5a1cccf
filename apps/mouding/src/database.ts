import { ask } from './postgres/ask.ts';
import { openCluster } from './postgres/cluster.ts';
import { isRefused, refuse, type Refused, type Words } from './words.ts';

/** The database of a system, reachable. */
export interface Database {
  readonly ownerUrl: string;
  readonly isEmbedded: boolean;
  /** What and where it is, without its password. */
  readonly description: Words;
  /** Resolves when the embedded server ends; never for a given one. */
  readonly ended: Promise<void>;
  /** Stops the embedded server; leaves a given one alone. */
  stop(): Promise<void>;
}

/** The oldest PostgreSQL that has what the ledger uses. */
export const oldestMajor = 15;

/** Opens the database named by `DATABASE_URL`, otherwise the one that the project brings along. */
export function openDatabase(home: string, givenUrl: string | undefined): Promise<Database | Refused> {
  return givenUrl ? useGiven(givenUrl) : useEmbedded(home);
}

/** The server version of a database, such as 180004. */
export async function serverVersion(url: string): Promise<number | Refused> {
  const address = nameOf(url);
  if (address === undefined) {
    return refuse(
      'DATABASE_URL 不是有效的地址。格式：postgres://用户:口令@主机:5432/数据库',
      'DATABASE_URL is not an address. Its form: postgres://user:password@host:5432/database',
    );
  }
  const answer = await ask(url, 'show server_version_num');
  if ('row' in answer) return Number(answer.row?.['server_version_num']);
  return refuse(
    `连接不到 DATABASE_URL 指定的数据库 ${address}（${answer.error}）。请检查地址、口令和数据库是否在运行；去掉 DATABASE_URL 则使用自带的 PostgreSQL。`,
    `The database of DATABASE_URL, ${address}, cannot be reached (${answer.error}). Check address, password and whether it runs; without DATABASE_URL the PostgreSQL that comes along is used.`,
  );
}

async function useGiven(ownerUrl: string): Promise<Database | Refused> {
  const version = await serverVersion(ownerUrl);
  if (typeof version !== 'number') return version;
  const major = Math.floor(version / 10_000);
  if (major < oldestMajor) return tooOld(major);
  const name = `PostgreSQL ${major}，${nameOf(ownerUrl)}`;
  return {
    ownerUrl,
    isEmbedded: false,
    description: {
      zh: `${name}（DATABASE_URL）`,
      en: `PostgreSQL ${major}, ${nameOf(ownerUrl)} (DATABASE_URL)`,
    },
    ended: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

async function useEmbedded(home: string): Promise<Database | Refused> {
  const cluster = await openCluster({ home, durable: true });
  if (isRefused(cluster)) return cluster;
  const where = `127.0.0.1:${cluster.port}, ${cluster.data}`;
  return {
    ownerUrl: cluster.ownerUrl,
    isEmbedded: true,
    description: { zh: `自带 PostgreSQL，${where}`, en: `embedded PostgreSQL, ${where}` },
    ended: cluster.ended,
    stop: () => cluster.stop('fast'),
  };
}

function tooOld(major: number): Refused {
  return refuse(
    `DATABASE_URL 指定的是 PostgreSQL ${major}，需要 ${oldestMajor} 或更高版本。请升级，或去掉 DATABASE_URL 使用自带的 PostgreSQL。`,
    `DATABASE_URL names a PostgreSQL ${major}; ${oldestMajor} or newer is needed. Upgrade it, or unset DATABASE_URL to use the PostgreSQL that comes along.`,
  );
}

function nameOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  return protocol.startsWith('postgres') ? `${host}${pathname}` : undefined;
}

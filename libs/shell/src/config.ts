import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Url = z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address, postgresql://…');
const Port = z.coerce.number().int().min(0).max(65_535);

const setting = <T extends z.ZodType>(schema: T, zh: string, en: string): T => schema.meta({ zh, en });

/** Every setting of every process, from the environment. What has no default is asked of the processes that need it. */
export const Settings = z.object({
  DATABASE_URL: setting(
    Url.optional(),
    '数据库所有者连接（迁移、启动器用）',
    'the owner’s database address; migration and launcher only',
  ),
  APP_DATABASE_URL: setting(Url.optional(), 'api 的数据库连接', 'database address of api'),
  WORKER_DATABASE_URL: setting(Url.optional(), 'worker 的数据库连接', 'database address of worker'),
  SEQUENCER_DATABASE_URL: setting(
    Url.optional(),
    '排序进程的数据库连接',
    'database address of the sequencer, run by worker',
  ),
  AUDIT_DATABASE_URL: setting(
    Url.optional(),
    'audit 的数据库连接（只读）',
    'database address of audit, read-only',
  ),
  HOST: setting(z.string().min(1).default('127.0.0.1'), '监听地址', 'address to listen on'),
  PORT: setting(Port.default(4310), 'api 的端口', 'port of api'),
  AUDIT_PORT: setting(Port.default(4311), 'audit 的端口', 'port of audit'),
  PUBLIC_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '对外访问地址；监听本机以外的地址时必须是 https',
    'the address that people open; https is demanded when HOST is not this machine alone',
  ),
  KEY_FILE: setting(
    z.string().min(1).optional(),
    '数据密钥的封装密钥文件',
    'file of the key that wraps the data keys',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    '日志级别',
    'log level',
  ),
  FAILPOINT: setting(
    z.string().optional(),
    '故障点，只在 NODE_ENV=test 时有效',
    'where a test makes the process die; only honoured with NODE_ENV=test',
  ),
});
export type Settings = z.infer<typeof Settings>;

/** The table of the README. A test compares the two. */
export const SETTINGS = Object.entries(Settings.shape).map(([name, schema]) => {
  const { zh, en } = schema.meta() as { zh: string; en: string };
  const { data } = schema.safeParse(undefined);
  return { name, default: data === undefined ? null : String(data), meaningZh: zh, meaningEn: en };
});

/** Thrown when the environment does not say what a process needs. The message says what to do, in both languages. */
export class UnfitSettings extends Error {}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

type Environment = { readonly [name: string]: string | undefined };

/**
 * Reads the settings of one process. Each may be given as `NAME`, or as `NAME_FILE` naming a file that holds it, so
 * that no password stands in an environment; given both ways, `NAME` counts.
 *
 * @param needs the settings that this process cannot start without
 * @throws UnfitSettings naming every setting that is missing or malformed, a file that cannot be read, or plain HTTP
 * beyond this machine
 */
export function readSettings<N extends keyof Settings>(
  environment: Environment,
  needs: readonly N[],
): Settings & { readonly [K in N]-?: NonNullable<Settings[K]> } {
  const parsed = Settings.safeParse(fromFiles(environment));
  if (!parsed.success)
    throw new UnfitSettings(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  const missing = needs.filter((name) => parsed.data[name] === undefined);
  if (missing.length > 0)
    throw new UnfitSettings(`缺少配置 ${missing.join('、')} · not set: ${missing.join(', ')}`);
  const { HOST, PUBLIC_URL } = parsed.data;
  if (!isLoopback(HOST) && !PUBLIC_URL?.startsWith('https:'))
    throw new UnfitSettings(
      `HOST=${HOST} 不是本机地址：请设置 https 的 PUBLIC_URL，并在前面终止 TLS · HOST=${HOST} is not this machine: set PUBLIC_URL to the https address that a TLS proxy serves`,
    );
  return parsed.data as Settings & { readonly [K in N]-?: NonNullable<Settings[K]> };
}

/** The words that are given, those of files read; an empty word counts as none. */
function fromFiles(environment: Environment): Environment {
  const names = Object.keys(Settings.shape);
  return Object.fromEntries(
    names.flatMap((name) => {
      const word = environment[name] || wordOfFile(environment, name);
      return word ? [[name, word]] : [];
    }),
  );
}

function wordOfFile(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnfitSettings(`${name}_FILE 无法读取 · cannot be read: ${reason}`);
  }
}

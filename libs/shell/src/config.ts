import { existsSync, readFileSync } from 'node:fs';
import { mailAddress } from '@mouding/core';
import { z } from 'zod';
import { LOG_SETTINGS } from './log/settings.ts';
import { setting } from './setting.ts';

const Url = z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address, postgresql://…');
const Port = z.coerce.number().int().min(0).max(65_535);

const waiting = (most: number) => z.coerce.number().int().min(0).default(most);

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
  CHECKPOINTER_DATABASE_URL: setting(
    Url.optional(),
    '检查点进程的数据库连接（worker 内运行）',
    'database address of the checkpointer, run by worker',
  ),
  AUDIT_DATABASE_URL: setting(
    Url.optional(),
    'audit 的数据库连接（只读）',
    'database address of audit, read-only',
  ),
  ACCESS_LOG_DATABASE_URL: setting(
    Url.optional(),
    '审计查阅记录写入的主库连接（audit 角色）；AUDIT_DATABASE_URL 指向只读备库时须设置',
    'primary database to which audit writes its own reading, as the audit role; needed where AUDIT_DATABASE_URL is a standby',
  ),
  HOST: setting(z.string().min(1).default('127.0.0.1'), '监听地址', 'address to listen on'),
  PORT: setting(Port.default(4310), 'api 的端口', 'port of api'),
  AUDIT_PORT: setting(Port.default(4311), 'audit 的端口', 'port of audit'),
  PUBLIC_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '对外访问地址；监听本机以外的地址时必须是 https',
    'the address that people open; https is demanded when HOST is not this machine alone',
  ),
  PROXY_ADDRESSES: setting(
    z
      .string()
      .regex(/^[0-9a-f:.]+(\/\d{1,3})?(,[0-9a-f:.]+(\/\d{1,3})?)*$/i, 'addresses, separated by commas')
      .optional(),
    'TLS 代理的地址（逗号分隔）；只信任它们转来的客户端地址',
    'addresses of the TLS proxy, separated by commas; only they are believed about where a request comes from',
  ),
  AUDIT_PUBLIC_URL: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    '审计服务的对外访问地址；不设置则与 PUBLIC_URL 相同',
    'the address that auditors open; that of PUBLIC_URL when not set',
  ),
  SESSION_HOURS: setting(
    z.coerce.number().positive().max(168).default(12),
    '登录会话最长多少小时',
    'hours after which a session ends, however much it is used',
  ),
  SESSION_IDLE_MINUTES: setting(
    z.coerce.number().positive().max(1440).default(30),
    '无操作多少分钟后会话结束',
    'minutes without use after which a session ends',
  ),
  SESSIONS_PER_PERSON: setting(
    z.coerce.number().int().min(1).default(10),
    '每人同时在线的会话数，超出时结束最久未用的',
    'sessions of one person at once; the longest unused ends',
  ),
  REQUESTS_AT_ONCE: setting(
    z.coerce.number().int().min(1).default(64),
    '同时办理的请求数',
    'requests that are worked on at once',
  ),
  WAITING_DECISIONS: setting(
    waiting(500),
    '排队的表决、审签请求数，超出时答复 503',
    'votes and approvals that may wait; more hear 503',
  ),
  WAITING_SUBMISSIONS: setting(waiting(200), '排队的报送、登记请求数', 'other commands that may wait'),
  WAITING_READS: setting(waiting(200), '排队的查阅请求数', 'reads that may wait'),
  WAITING_EXPORTS: setting(waiting(8), '排队的导出请求数', 'exports that may wait'),
  WAITING_SECONDS: setting(
    z.coerce.number().positive().default(5),
    '请求最多排队多少秒',
    'seconds that a request waits at most',
  ),
  CONNECTIONS: setting(
    z.coerce.number().int().min(1).default(2000),
    '同时打开的连接数',
    'connections that are open at once',
  ),
  HEADER_SECONDS: setting(
    z.coerce.number().positive().default(10),
    '请求头须在多少秒内到达',
    'seconds in which the head of a request must arrive',
  ),
  REQUEST_SECONDS: setting(
    z.coerce.number().positive().default(120),
    '整个请求须在多少秒内到达',
    'seconds in which a whole request must arrive',
  ),
  METRICS_PORT: setting(
    Port.optional(),
    'Prometheus 指标的端口，只监听本机；不设置则关闭',
    'port of the Prometheus metrics, on this machine alone; off when not set',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    'OpenTelemetry 收集器地址（OTLP/HTTP）；不设置则关闭',
    'address of an OpenTelemetry collector (OTLP over HTTP); off when not set',
  ),
  SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/ }).optional(),
    '发信服务器（worker），smtp:// 或 smtps://；不设置则不发邮件，通知留在待发',
    'mail server for worker, smtp:// or smtps://; when not set nothing is sent and messages stay queued',
  ),
  MAIL_FROM: setting(
    z
      .string()
      .refine((address) => mailAddress(address) !== null, 'a plain address, name@domain')
      .optional(),
    '发件地址；设置 SMTP_URL 时须与 PUBLIC_URL 一并设置',
    'address that mail comes from; SMTP_URL demands it, and PUBLIC_URL',
  ),
  HEADS_MAIL_TO: setting(
    z
      .string()
      .transform((list) =>
        list
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      )
      .refine((all) => all.every((each) => mailAddress(each) !== null), 'addresses, separated by commas')
      .optional(),
    '每日接收记录链校验值的外部地址（worker），以逗号分隔，如主管部门、兄弟单位；须同时设置 SMTP_URL',
    'addresses outside that get the head of each log once a day, for worker, separated by commas; needs SMTP_URL',
  ),
  MAIL_WAIT_SECONDS: setting(
    z.coerce.number().int().min(1).max(1800).default(1800),
    '一次未成功的邮件最多等多少秒再试',
    'seconds that a mail which did not get through waits at most for its next attempt',
  ),
  MAIL_PER_SECOND: setting(
    z.coerce.number().int().min(1).max(1000).default(10),
    '每秒最多发送的邮件数',
    'mails that are sent in a second, at most',
  ),
  FILE_MB: setting(
    z.coerce.number().positive().max(500).default(50),
    '单个原件（Word、扫描件等）的最大兆字节数',
    'megabytes of the largest original (Word file, scan)',
  ),
  FONDS: setting(
    z
      .string()
      .regex(/^[A-Z0-9]{4,10}$/, '全宗号：4 至 10 位大写字母或数字 · 4 to 10 capital letters or digits')
      .optional(),
    '全宗号，由档案主管部门给定，写入归档包的档号；不设置则以 0000 代替',
    'the number of the fonds in the archives, in the codes of an archive; 0000 stands in when not set',
  ),
  FONT_FOLDER: setting(
    z.string().min(1).refine(existsSync, '没有这个文件夹 · there is no such folder').optional(),
    '本单位已获授权的公文字体所在文件夹（PDF）；不设置则以开源字体代替',
    'folder of the licensed fonts of the house for PDF; free ones stand in when not set',
  ),
  SOFFICE: setting(
    z.string().min(1).optional(),
    'LibreOffice 可执行文件，用于读取 .doc、.wps；不设置则在 PATH 中寻找 soffice',
    'executable of LibreOffice, for .doc and .wps; soffice on the PATH when not set',
  ),
  CONVERT_SECONDS: setting(
    z.coerce.number().positive().max(600).default(60),
    '转换一份 .doc、.wps 原件最多多少秒',
    'seconds that converting one .doc or .wps takes at most',
  ),
  UPLOAD_MB_PER_DAY: setting(
    z.coerce.number().positive().default(500),
    '每人每日上传文稿、原件的总兆字节数，超出时答复 429',
    'megabytes of texts and originals that one person brings in a day; more hears 429',
  ),
  KEY_FILE: setting(
    z.string().min(1).optional(),
    '数据密钥的封装密钥文件',
    'file of the key that wraps the data keys',
  ),
  ...LOG_SETTINGS,
  DEMO_DOOR: setting(
    z
      .string()
      .regex(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{16,}$/, 'the door of a launcher on this machine')
      .optional(),
    '示例的启动器（api），由 npm start 自行设置；不设置则首页是工作台',
    'the launcher of the demo, for api, set by npm start itself; without it / is the desk',
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
  return {
    name,
    default: data === undefined ? null : String(data),
    meaningZh: zh,
    meaningEn: en,
  };
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
  refuseHalfMail(parsed.data);
  return parsed.data as Settings & { readonly [K in N]-?: NonNullable<Settings[K]> };
}

/** Mail without a sender bounces, and a message without an address to open helps nobody. */
function refuseHalfMail({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Settings): void {
  if (SMTP_URL === undefined) return;
  const missing = Object.entries({ MAIL_FROM, PUBLIC_URL }).flatMap(([name, word]) =>
    word === undefined ? [name] : [],
  );
  if (missing.length > 0)
    throw new UnfitSettings(
      `设置了 SMTP_URL，还缺少 ${missing.join('、')} · SMTP_URL needs these as well: ${missing.join(', ')}`,
    );
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

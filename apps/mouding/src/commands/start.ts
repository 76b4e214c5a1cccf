import { InvalidArgumentError, type Command } from 'commander';
import { demoAccounts } from '../demo-accounts.ts';
import type { DemoAccount } from '../demo/seed.ts';
import { openDoor, type Door } from '../door/door.ts';
import { tourOf } from '../door/tour.ts';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import { listenForInterrupt, type Interrupt } from '../interrupt.ts';
import { launch, type System } from '../launch.ts';
import { mailRoute } from '../mail-route.ts';
import type { Out } from '../out.ts';
import { freePort, whyNotFree } from '../port.ts';
import { runningIn } from '../run-file.ts';
import { table } from '../table.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

interface StartOptions {
  readonly port?: number;
  readonly auditPort?: number;
  readonly demo: boolean;
}

interface Ports {
  readonly apiPort: number;
  readonly auditPort: number;
}

const usual = 4310;

/** `mouding start`: database, api, worker and audit, until Ctrl-C. */
export function addStart(program: Command, run: Run): void {
  program
    .command('start')
    .description(
      describe('启动数据库、接口、后台和审计服务', 'start database, api, worker and audit service'),
    )
    .option(
      '--port <n>',
      describe('网页与接口的端口；0 为任选空闲端口', 'port of page and API; 0 picks a free one'),
      portOf,
    )
    .option(
      '--audit-port <n>',
      describe('审计服务的端口；默认为上一端口加一', "port of the audit service; the other's plus one"),
      portOf,
    )
    .option('--no-demo', describe('不装入示例单位', 'leave out the demo institution'))
    .action(async (options: StartOptions) => run((out) => start(options, out)));
}

/** Reads a port number of the command line. @throws InvalidArgumentError when it is none */
export function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('0–65535');
}

async function start(options: StartOptions, out: Out): Promise<number | Refused> {
  const home = homeOf(process.env);
  const ports = runningIn(home) ? anyPorts : await choosePorts(options);
  if (isRefused(ports)) return ports;
  const interrupt = listenForInterrupt();
  const door = options.demo ? await openDoor() : undefined;
  try {
    out.progress({
      zh: '启动数据库和服务…… starting database and services …',
      en: 'starting database and services …',
    });
    const databaseUrl = process.env['DATABASE_URL'];
    const system = await launch({
      home,
      databaseUrl,
      ...ports,
      ...(door ? { demoDoor: door.address } : {}),
      mail: await mailRoute(process.env, ports.apiPort, ports.auditPort),
      command: 'start',
      out,
      abort: interrupt.signal,
    });
    if (isRefused(system)) return interrupt.signal.aborted ? exitCode.ok : system;
    try {
      return await serve({ system, home, door, out, interrupt });
    } finally {
      out.progress({ zh: '正在停止…… stopping …', en: 'stopping …' });
      await system.stop();
      out.progress({ zh: '已停止。 Stopped.', en: 'Stopped.' });
    }
  } finally {
    await door?.close();
    interrupt.ignore();
  }
}

// A home that is in use is refused by `launch`, which knows by whom; its ports are of course taken then.
const anyPorts: Ports = { apiPort: usual, auditPort: usual + 1 };

async function choosePorts(options: StartOptions): Promise<Ports | Refused> {
  const wanted = options.port ?? usual;
  const apiPort = wanted === 0 ? await freePort() : wanted;
  const wantedAudit = options.auditPort ?? (wanted === 0 ? 0 : apiPort + 1);
  const auditPort = wantedAudit === 0 ? await freePort() : wantedAudit;
  return (
    (await isTaken(apiPort, '--port')) ?? (await isTaken(auditPort, '--audit-port')) ?? { apiPort, auditPort }
  );
}

async function isTaken(port: number, option: string): Promise<Refused | undefined> {
  const reason = await whyNotFree(port);
  if (reason === undefined) return undefined;
  const other = option === '--port' ? '5310' : '5311';
  const [zh, en] =
    reason === 'EADDRINUSE'
      ? ['已被其他程序占用', 'is taken by another program']
      : ['不能使用', 'cannot be used'];
  return refuse(
    `端口 ${port} ${zh}（${reason}）。请关闭占用它的程序，或换一个端口：npm start -- ${option} ${other}（0 为任选空闲端口）。`,
    `Port ${port} ${en} (${reason}). Close that program, or choose another port: npm start -- ${option} ${other} (0 picks a free one).`,
  );
}

/** A system that was started, with everything around it. */
interface Serving {
  readonly system: System;
  readonly home: string;
  /** Absent where no demo is wanted. */
  readonly door: Door | undefined;
  readonly out: Out;
  readonly interrupt: Interrupt;
}

async function serve({ system, home, door, out, interrupt }: Serving): Promise<number | Refused> {
  const accounts = door ? demoAccounts(system, home, out) : Promise.resolve<readonly DemoAccount[]>([]);
  const shown = accounts.then((known) => {
    if (isRefused(known)) return known;
    door?.show(tourOf(system.urls.apiUrl, known));
    show(system, known, out);
    return undefined;
  });
  const asked = interrupt.asked.then(() => 'asked' as const);
  // The demo is being seeded meanwhile: a person who gives up waiting, or a service that fails, ends that, too.
  const first = await Promise.race([shown, system.failed, asked]);
  if (first === 'asked') return exitCode.ok;
  if (first) return first;
  const end = await Promise.race([system.failed, asked]);
  return end === 'asked' ? exitCode.ok : end;
}

function show(system: System, accounts: readonly Readonly<Record<AccountColumn, string>>[], out: Out): void {
  const { apiUrl, auditUrl, inboxUrl } = system.urls;
  const places = [
    ['网页 Page', apiUrl],
    ['接口 API', `${apiUrl}/api/docs`],
    ['审计 Audit', auditUrl],
    ...(inboxUrl ? [['收件箱 Inbox', inboxUrl]] : []),
    ['数据库 Database', system.database.description[out.language]],
  ];
  out.line('');
  out.line(out.strong('谋定已启动 Mouding is running'));
  for (const line of table(places)) out.line(`  ${line}`);
  if (accounts.length > 0) {
    const heads = ['身份', 'Role', '登录名 Login', '口令 Password', '单位 Institution'];
    const rows = accounts.map((account) => columns.map((column) => account[column]));
    out.line('');
    out.line(out.strong('示例账号 Demo accounts'));
    for (const line of table([heads, ...rows])) out.line(`  ${line}`);
  }
  out.line('');
  out.line('按 Ctrl-C 停止。 Ctrl-C stops everything.');
  out.answer({ apiUrl, auditUrl, inboxUrl, accounts });
}

const columns = ['role', 'roleEn', 'login', 'password', 'institution'] as const;
type AccountColumn = (typeof columns)[number];

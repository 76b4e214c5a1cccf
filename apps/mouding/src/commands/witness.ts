import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { parseVerifierKey, verifierKey, type NoteKey } from '@mouding/evidence';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { exitCode } from '../exit-code.ts';
import { listenForInterrupt } from '../interrupt.ts';
import type { Out } from '../out.ts';
import { openSignerFolder } from '../signer/folder.ts';
import { witnessKey, type Reply } from '../witness/judge.ts';
import { witnessServer } from '../witness/serve.ts';
import { isRefused, refuse, type Refused } from '../words.ts';
import { describe, type Run } from './run.ts';
import { portOf } from './start.ts';

interface WitnessOptions {
  readonly name: string;
  readonly log: readonly string[];
  readonly folder: string;
  readonly host: string;
  readonly port: number;
}

/** `mouding witness`: watches the logs of others, and cosigns that they only grow. For a commission or a sister hospital. */
export function addWitness(program: Command, run: Run): void {
  program
    .command('witness')
    .description(
      describe(
        '见证：核对其他单位的记录树只增不改，并共同签名',
        'watch the logs of others, and cosign that they only grow (C2SP tlog-witness)',
      ),
    )
    .requiredOption(
      '--name <name>',
      describe('见证方名称，如 wjw.example', 'name of this witness, e.g. health.example'),
    )
    .requiredOption(
      '--log <key...>',
      describe('所见证的记录树公钥行（log.vkey）', 'key line of each log (log.vkey)'),
    )
    .requiredOption(
      '--folder <folder>',
      describe('存放密钥与见证记录的文件夹', 'folder of its key and of its record'),
    )
    .option('--host <address>', describe('监听地址', 'address to listen on'), '127.0.0.1')
    .option('--port <n>', describe('端口；0 为任选', 'port; 0 picks a free one'), portOf, 4320)
    .action(async (options: WitnessOptions) => run((out) => witness(options, out)));
}

async function witness(options: WitnessOptions, out: Out): Promise<number | Refused> {
  const logs = keysOf(options);
  if (isRefused(logs)) return logs;
  const { key, memory } = openSignerFolder(resolve(options.folder));
  const now = (): number => Math.floor(Date.now() / 1_000);
  const means = { name: options.name, key, memory, logs: logs.keys, verify: verifyEd25519, now };
  const server = witnessServer(means, (reply) => tell(reply, out));
  const trouble = await listen(server, options);
  if (trouble) return trouble;
  const { port } = server.address() as AddressInfo;
  const line = verifierKey(witnessKey(means), sha256);
  out.line({ zh: `见证服务已启动，端口 ${port}。`, en: `The witness listens on port ${port}.` });
  out.line(`WITNESSES=${line}@http://${options.host}:${port}/`);
  const interrupt = listenForInterrupt();
  await interrupt.asked;
  server.close();
  server.closeAllConnections();
  interrupt.ignore();
  out.answer({ key: line, port });
  return exitCode.ok;
}

function keysOf({ name, log }: WitnessOptions): { readonly keys: readonly NoteKey[] } | Refused {
  if (!/^[^\s+]+$/.test(name))
    return refuse('见证方名称不能含空格或加号。', 'The name of a witness has no spaces and no plus.');
  const keys = log.map((line) => parseVerifierKey(line.trim(), sha256));
  const wrong = log.filter((_, i) => keys[i] === null);
  return wrong.length === 0
    ? { keys: keys.flatMap((key) => key ?? []) }
    : refuse(`不是公钥行：${wrong.join(' ')}`, `No key lines: ${wrong.join(' ')}`);
}

async function listen(server: Server, { host, port }: WitnessOptions): Promise<Refused | undefined> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`端口 ${port} 不能使用：${reason}`, `Port ${port} cannot be used: ${reason}`);
  }
}

function tell({ status, body }: Reply, out: Out): void {
  if (status === 200) out.progress({ zh: '已共同签名。', en: 'cosigned.' });
  else
    out.progress({
      zh: `未签名（${status}）：${body.trim()}`,
      en: `not cosigned (${status}): ${body.trim()}`,
    });
}

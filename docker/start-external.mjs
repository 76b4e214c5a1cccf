// Starts the processes of compose.yaml, with its settings, on this machine and against a PostgreSQL of one's own:
//   DATABASE_URL=postgresql://… PUBLIC_URL=https://… node docker/start-external.mjs
// Build first (npm ci && npm run build). A setting given in the environment goes before that of the file; secrets are
// read from docker/secrets, or from MOUDING_SECRETS; what the signer keeps is in docker/state, or MOUDING_STATE. SIGTERM
// or Ctrl-C stops everything; when one process ends by itself the others are stopped, and whatever runs this (systemd)
// starts it again.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composed } from './composed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const grace = 20_000;
/** Written by the signer, at its first start. */
const published = 'LOG_PUBLIC_KEY_FILE';
const inherited = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'NODE_ENV', 'NODE_EXTRA_CA_CERTS'];

const say = (zh, en) => process.stdout.write(`${zh} ${en}\n`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());

try {
  await run(composed(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(processes) {
  refuseUnprepared(processes);
  makeFolders(processes);
  const asked = new Promise((resolve) => stopping.signal.addEventListener('abort', () => resolve('asked')));
  for (const each of processes.filter(({ endsByItself }) => endsByItself)) {
    const process = start(each);
    const ending = await Promise.race([process.ended, asked.then(process.stop)]);
    if (stopping.signal.aborted) return;
    if (ending !== 0)
      throw new Error(`${each.name} 没有完成，未启动服务 · failed (${ending}), so nothing was started`);
  }
  await keep(processes.filter(({ endsByItself }) => !endsByItself).map(start), asked);
}

async function keep(running, asked) {
  const names = running.map(({ name }) => name).join(', ');
  const fallen = Promise.race(
    running.map(({ name, ended }) => ended.then((ending) => `${name} (${ending})`)),
  );
  const ready = Promise.all(running.map((each) => each.ready)).then(() => 'ready');
  const first = await Promise.race([ready, fallen, asked]);
  if (first === 'ready') say('已就绪：', `ready: ${names}`);
  const end = first === 'ready' ? await Promise.race([fallen, asked]) : first;
  await Promise.all(running.map((each) => each.stop()));
  if (end !== 'asked')
    throw new Error(`${end} 意外结束，已全部停止 · ended by itself; everything was stopped`);
  say('已停止。', 'Stopped.');
}

function refuseUnprepared(processes) {
  const files = processes.flatMap(({ command, environment }) => [
    ...command.filter((word) => word.endsWith('js')).map((path) => `${root}${path}`),
    ...Object.entries(environment).flatMap(([key, value]) =>
      key.endsWith('_FILE') && key !== published ? [value] : [],
    ),
  ]);
  const missing = [...new Set(files)].filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new Error(`缺少文件，见 docker/README.md · missing, see docker/README.md: ${missing.join(' ')}`);
}

/** Where the signer keeps its key and its record, and where it puts its public key for the others to read. */
function makeFolders(processes) {
  for (const { environment } of processes) {
    const { SIGNER_FOLDER: folder, [published]: file } = environment;
    if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (folder && file) mkdirSync(dirname(file), { recursive: true });
  }
}

function start({ name, command: [, ...args], environment }) {
  const common = inherited.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : []));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(common), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    // In a process group of its own: Ctrl-C reaches this process alone, which then stops the others.
    detached: true,
  });
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
    child.once('error', (error) => resolve(error.message));
  });
  const ready = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (words) => {
      process.stdout.write(`${name}: ${words}`);
      if (/^ready$/m.test(words)) resolve(undefined);
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), grace);
    await ended;
    clearTimeout(kill);
  };
  return { name, ended, ready, stop };
}

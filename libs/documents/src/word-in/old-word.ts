import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unreadable, type Unreadable } from './unreadable.ts';

/** LibreOffice, where it is installed. */
export interface Converter {
  /** Path of the executable. */
  readonly program: string;
  /** Until it is killed; a minute unless said otherwise. Some files hang it for ever. */
  readonly milliseconds?: number;
}

const LONGEST = 60_000;

/**
 * The converter of this machine: the one that the setting names, otherwise `soffice` on the path; null where there is
 * none.
 */
export function converterOf(setting: string | undefined, path: string | undefined): Converter | null {
  const places = setting
    ? [setting]
    : (path ?? '').split(delimiter).flatMap((folder) => (folder === '' ? [] : [join(folder, 'soffice')]));
  const program = places.find(isExecutable);
  return program === undefined ? null : { program };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The conversion before: LibreOffice is slow and large, and one at a time is enough. */
let last: Promise<unknown> = Promise.resolve();

/** The bytes of a .doc or .wps as .docx. Each conversion has a folder and a profile of its own, which go with it. */
export function toWord(bytes: Buffer, converter: Converter): Promise<Buffer | Unreadable> {
  const mine = last.then(() => convert(bytes, converter));
  last = mine.catch(() => undefined);
  return mine;
}

async function convert(bytes: Buffer, converter: Converter): Promise<Buffer | Unreadable> {
  const folder = await mkdtemp(join(tmpdir(), 'mouding-word-'));
  try {
    const source = join(folder, 'in.doc');
    await writeFile(source, bytes);
    const ended = await run(converter, folder, source);
    if (ended !== 'ok') return unreadable(ended);
    return await readFile(join(folder, 'out', 'in.docx')).catch(() => unreadable('conversion-failed'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const TIMEOUT = ['/usr/bin/timeout', '/bin/timeout'].find(isExecutable);

/** What ends a hanging conversion though this process was killed meanwhile; nothing where the system has no `timeout`. */
const guardFor = (milliseconds: number): readonly string[] =>
  TIMEOUT === undefined ? [] : [TIMEOUT, '-s', 'KILL', String(Math.ceil(milliseconds / 1000) + 2)];

function run(
  { program, milliseconds }: Converter,
  folder: string,
  source: string,
): Promise<'ok' | 'timeout' | 'conversion-failed'> {
  // No filter is forced: it finds out itself which of the old formats it is.
  const args = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--convert-to',
    'docx',
    '--outdir',
    join(folder, 'out'),
    source,
  ];
  const most = milliseconds ?? LONGEST;
  const [command = program, ...rest] = [...guardFor(most), program, ...args];
  return new Promise((answer) => {
    // A group of its own: its launcher starts another process, and both have to end.
    const child = spawn(command, rest, {
      env: { HOME: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
      stdio: 'ignore',
      detached: true,
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, most);
    const end = (how: 'ok' | 'timeout' | 'conversion-failed'): void => {
      clearTimeout(timer);
      answer(how);
    };
    child.on('error', () => end('conversion-failed'));
    child.on('close', (code) => end(isLate ? 'timeout' : code === 0 ? 'ok' : 'conversion-failed'));
  });
}

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { convertInChild } from './convert-in-child.ts';
import { converterOf } from './old-word.ts';
import { handWord, p } from './testing/hand-word.ts';
import { isUnreadable } from './unreadable.ts';
import { textOf } from './word.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-old-word-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const become = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await pause(50);
};

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a hanging conversion ends though its process was killed', async () => {
  const [program, note] = [join(folder, 'hangs'), join(folder, 'pid')];
  writeFileSync(program, `#!/bin/sh\necho $$ >${note}.new; mv ${note}.new ${note}; sleep 600 & wait\n`);
  chmodSync(program, 0o755);
  const module = pathToFileURL(join(import.meta.dirname, 'old-word.ts')).href;
  const script = `const { toWord } = await import('${module}');
    await toWord(Buffer.from('x'), { program: '${program}', milliseconds: 5_000 });`;
  const worker = spawn(process.execPath, ['--conditions=@mouding/source', '-e', script], { stdio: 'ignore' });
  await become(() => existsSync(note));
  worker.kill('SIGKILL');
  const pid = Number(readFileSync(note, 'utf8'));
  await become(() => !runs(pid));
  expect(runs(pid)).toBe(false);
});

const installed = converterOf(undefined, process.env['PATH']);

test(
  installed
    ? `a real .doc is read through ${installed.program}`
    : 'LibreOffice is not on this machine: a .doc is answered with 请补正',
  async () => {
    const made = join(folder, '规划.docx');
    writeFileSync(made, handWord({ body: p('旧版文稿，一字不差。') }));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, made];
    if (installed)
      spawnSync(installed.program, args, { stdio: 'ignore', env: { PATH: '/usr/bin:/bin', HOME: folder } });
    const old = join(folder, '规划.doc');
    const bytes = installed ? readFileSync(old) : Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const answer = await convertInChild(bytes, '规划.doc', {
      milliseconds: 120_000,
      ...(installed ? { converter: installed } : {}),
    });
    if (isUnreadable(answer)) expect([installed, answer.trouble === 'timeout']).toEqual([null, false]);
    else expect(textOf(answer)).toBe('旧版文稿，一字不差。\n');
  },
);

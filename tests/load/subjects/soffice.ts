import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { present } from '../subject.ts';

interface Settings {
  readonly file: string;
  readonly folder: string;
  readonly soffice: { readonly program: string };
}

const start = promisify(execFile);

// (q) LibreOffice as a program that is started for one file, where this machine has it.
await present(async ({ file, folder, soffice }: Settings) => {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file];
  return { op: async () => start(soffice.program, args) };
});

import { existsSync, fstatSync, openSync, renameSync, statSync } from 'node:fs';

const largest = 10 * 1024 * 1024;

/**
 * Opens a log to be added to; one that has grown past 10 MB is set aside under the name `<file>.1` first.
 * @returns the file descriptor, which the caller closes, and the byte at which new lines begin
 */
export function openLog(file: string): { readonly sink: number; readonly begin: number } {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const sink = openSync(file, 'a', 0o600);
  return { sink, begin: fstatSync(sink).size };
}

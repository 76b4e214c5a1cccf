import { createHash } from 'node:crypto';
import { writeCsv, writeSheet, writeWord, type Paper } from '@mouding/documents';
import type { PaperFormat } from '@mouding/contract';
import { ProblemError } from '../problem/problem-error.ts';
import type { NamedPaper } from './printing.ts';
import type { Press } from './press.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The media type of each form. */
export const PAPER_MEDIA: { readonly [format in PaperFormat]: string } = {
  docx: `${OFFICE}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
};

/** What a paper is known by: the same paper in the same form has the same tag, before it is made. */
export const paperTag = ({ paper, sheet }: NamedPaper, format: PaperFormat): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([format, format === 'docx' || format === 'pdf' ? paper : (sheet ?? null)]))
    .digest('hex')}"`;

/** A paper as a file. @throws ProblemError not-found for a form in which it is not to be had */
export async function paperFile(
  { paper, sheet }: NamedPaper,
  format: PaperFormat,
  press: Press,
): Promise<Uint8Array> {
  if (format === 'docx') return writeWord(paper);
  if (format === 'pdf') return pressed(press, paper);
  if (!sheet) throw new ProblemError('not-found');
  return format === 'xlsx' ? writeSheet(sheet) : writeCsv(sheet.rows);
}

async function pressed(press: Press, paper: Paper): Promise<Uint8Array> {
  const made = await press.write(paper);
  if ('kind' in made) throw new Error(`${made.cause}: ${made.detail}`);
  return made;
}

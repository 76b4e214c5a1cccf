import { writeFileSync } from 'node:fs';
import type { TakeRevisions, WordIn } from '@mouding/documents';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { documentText, openRevisions } from '../document-text.ts';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { refuse, type Refused } from '../words.ts';
import { describe, type Run } from './run.ts';

/** How the revisions of a file are read, as the command line says it. */
export interface RevisionFlags {
  readonly accept?: true;
  readonly reject?: true;
}

interface ImportFlags extends RevisionFlags {
  readonly output?: string;
}

/** The two answers to revisions, of which one may be given. */
export const revisionOptions = (): readonly [Option, Option] => [
  new Option('--accept', describe('修订按全部接受读入', 'read revisions as accepted')).conflicts('reject'),
  new Option('--reject', describe('修订按全部拒绝读入', 'read revisions as rejected')),
];

/** What was said about revisions; undefined where nothing was. */
export function takenBy({ accept, reject }: RevisionFlags): TakeRevisions | undefined {
  if (accept) return 'accept';
  return reject ? 'reject' : undefined;
}

/** `mouding import`: what a Word or WPS file says, as the system reads it, with no server. */
export function addImport(program: Command, run: Run): void {
  const [accept, reject] = revisionOptions();
  program
    .command('import')
    .description(
      describe(
        '读入 Word、WPS 文件：标题、表格、图片、修订、批注、导入残留',
        'read a Word or WPS file: headings, tables, pictures, revisions, comments, residue',
      ),
    )
    .argument('<file>', describe('.docx、.doc、.wps 或纯文本', '.docx, .doc, .wps or plain text'))
    .addOption(accept)
    .addOption(reject)
    .option('-o, --output <file>', describe('把文字写入这个 .txt', 'write the text into this .txt'), textFile)
    .action(async (file: string, flags: ImportFlags) => run(async (out) => importFile(file, flags, out)));
}

function textFile(path: string): string {
  if (/\.(?:txt|md)$/i.test(path)) return path;
  throw new InvalidArgumentError(describe('请以 .txt 结尾', 'it has to end in .txt'));
}

async function importFile(file: string, flags: ImportFlags, out: Out): Promise<number | Refused> {
  const read = await documentText(file, takenBy(flags));
  if ('refused' in read) return read;
  const open = openRevisions(file, read.word);
  if (open && flags.output)
    return refuse(
      `${open.zh}请以 --accept 或 --reject 说明如何处理后再写入。`,
      `${open.en} Say --accept or --reject before it is written.`,
    );
  if (flags.output) writeFileSync(flags.output, read.text);
  if (!read.word) return plain(read.text, out);
  const { importLines } = await import('./import-view.ts');
  for (const line of importLines(read.word, out.language)) out.line(line);
  if (open)
    out.line({
      zh: `${open.zh}可以 --accept 或 --reject 说明。`,
      en: `${open.en} Say --accept or --reject.`,
    });
  out.answer(answerOf(read.word));
  return exitCode.ok;
}

function plain(text: string, out: Out): number {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  out.line({
    zh: `纯文本：${lines} 行，${text.length} 字。`,
    en: `Plain text: ${lines} lines, ${text.length} characters.`,
  });
  out.answer({ text });
  return exitCode.ok;
}

/** The file as JSON; pictures by their name and size. */
const answerOf = ({ pictures, ...word }: WordIn): object => ({
  ...word,
  pictures: pictures.map(({ bytes, ...picture }) => ({ ...picture, size: bytes.length })),
});

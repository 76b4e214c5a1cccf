import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Paper, TakeRevisions } from '@mouding/documents';
import { documentText, openRevisions } from '../document-text.ts';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { isRefused, refuse, type Refused, type Words } from '../words.ts';
import { compiledText, firstLine, type Part } from './compiled-text.ts';
import { renumbered, type Renumbered } from './compile-numbers.ts';
import { ordered, trouble } from './compile-order.ts';
import type { PaperFile } from './paper-file.ts';
import { revisionOptions, takenBy, type RevisionFlags } from './import.ts';
import { givenField, inTemplate, type Given } from './own-template.ts';
import { describe, type Run } from './run.ts';

interface CompileFlags extends RevisionFlags {
  readonly output: string;
  readonly title?: string;
  readonly template?: string;
  readonly field?: Given;
  readonly renumber?: boolean;
}

/** `mouding compile`: the files of a folder, in the order of their numbers, as one document, with no server. */
export function addCompile(program: Command, run: Run): void {
  const [accept, reject] = revisionOptions();
  program
    .command('compile')
    .description(
      describe(
        '将一个文件夹里各科室的文稿按序号汇成一份',
        'compile the texts of a folder into one document, in the order of their numbers',
      ),
    )
    .argument('<folder>', describe('存放各篇章文稿的文件夹', 'a folder with the chapters'))
    .requiredOption(
      '-o, --output <file>',
      describe('写入 .docx、.pdf 或 .txt', 'write a .docx, .pdf or .txt'),
      outputFile,
    )
    .option('--title <title>', describe('总标题', 'title of the whole'))
    .option(
      '--template <file>',
      describe(
        '套用本单位的 Word 模板，{{标题}}、{{正文}} 等处填入内容',
        'in a Word template of your own, where {{标题}}, {{正文}} and others stand',
      ),
    )
    .option(
      '--field <field=words>',
      describe('填入模板的其他栏目，可多次给出', 'fills in another field of the template; may be repeated'),
      givenField,
    )
    .option(
      '--renumber',
      describe('标题和条款按全文重新编号', 'number the headings and clauses anew over the whole'),
    )
    .addOption(accept)
    .addOption(reject)
    .action(async (folder: string, flags: CompileFlags) => run(async (out) => compile(folder, flags, out)));
}

function outputFile(path: string): string {
  if (/\.(?:docx|pdf|txt)$/i.test(path)) return path;
  throw new InvalidArgumentError(
    describe('请以 .docx、.pdf 或 .txt 结尾', 'it has to end in .docx, .pdf or .txt'),
  );
}

async function compile(folder: string, flags: CompileFlags, out: Out): Promise<number | Refused> {
  const names = filesOf(folder, flags.output);
  if (!Array.isArray(names)) return names;
  const parts: Part[] = [];
  const refused: Words[] = [];
  for (const name of ordered(names)) {
    const part = await partOf(folder, name, takenBy(flags));
    if ('refused' in part) refused.push(part.refused);
    else parts.push(part);
  }
  if (refused.length > 0)
    return refuse(refused.map(({ zh }) => zh).join('\n'), refused.map(({ en }) => en).join('\n'));
  const found = trouble(parts);
  const { parts: whole, changes } = flags.renumber === true ? renumbered(parts) : { parts, changes: [] };
  const written = await write(whole, folder, flags);
  if (isRefused(written)) return written;
  report(whole, found, flags.output, out);
  reportNumbers(changes, out);
  for (const note of written.notes) out.line(note);
  out.answer({
    parts: whole.map(({ name, title, text }) => ({ name, title, characters: text.length })),
    renumbered: changes,
    trouble: found.map((words) => words[out.language]),
  });
  return exitCode.ok;
}

function reportNumbers(changes: Renumbered['changes'], out: Out): void {
  if (changes.length === 0) return;
  const list = changes.map(({ was, now }) => `${was} → ${now}`);
  out.line({
    zh: `重新编号 ${changes.length} 处：${list.join('，')}`,
    en: `${changes.length} numbers are put right: ${list.join(', ')}`,
  });
}

/** Names of the documents in a folder, without the locks of Word and what was compiled before. */
function filesOf(folder: string, output: string): string[] | Refused {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return refuse(`没有 ${folder} 这个文件夹。`, `There is no folder ${folder}.`);
  }
  const documents = names.filter(
    (name) =>
      /\.(?:docx|doc|wps|txt|md)$/i.test(name) &&
      !/^(?:~\$|\.)/.test(name) &&
      resolve(folder, name) !== resolve(output),
  );
  if (documents.length > 0) return documents;
  return refuse(
    `${folder} 里没有 .docx、.doc、.wps 或 .txt 文稿。`,
    `There is no .docx, .doc, .wps or .txt in ${folder}.`,
  );
}

async function partOf(
  folder: string,
  name: string,
  revisions: TakeRevisions | undefined,
): Promise<Part | Refused> {
  const read = await documentText(join(folder, name), revisions);
  if ('refused' in read) return read;
  const open = openRevisions(name, read.word);
  if (open)
    return refuse(`${open.zh}请以 --accept 或 --reject 说明。`, `${open.en} Say --accept or --reject.`);
  return { name, title: firstLine(read.text), text: read.text, word: read.word };
}

/** Writes the whole, and answers what a person has to know of it. */
async function write(
  parts: readonly Part[],
  folder: string,
  flags: CompileFlags,
): Promise<{ readonly notes: readonly Words[] } | Refused> {
  const { output, title, template } = flags;
  if (template !== undefined && !/\.docx$/i.test(output))
    return refuse('套用模板的只能写入 .docx。', 'With a template it has to be a .docx.');
  if (/\.txt$/i.test(output)) {
    writeFileSync(output, compiledText(parts));
    return { notes: [] };
  }
  const latest = Math.max(...parts.map(({ name }) => statSync(join(folder, name)).mtimeMs));
  const { compiledPaper } = await import('./compiled.ts');
  const whole = {
    title: title ?? null,
    folder: basename(resolve(folder)),
    at: new Date(latest).toISOString(),
  };
  const file = await fileOf(compiledPaper(parts, whole), flags);
  if (isRefused(file)) return file;
  writeFileSync(output, file.bytes);
  return { notes: file.notes };
}

async function fileOf(
  paper: Paper,
  { output, template, field = {} }: CompileFlags,
): Promise<PaperFile | Refused> {
  if (template !== undefined) return inTemplate(paper, template, field);
  const { paperFile } = await import('./paper-file.ts');
  return paperFile(paper, /\.pdf$/i.test(output) ? 'pdf' : 'word');
}

function report(parts: readonly Part[], found: readonly Words[], output: string, out: Out): void {
  for (const { name, title, text } of parts)
    out.line({
      zh: `  ${name}  ${title}（${text.length} 字）`,
      en: `  ${name}  ${title} (${text.length} characters)`,
    });
  for (const words of found) out.line({ zh: `请核对：${words.zh}`, en: `To be looked at: ${words.en}` });
  out.line({
    zh: `已将 ${parts.length} 份文稿汇入 ${output}。`,
    en: `${parts.length} texts are in ${output} now.`,
  });
}

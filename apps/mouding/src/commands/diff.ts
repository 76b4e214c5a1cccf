import { diff, isSame, shownChange, summary, tallyOf, type Diff } from '@mouding/text';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { isColoured, type Out } from '../out.ts';
import { documentText, openRevisions } from '../document-text.ts';
import { isRefused, type Refused } from '../words.ts';
import type { DraftFile } from './diff-docx.ts';
import { diffLines } from './diff-view.ts';
import { describe, type Run } from './run.ts';

interface DiffFlags {
  readonly numbers?: true;
  readonly docx?: string;
  readonly by: string;
}

/** `mouding diff`: what changed between two documents, with no server. */
export function addDiff(program: Command, run: Run): void {
  const text = describe('Word、WPS 文件或纯文本', 'a Word or WPS file, or plain text');
  program
    .command('diff')
    .description(
      describe(
        '比对两稿：改动、移动的段落、数字变化（相同为 0，不同为 3）',
        'compare two drafts: words, moved paragraphs, numbers (exit code 0 same, 3 different)',
      ),
    )
    .argument('<old>', text)
    .argument('<new>', text)
    .option('--numbers', describe('只列数字变化', 'list only the numbers that changed'))
    .option(
      '--docx <file>',
      describe('另存花脸稿（带修订的 Word 文件）', 'also write a red-line: a Word file with real revisions'),
    )
    .option('--by <name>', describe('修订署名', 'whose name the revisions carry'), '比对')
    .action(async (a: string, b: string, flags: DiffFlags) => run(async (out) => compare(a, b, flags, out)));
}

async function compare(a: string, b: string, flags: DiffFlags, out: Out): Promise<number | Refused> {
  const [old, now] = [await documentText(a), await documentText(b)];
  if (isRefused(old)) return old;
  if (isRefused(now)) return now;
  for (const open of [openRevisions(a, old.word), openRevisions(b, now.word)]) if (open) out.progress(open);
  return shown({ path: a, text: old.text }, { path: b, text: now.text }, flags, out);
}

/** Says what changed, writes what was asked for, and answers whether the two are the same. */
async function shown(old: DraftFile, now: DraftFile, flags: DiffFlags, out: Out): Promise<number | Refused> {
  const [one, other] = [old.text, now.text];
  const difference = diff(one, other);
  const same = isSame(difference);
  out.line(out.strong(summary(difference)[out.language]));
  if (flags.numbers) numbers(difference, out);
  else for (const line of diffLines(difference, one, out.language, isColoured())) out.line(line);
  const written = await redlined(old, now, flags, out);
  if (isRefused(written)) return written;
  out.answer({ ...answer(difference, same, flags, out), ...written });
  return same ? exitCode.ok : exitCode.mismatch;
}

/** Writes the Word file where it is asked for; only then is anything of Word loaded. */
async function redlined(old: DraftFile, now: DraftFile, { docx, by }: DiffFlags, out: Out): Promise<object> {
  if (docx === undefined) return {};
  const { writeRedline } = await import('./diff-docx.ts');
  const written = await writeRedline(old, now, docx, by);
  if (!isRefused(written)) out.line({ zh: `花脸稿已存为 ${docx}`, en: `red-line written to ${docx}` });
  return written;
}

function numbers(difference: Diff, out: Out): void {
  for (const change of tallyOf(difference).numbers) {
    const { a, b } = change.line;
    const shown = shownChange(change);
    out.line({ zh: `第${a}行→第${b}行  ${shown}`, en: `line ${a} → ${b}  ${shown}` });
  }
}

function answer(difference: Diff, same: boolean, flags: DiffFlags, out: Out): object {
  const { numbers: changed, ...counts } = tallyOf(difference);
  const head = { same, summary: summary(difference)[out.language] };
  if (flags.numbers) return { ...head, numbers: changed };
  return { ...head, counts: { ...counts, numbers: changed.length }, ...difference };
}

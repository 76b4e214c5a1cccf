import { diff, isSame, shownChange, summary, tallyOf, type Diff } from '@mouding/text';
import type { Command } from 'commander';
import { exitCode } from '../exit-code.ts';
import { isColoured, type Out } from '../out.ts';
import { plainText } from '../plain-text.ts';
import type { Refused } from '../words.ts';
import { diffLines } from './diff-view.ts';
import { describe, type Run } from './run.ts';

interface DiffFlags {
  readonly numbers?: true;
}

/** `mouding diff`: what changed between two plain texts, with no server. */
export function addDiff(program: Command, run: Run): void {
  const text = describe('纯文本文件（UTF-8 或 GB 18030）', 'a plain text file (UTF-8 or GB 18030)');
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
    .action(async (a: string, b: string, flags: DiffFlags) => run(async (out) => compare(a, b, flags, out)));
}

function compare(a: string, b: string, flags: DiffFlags, out: Out): number | Refused {
  const [one, other] = [plainText(a), plainText(b)];
  if (typeof one !== 'string') return one;
  if (typeof other !== 'string') return other;
  const difference = diff(one, other);
  const same = isSame(difference);
  out.line(out.strong(summary(difference)[out.language]));
  if (flags.numbers) numbers(difference, out);
  else for (const line of diffLines(difference, one, out.language, isColoured())) out.line(line);
  out.answer(answer(difference, same, flags, out));
  return same ? exitCode.ok : exitCode.mismatch;
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

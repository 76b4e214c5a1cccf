import type { Said } from '../checkup/rule.ts';
import { fold } from './folded.ts';
import { hunksOf } from './hunks.ts';
import { shownChange } from './numbers.ts';
import type { Diff, Edit, NumberChange, Part } from './part.ts';

/** What a difference comes to. */
export interface Tally {
  /** Places at which words changed, in paragraphs that stayed or moved. */
  readonly changes: number;
  readonly numbers: readonly NumberChange[];
  /** Paragraphs; blank lines are none. */
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Paragraphs of which only the number at the head changed. */
  readonly renumbered: number;
  /** Paragraphs with other spaces, width or line breaks, and blank lines that came or went. */
  readonly format: number;
  /** Whether line ends or the byte order mark differ. */
  readonly writing: boolean;
}

/** Counts a difference. */
export function tallyOf({ parts, writing }: Diff): Tally {
  const sum = (count: (part: Part) => number): number => parts.reduce((all, part) => all + count(part), 0);
  const nature = (wanted: string) => (part: Part) => Number('nature' in part && part.nature === wanted);
  const inLines = (kind: Part['kind']) => (part: Part) => (part.kind === kind ? paragraphs(part) : 0);
  return {
    changes: sum((part) => ('nature' in part && part.nature === 'content' ? places(part) : 0)),
    numbers: parts.flatMap((part) => ('numbers' in part ? part.numbers : [])),
    added: sum(inLines('added')),
    removed: sum(inLines('removed')),
    moved: sum((part) => Number(part.kind === 'moved')),
    renumbered: sum(nature('numbering')),
    format: sum(nature('format')) + sum(blanks),
    writing: isWrittenOtherwise(writing),
  };
}

const linesOf = (part: Part): readonly string[] => ('lines' in part ? part.lines : []);
const paragraphs = (part: Part): number => linesOf(part).filter((line) => fold(line) !== '').length;
const blanks = (part: Part): number => linesOf(part).length - paragraphs(part);

/** Neither the number at the head nor a line break or a space is counted as a change of words. */
function places({ runs, renumbered }: Pick<Edit, 'runs' | 'renumbered'>): number {
  const hunks = hunksOf(runs).filter(({ was, text }) => fold(was) !== fold(text));
  return Math.max(1, hunks.length - Number(renumbered !== null));
}

/** Whether two texts are the same, byte for byte. */
export const isSame = ({ parts, writing }: Diff): boolean =>
  parts.every(({ kind }) => kind === 'kept') && !isWrittenOtherwise(writing);

const isWrittenOtherwise = ({ a, b }: Diff['writing']): boolean =>
  a.mark !== b.mark || a.end !== b.end || JSON.stringify(a.others) !== JSON.stringify(b.others);

/** As many numbers are named in a summary. */
const NAMED = 3;

/** A difference in one line, numbers first: 改动42处，其中数字9处：床位 80→95张…；新增3段，删去1段，移动2段. */
export function summary(diff: Diff): Said {
  if (isSame(diff)) return { zh: '两稿相同', en: 'no difference' };
  const tally = tallyOf(diff);
  const { zh, en } = { zh: chinese(tally), en: english(tally) };
  if (zh.length > 0) return { zh: zh.join('；'), en: en.join('; ') };
  return {
    zh: '文字相同，只有行尾或字节顺序标记不同',
    en: 'the same text; only line ends or the byte order mark differ',
  };
}

function chinese({ changes, numbers, added, removed, moved, renumbered, format }: Tally): readonly string[] {
  const named = numbers.slice(0, NAMED).map(shownChange).join('、');
  const first =
    numbers.length === 0
      ? ''
      : `，其中数字${numbers.length}处：${named}${numbers.length > NAMED ? '等' : ''}`;
  return [
    changes === 0 ? '' : `改动${changes}处${first}`,
    listed(
      [
        [added, `新增${added}段`],
        [removed, `删去${removed}段`],
        [moved, `移动${moved}段`],
      ],
      '，',
    ),
    listed(
      [
        [renumbered, `仅编号变化${renumbered}处`],
        [format, `仅格式变化${format}处`],
      ],
      '，',
    ),
  ].filter((part) => part !== '');
}

function english({ changes, numbers, added, removed, moved, renumbered, format }: Tally): readonly string[] {
  const named = numbers.slice(0, NAMED).map(shownChange).join(', ');
  const first =
    numbers.length === 0
      ? ''
      : `, ${numbers.length} of numbers: ${named}${numbers.length > NAMED ? ' …' : ''}`;
  const came = listed(
    [
      [added, `${added} added`],
      [removed, `${removed} removed`],
      [moved, `${moved} moved`],
    ],
    ', ',
  );
  return [
    changes === 0 ? '' : `${changes} change${changes === 1 ? '' : 's'}${first}`,
    came === '' ? '' : `paragraphs: ${came}`,
    listed(
      [
        [renumbered, `${renumbered} only renumbered`],
        [format, `${format} only in layout`],
      ],
      ', ',
    ),
  ].filter((part) => part !== '');
}

const listed = (parts: readonly (readonly [number, string])[], between: string): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(between);

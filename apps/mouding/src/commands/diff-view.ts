import type { Diff, Edit, Part, Run } from '@mouding/text';

type Language = 'zh' | 'en';
type Moved = Extract<Part, { kind: 'moved' }>;
type Kept = Extract<Part, { kind: 'kept' }>;

/** How what was taken out and put in is set off: never by colour alone. */
interface Marks {
  out(text: string): string;
  in(text: string): string;
}

const COLOURS: Marks = {
  out: (text) => `\u001b[31;9m${text}\u001b[39;29m`,
  in: (text) => `\u001b[32;4m${text}\u001b[39;24m`,
};
const SIGNS: Marks = { out: (text) => `[-${text}-]`, in: (text) => `{+${text}+}` };

const WORDS = {
  numbering: { zh: '（仅编号）', en: ' (only renumbered)' },
  format: { zh: '（仅格式）', en: ' (only layout)' },
} as const;

/**
 * A difference for a person to read: the numbers of old and new line, a sign (`-` gone, `+` new, `~` changed, `>` moved
 * here, `<` moved away), the text, and one line of what stayed around it.
 */
export function diffLines(
  { parts }: Diff,
  a: string,
  language: Language,
  coloured: boolean,
): readonly string[] {
  const old = a.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const marks = coloured ? COLOURS : SIGNS;
  const leaving = parts.filter((part) => part.kind === 'moved').toSorted((x, y) => x.a.line - y.a.line);
  return parts
    .flatMap((part, at) => {
      const gone = 'a' in part && part.kind !== 'moved' ? leftBefore(leaving, part.a.line, language) : [];
      const isFirst = at === 0 && gone.length === 0;
      const isLast = at === parts.length - 1 && leaving.length === 0;
      return [...gone, ...shown(part, { old, marks, language, isFirst, isLast })];
    })
    .concat(leftBefore(leaving, Infinity, language));
}

/** Says where paragraphs went that stood before a line; each is said once. */
function leftBefore(leaving: Moved[], line: number, language: Language): readonly string[] {
  const count = leaving.findIndex(({ a }) => a.line > line);
  return leaving.splice(0, count < 0 ? leaving.length : count).map(({ a, b }) => {
    const words = { zh: `（移到第${b.line}行）`, en: `(moved to line ${b.line})` };
    return row(a.line, null, '<', words[language]);
  });
}

interface Around {
  readonly old: readonly string[];
  readonly marks: Marks;
  readonly language: Language;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function shown(part: Part, around: Around): readonly string[] {
  const { marks, language } = around;
  switch (part.kind) {
    case 'kept':
      return context(part, around);
    case 'removed':
      return part.lines.map((line, i) => row(part.a.line + i, null, '-', line === '' ? '' : marks.out(line)));
    case 'added':
      return part.lines.map((line, i) => row(null, part.b.line + i, '+', line === '' ? '' : marks.in(line)));
    case 'changed':
      return [row(part.a.line, part.b.line, '~', edited(part, marks) + note(part, language))];
    case 'moved': {
      const from = { zh: `（移自第${part.a.line}行）`, en: ` (moved from line ${part.a.line})` };
      return [
        row(part.a.line, part.b.line, '>', edited(part, marks) + note(part, language) + from[language]),
      ];
    }
  }
}

const note = ({ nature }: Edit, language: Language): string =>
  nature === 'numbering' || nature === 'format' ? WORDS[nature][language] : '';

/** More of what stayed is left out. */
const LONG = 48;

/** The last line before a change and the first one behind it. */
function context({ a, b }: Kept, { old, isFirst, isLast }: Around): readonly string[] {
  const lines = old.slice(a.line - 1, a.last);
  const line = (at: number): string => row(a.line + at, b.line + at, ' ', shortened(lines[at] ?? ''));
  const written = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at]));
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return [];
  const kept = [...new Set([...(isFirst ? [] : [first]), ...(isLast ? [] : [last])])];
  const between = kept.length === 2 && written.length > 2 ? ['⋯'] : [];
  return kept.flatMap((at, i) => (i === 0 ? [line(at), ...between] : [line(at)]));
}

const shortened = (text: string): string => (text.length <= LONG ? text : `${text.slice(0, LONG - 1)}…`);

function edited({ runs }: Edit, marks: Marks): string {
  return runs.map((run, at) => piece(run, at === 0, at === runs.length - 1, marks)).join('');
}

/** A line break inside a passage is shown as ⏎, so that one passage is one line here. */
function piece({ kind, text }: Run, isFirst: boolean, isLast: boolean, marks: Marks): string {
  const line = text.replaceAll('\n', '⏎');
  if (kind !== 'same') return marks[kind](line);
  const [head, tail] = [isFirst ? 0 : LONG / 2, isLast ? 0 : LONG / 2];
  if (line.length <= LONG) return line;
  return `${line.slice(0, Math.max(head, isLast ? LONG / 2 : 0))}……${tail === 0 ? '' : line.slice(-tail)}`;
}

function row(a: number | null, b: number | null, sign: string, text: string): string {
  const number = (line: number | null): string => (line === null ? '' : String(line)).padStart(5);
  return `${number(a)}${number(b)} ${sign} ${text}`.trimEnd();
}

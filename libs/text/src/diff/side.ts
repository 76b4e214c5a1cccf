/** Line ends that a file has. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** A text as it is compared: its lines, and apart from them how it is written. */
export interface Side {
  readonly lines: readonly string[];
  /** Whether it begins with a byte order mark. */
  readonly mark: boolean;
  /** The line end that it has most often. */
  readonly end: LineEnd;
  /** Lines (from 1) that end otherwise. */
  readonly others: readonly { readonly line: number; readonly end: LineEnd }[];
}

/** Takes a text apart; `writeSide` puts it together again, byte for byte. */
export function readSide(text: string): Side {
  const mark = text.startsWith('\uFEFF');
  const pieces = (mark ? text.slice(1) : text).split(/(\r\n|\n|\r)/);
  const lines = pieces.filter((_, i) => i % 2 === 0);
  const ends = pieces.filter((_, i) => i % 2 === 1).map(lineEnd);
  const end = usual(ends);
  const others = ends.flatMap((each, i) => (each === end ? [] : [{ line: i + 1, end: each }]));
  return { lines, mark, end, others };
}

const lineEnd = (text: string): LineEnd => (text === '\r\n' || text === '\r' ? text : '\n');

function usual(ends: readonly LineEnd[]): LineEnd {
  const counts: Record<LineEnd, number> = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const end of ends) counts[end]++;
  if (counts['\r\n'] > counts['\n']) return counts['\r'] > counts['\r\n'] ? '\r' : '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}

/** The text of a side. */
export function writeSide({ lines, mark, end, others }: Side): string {
  const ends = new Map(others.map((each) => [each.line, each.end]));
  const text = others.length === 0 ? lines.join(end) : joined(lines, (line) => ends.get(line) ?? end);
  return mark ? `\uFEFF${text}` : text;
}

const joined = (lines: readonly string[], endOf: (line: number) => LineEnd): string =>
  lines.map((line, i) => (i === lines.length - 1 ? line : line + endOf(i + 1))).join('');

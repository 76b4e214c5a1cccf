import { freshBare } from './bare.ts';
import type { WordLimits } from './limits.ts';
import type { BareWord } from './read-bare.ts';
import { unreadable, type Unreadable } from './unreadable.ts';

/** A table of Markdown and the rule under its head. */
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$/;

/** Reads plain text in UTF-8, UTF-16 with a byte order mark, or GB 18030; of Markdown the marks of headings go. */
export function readPlainWords(
  bytes: Uint8Array,
  limits: WordLimits,
  isMarkdown = false,
): BareWord | Unreadable {
  const text = decodedText(bytes);
  if (text === undefined) return unreadable('not-a-document');
  if (text.length > limits.characters) return unreadable('too-long');
  const lines = text.split(/\r\n|\n|\r/);
  return lines.length > limits.paragraphs ? unreadable('too-long') : bareOfLines(lines, isMarkdown);
}

/** The words in the first encoding that the bytes fit; undefined where they are no text. */
export function decodedText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    const text = textIn(encoding, bytes);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (mark === 'fffe') return ['utf-16le'];
  return mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
}

function textIn(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function bareOfLines(lines: readonly string[], isMarkdown: boolean): BareWord {
  const bare = freshBare();
  let blank = '';
  let table: string[] = [];
  const endTable = (): void => {
    if (table.length > 0) bare.paragraphs.push(tableOf(table, blank));
    if (table.length > 0) blank = '';
    table = [];
  };
  for (const line of lines) {
    if (ROW.test(line)) {
      if (!isMarkdown || !RULE.test(line)) table.push(line.trim());
      continue;
    }
    endTable();
    if (line.trim() === '') blank += `${line}\n`;
    else {
      bare.paragraphs.push({ ...written(line, isMarkdown), before: blank, anchor: null });
      blank = '';
    }
  }
  endTable();
  return { ...bare, end: blank.replace(/\n$/, '') };
}

/** A line, and in Markdown the level of the heading that it is. */
function written(
  line: string,
  isMarkdown: boolean,
): { readonly text: string; readonly outline: number | undefined } {
  const [, marks, text] = (isMarkdown && /^(#{1,6})\s+(.*)$/.exec(line)) || [];
  return marks && text ? { text, outline: marks.length - 1 } : { text: line, outline: undefined };
}

function tableOf(lines: readonly string[], before: string): BareWord['paragraphs'][number] {
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return { before, text: lines.join('\n'), anchor: null, outline: undefined, rows };
}

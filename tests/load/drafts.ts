import { readFileSync } from 'node:fs';

const FIXTURES = ['plan-a.txt', 'plan-b.txt', 'text-chapters.txt', 'text-notice.txt', 'text-pages.txt'];

/** How long the text is that is compared, in characters: a plan of 35 pages. */
export const CHARACTERS = 17_000;

/** Two drafts of one text, as an office makes the second of the first: words, numbers, paragraphs in, out and moved. */
export function drafts(): { readonly a: string; readonly b: string } {
  const whole = FIXTURES.map(fixture).join('\n').slice(0, CHARACTERS);
  const old = whole.split('\n');
  const lines = old.flatMap((line, at) => edited(line, at));
  const [moved = ''] = lines.splice(20, 1);
  lines.splice(Math.floor(lines.length / 2), 0, moved);
  return { a: whole, b: lines.join('\n') };
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');

/** Every seventh line has an edit of one kind, the kinds in turn. */
function edited(line: string, at: number): readonly string[] {
  if (at % 7 !== 3) return [line];
  switch (Math.floor(at / 7) % 5) {
    case 0:
      return [line.replace(/\d+/, (number) => String(Number(number) + 15))];
    case 1:
      return [line.replaceAll('加强', '强化').replaceAll('建立', '健全').replace('，', '，进一步')];
    case 2:
      return [line, '新增一段：由牵头科室按季度通报进展，年底前完成评估。'];
    case 3:
      return [line.slice(0, Math.floor(line.length / 2)) + line.slice(Math.floor(line.length / 2) + 6)];
    default:
      return [];
  }
}

/** A page of an official document. @source GB/T 9704-2012 §5.2.3 */
const PAGE = 22 * 28;

/** A text of a plan of so many characters. */
export function charactersOfText(characters: number): string {
  const whole = FIXTURES.map(fixture).join('\n');
  return whole.repeat(Math.ceil(characters / whole.length)).slice(0, characters);
}

/** As much text as fills so many pages; short lines make it some more. */
export const pagesOfText = (pages: number): string => charactersOfText(pages * PAGE);

/** The same text as nobody has set it before: what remembers pages that it has seen gains nothing by that. */
export const freshPages = (pages: number, time: number): string =>
  pagesOfText(pages).replaceAll(/(?<=\S)\n/g, `（${time}）\n`);

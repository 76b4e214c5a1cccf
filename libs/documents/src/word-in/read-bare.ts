import { childOf } from './element.ts';
import { leaveCarried, readBody } from './body.ts';
import { guard, guardText } from './guard.ts';
import { WORD_LIMITS, type WordLimits } from './limits.ts';
import { headersFootersOf, propertiesOf } from './notes.ts';
import { storyOf } from './new-story.ts';
import type { RawParagraph, Story } from './story.ts';
import { NotRead, unreadable, type Trouble, type Unreadable } from './unreadable.ts';
import type { TakeRevisions, WordIn } from './word.ts';
import { faultOf, openPackage, type WordPackage } from './word-package.ts';
import { sniffed, type Sniffed } from './sniff.ts';

/** How a file is to be read. */
export interface ReadingWish {
  readonly revisions?: TakeRevisions;
  readonly limits?: Partial<WordLimits>;
}

/** A Word file whose headings by writing are not told yet. */
export interface BareWord extends Omit<WordIn, 'paragraphs'> {
  readonly paragraphs: readonly RawParagraph[];
}

/** Parts whose words nobody reads and in which no field can stand. */
const QUIET = /(?:styles|numbering|fontTable|settings|webSettings|stylesWithEffects)\.xml$|theme\//;

/** Reads the bytes of a .docx, without a look at how it is written; what is wrong with it is a value. */
export function readBare(bytes: Uint8Array, { revisions, limits }: ReadingWish = {}): BareWord | Unreadable {
  const most = { ...WORD_LIMITS, ...limits };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return unreadable('empty');
  if (buffer.length > most.bytes) return unreadable('file-too-large');
  const kind = sniffed(buffer);
  return kind === 'zip' ? readZip(buffer, revisions ?? null, most) : unreadable(troubleOf(kind));
}

/** Plain words and old files are read in other ways, not here. */
function troubleOf(kind: Exclude<Sniffed, 'zip'>): Trouble {
  if (kind === 'text') return 'not-a-document';
  return kind === 'old-word' ? 'not-convertible' : kind;
}

function readZip(bytes: Buffer, revisions: TakeRevisions | null, limits: WordLimits): BareWord | Unreadable {
  try {
    return wordOf(openPackage(bytes, limits), revisions, limits);
  } catch (error) {
    const fault = faultOf(error);
    if (fault) return fault.answer;
    throw error;
  }
}

function wordOf(file: WordPackage, revisions: TakeRevisions | null, limits: WordLimits): BareWord {
  guard(file);
  for (const name of file.names) {
    const root = /^word\/.*\.xml$/.test(name) && !QUIET.test(name) ? file.xml(name) : undefined;
    if (root) guardText(root);
  }
  const story = read(file, revisions, limits);
  const { found } = story;
  if (found.paragraphs.length > limits.paragraphs) throw new NotRead('too-long');
  noteStrange(found);
  const authors = [...new Set(found.revisions.map(({ by }) => by))].filter((by) => by !== '');
  const taken = found.revisions.length === 0 ? (revisions ?? 'accept') : revisions;
  return {
    paragraphs: found.paragraphs,
    end: story.blank,
    revisions: { count: found.revisions.length, authors, list: found.revisions, taken },
    comments: found.comments,
    pictures: found.pictures,
    notImported: found.notImported,
    headersFooters: headersFootersOf(file),
    residue: found.residue,
    warnings: found.warnings,
    properties: propertiesOf(file),
  };
}

/** Reads the text; where a 目录 does not end, again with it, so that nothing of the text is lost. */
function read(file: WordPackage, revisions: TakeRevisions | null, limits: WordLimits): Story {
  const body = childOf(file.xml(file.main), 'w:body');
  if (!body) throw new NotRead('broken');
  const story = storyOf(file, revisions ?? 'accept', limits, true);
  readBody(body, story);
  leaveCarried(story);
  if (story.fields.length === 0) return story;
  const again = storyOf(file, revisions ?? 'accept', limits, false);
  readBody(body, again);
  leaveCarried(again);
  again.found.warnings.push({
    zh: '有一处域（如目录）没有结束，已按正文读入。',
    en: 'A field (a table of contents, perhaps) does not end: it was read as text.',
    paragraph: 0,
  });
  return again;
}

const BROKEN_REFERENCE =
  /错误[！!]\s*(?:未找到引用源|未定义书签|未指定书签|文档中没有指定样式的文字)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\./gu;
const STRANGE = /[\uE000-\uF8FF\uFFFD〓]/gu;

/** What stands in the text and no author typed: it stays there, and is said. */
function noteStrange({ paragraphs, residue }: Story['found']): void {
  paragraphs.forEach(({ text }, paragraph) => {
    for (const [found] of text.matchAll(BROKEN_REFERENCE))
      residue.push({ kind: 'broken-reference', text: found, paragraph });
    const strange = [...text.matchAll(STRANGE)].map(([found]) => found).join('');
    if (strange !== '') residue.push({ kind: 'strange-character', text: strange, paragraph });
  });
}

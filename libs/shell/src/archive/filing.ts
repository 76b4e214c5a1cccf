import type { ArchiveItem, BundleArchive, BundleContents, Course } from '@mouding/contract';
import { BUNDLE_PATHS } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { archiveIndex, type Packed, type Paper } from '@mouding/documents';
import type { Press } from '../papers/press.ts';
import { contentFile } from './cited.ts';
import { coursePaper } from './course-paper.ts';
import { jsonFile, type Making } from './making.ts';
import { CATEGORY, codeOfItem, metadataXml } from './metadata.ts';
import { numberOf, pagesIn, safeName, scanName } from './pages.ts';
import { pieces } from './pieces.ts';

/** Where a text or an original stands in the bundle; null for what is not in it. */
interface Stored {
  readonly file: Packed | null;
  readonly path: string | null;
}

/** Scans become 件 with a number; whatever else is cited lies in `data/`. */
export async function storedAs(
  making: Making,
  content: BundleContents[number],
  kept: ReadonlyMap<string, Packed>,
): Promise<Stored> {
  if (content.scheme === 'file-sha256@1') return scanned(making, content);
  const file = kept.get(content.path ?? '') ?? null;
  return { file, path: file?.name ?? null };
}

async function scanned(making: Making, content: BundleContents[number]): Promise<Stored> {
  const { reader, items, source } = making;
  const found = await contentFile(reader, content);
  const facts = found && (await reader.ledger.file(reader.visitor.institution, content.hash));
  if (!found || !facts) return { file: null, path: null };
  const { title, path } = scanName(items.length + 1, facts, content.hash);
  const pages = pagesIn(found.content, facts.mediaType);
  register(making, { title, date: source.at, pages, retention: '永久', version: null, path });
  return { file: { name: path, content: found.content }, path };
}

/** Gives the next number. @param line its `date` is an instant of law time */
function register(
  { items, numbering, source }: Making,
  line: Omit<ArchiveItem, 'no' | 'code' | 'responsible'>,
): void {
  const no = items.length + 1;
  const code = codeOfItem(numbering, line.retention, no);
  items.push({ ...line, no, code, responsible: source.office, date: dateOf(line.date) });
}

/** The papers of the case as PDF, numbered, with the report on its course at the end. */
export async function* papersOf(making: Making, course: Course): AsyncGenerator<Packed, void, void> {
  const { reader, gathered, wish, source } = making;
  for await (const piece of pieces(reader, gathered, wish.address)) yield filed(making, piece);
  yield filed(making, {
    title: '程序符合性报告',
    retention: '永久',
    version: null,
    paper: coursePaper(course, gathered.title, source),
  });
}

async function filed(
  making: Making,
  {
    paper,
    title,
    retention,
    version,
  }: Pick<ArchiveItem, 'title' | 'retention' | 'version'> & { readonly paper: Paper },
): Promise<Packed> {
  const content = await pressed(making.wish.press, paper);
  const path = `${numberOf(making.items.length + 1)}_${safeName(version ?? title)}.pdf`;
  const pages = pagesIn(content, 'application/pdf');
  register(making, { title, date: paper.file.at, pages, retention, version, path });
  return { name: path, content };
}

async function pressed(press: Press, paper: Paper): Promise<Uint8Array> {
  const made = await press.write(paper);
  if ('kind' in made) throw new Error(`${made.cause}: ${made.detail}`);
  return made;
}

/** 00_目录.pdf, and the metadata of the archive. */
export async function* registers(
  { wish, gathered, source, numbering, items }: Making,
  digests: ReadonlyMap<string, string>,
): AsyncGenerator<Packed, void, void> {
  const { fonds, year } = numbering;
  const paper = archiveIndex({ source, plan: gathered.title, fonds, year, lines: items });
  yield { name: '00_目录.pdf', content: await pressed(wish.press, paper) };
  const archive: BundleArchive = {
    fonds,
    category: CATEGORY,
    year,
    office: source.office,
    caseTitle: gathered.title,
    items,
  };
  yield jsonFile(BUNDLE_PATHS.archive, archive);
  yield { name: 'data/归档元数据.xml', content: metadataXml(archive, digests) };
}

const dateOf = (at: string): string => dayOf(at).replaceAll('-', '');

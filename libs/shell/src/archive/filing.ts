import {
  BUNDLE_PATHS,
  CAPACITY_WORDS,
  wordsOf,
  type ArchiveItem,
  type BundleArchive,
  type BundleContents,
  type Course,
} from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { archiveIndex, type Packed, type Paper, type PaperSource } from '@mouding/documents';
import type { Press } from '../papers/press.ts';
import { contentFile } from './cited.ts';
import { coursePaper } from './course-paper.ts';
import { jsonFile, type Making } from './making.ts';
import { CATEGORY, codeOfItem, metadataXml } from './metadata.ts';
import { numberOf, pagesIn, safeName, scanName } from './pages.ts';
import { pieces, type Piece } from './pieces.ts';

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
  const { reader, items } = making;
  const found = await contentFile(reader, content);
  const facts = found && (await reader.ledger.file(reader.visitor.institution, content.hash));
  if (!found || !facts) return { file: null, path: null };
  const { title, path } = scanName(items.length + 1, facts, content.hash);
  const format = facts.mediaType;
  const described = { title, number: null, retention: '永久', version: null, origin: 'original' } as const;
  register(making, { ...described, ...broughtIn(making, content.hash), format, path }, found.content);
  return { file: { name: path, content: found.content }, path };
}

/** When a scan came, and from whom, by the first entry that cites it. */
function broughtIn(
  { gathered: { entries }, source, capacities }: Making,
  hash: string,
): Pick<ArchiveItem, 'responsible' | 'date'> {
  const first = entries.find(({ text }) => text.includes(hash));
  const by = capacities.get(first?.index ?? -1);
  return { responsible: by?.department ?? source.office, date: first?.entry.at ?? source.at };
}

/** Gives the next number. @param line its `date` is an instant of law time */
function register(
  { items, numbering }: Making,
  line: Omit<ArchiveItem, 'no' | 'code' | 'pages' | 'bytes'>,
  content: string | Uint8Array,
): void {
  const no = items.length + 1;
  const code = codeOfItem(numbering, line.retention, no);
  const bytes = Buffer.byteLength(content);
  items.push({ ...line, no, code, bytes, pages: pagesIn(content, line.format), date: dateOf(line.date) });
}

/** The papers of the case as PDF, numbered, with the report on its course at the end. */
export async function* papersOf(making: Making, course: Course): AsyncGenerator<Packed, void, void> {
  const { reader, gathered, wish, source } = making;
  const stages = new Map(course.lines.map(({ stage, title }) => [stage, title]));
  for await (const piece of pieces(reader, gathered, { address: wish.address, stages }))
    yield filed(making, piece);
  const name = '程序符合性报告';
  yield filed(making, {
    name,
    title: `${gathered.title}${name}`,
    retention: '永久',
    version: null,
    paper: coursePaper(course, gathered.title, source),
  });
}

async function filed(making: Making, { paper, name, title, retention, version }: Piece): Promise<Packed> {
  const content = await pressed(making.wish.press, paper);
  const path = `${numberOf(making.items.length + 1)}_${safeName(name)}.pdf`;
  const line = {
    title,
    responsible: responsibleFor(paper, making.source),
    number: paper.head?.number ?? null,
    date: paper.file.at,
    retention,
    version,
    origin: 'printed',
    format: 'application/pdf',
    path,
  } as const;
  register(making, line, content);
  return { name: path, content };
}

/** 责任者: who signs it, the house for what goes out under its head, the office for the forms that it keeps. */
const responsibleFor = ({ signature, form }: Paper, { institution, office }: PaperSource): string =>
  signature?.name ?? (form === 'sheet' ? office : institution);

async function pressed(press: Press, paper: Paper): Promise<Uint8Array> {
  const made = await press.write(paper);
  if ('kind' in made) throw new Error(`${made.cause}: ${made.detail}`);
  return made;
}

/** What the registers say beside the 件. */
interface Registering {
  /** SHA-256 of every file so far, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  readonly course: Course;
  /** Law time of the export. */
  readonly made: string;
}

/** 00_目录.pdf, and the metadata of the archive. */
export async function* registers(
  { wish, gathered, source, numbering, items, reader }: Making,
  { digests, course, made }: Registering,
): AsyncGenerator<Packed, void, void> {
  const { fonds, year } = numbering;
  const paper = archiveIndex({ source, plan: gathered.title, fonds, year, lines: items });
  yield { name: '00_目录.pdf', content: await pressed(wish.press, paper) };
  const [capacity] = reader.held;
  const archive: BundleArchive = {
    fonds,
    institution: source.institution,
    category: CATEGORY,
    year,
    office: source.office,
    caseTitle: gathered.title,
    filed: { at: made, as: capacity ? wordsOf(CAPACITY_WORDS, capacity.as).zh : null },
    items,
  };
  yield jsonFile(BUNDLE_PATHS.archive, archive);
  yield { name: 'data/归档元数据.xml', content: metadataXml(archive, { digests, course }) };
}

const dateOf = (at: string): string => dayOf(at).replaceAll('-', '');

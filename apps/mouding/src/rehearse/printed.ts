import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hrefOf, PaperList } from '@mouding/contract';
import type { Session } from '../client/session.ts';
import { inParallel } from '../in-parallel.ts';
import type { Recorded } from './record.ts';

/** A paper of the case as the server made it. */
export interface PrintedPaper {
  readonly title: string;
  /** 会议通知.docx */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Kinds of which papers are printed. */
const PRINTS = /^(?:case|contribution|chapter|manuscript|consultation|tabling|meeting|filing|issue|record)\//;

/** Papers that people sign, vote on, or receive: they are printed as PDF too. */
const ON_PAPER: ReadonlySet<string> = new Set(['表决票', '送签单', '印发通知']);
const ABREAST = 2;

/** One paper of every kind that the office may print of what the record has, the newest of its kind. */
export async function printPapers(
  office: Session,
  record: readonly Recorded[],
): Promise<readonly PrintedPaper[]> {
  const streams = newestOfKind(record);
  const offered = await inParallel(streams, ABREAST, async (stream) =>
    office.read(`${hrefOf(stream) ?? ''}/papers`, PaperList),
  );
  const newest = new Map(offered.flatMap(({ papers }) => papers).map((paper) => [paper.title, paper]));
  const wanted = [...newest.values()].flatMap(({ title, href }) =>
    ['docx', ...(ON_PAPER.has(title) ? ['pdf'] : [])].map((format) => ({ title, format, href })),
  );
  return inParallel(wanted, ABREAST, async ({ title, format, href }) => ({
    title,
    name: `${title}.${format}`,
    bytes: await office.bytesAt(`${href}.${format}`),
  }));
}

/** Every meeting, since each body has papers of its own, and the newest of everything else: the last issue is that of the plan. */
function newestOfKind(record: readonly Recorded[]): readonly string[] {
  const streams = [...new Set(record.map(({ stream }) => stream))].filter((name) => PRINTS.test(name));
  const byKind = Map.groupBy(streams, (name) => name.slice(0, name.indexOf('/')));
  return [...byKind].flatMap(([kind, all]) => (kind === 'meeting' ? all : all.slice(-1)));
}

/** Writes the papers into a folder, which is made where it is not there. @throws Error of the file system */
export function writePapers(folder: string, papers: readonly PrintedPaper[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of papers) writeFileSync(join(folder, name), bytes);
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { converterOf, fontsFrom, typedWord } from '@mouding/documents';
import type { Options } from './options.ts';
import { pagesOfText } from './drafts.ts';
import { takeTurns, type Measured, type Turn } from './rounds.ts';
import { startSubject } from './subjects.ts';

/** The parts that work on documents, by their names on the command line. */
export type DocumentPart = 'checkup' | 'import' | 'pdf' | 'word';

/** How long a text is checked, in characters. */
export const CHECKED = 20_000;
/** How long the file is that is read, and how long the papers are that are set, in pages. */
const [READ_PAGES, SET_PAGES] = [50, 20];

/** (l) to (u), in the words of the report. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  l: `ours, 文稿校核 of ${CHECKED.toLocaleString('en')} characters`,
  m: 'the words of the same text by Intl.Segmenter, nothing else',
  n: `ours, a .docx of ${READ_PAGES} pages read in this process`,
  o: 'ours, the same in a process of its own, without rights',
  p: 'mammoth 1.13.0, raw text of the same file',
  q: 'LibreOffice, the same file as plain text',
  r: `ours, ${SET_PAGES} pages as PDF, fonts loaded`,
  s: 'pdfmake 0.3.11, the same paragraphs',
  t: `ours, ${SET_PAGES} pages as .docx`,
  u: 'docx 9.15.2 alone, the same paragraphs',
};

interface Line {
  readonly id: string;
  readonly program: string;
  readonly settings: object;
}

/** Measures one part, every subject in its own process, one after the other in turns. */
export async function measureDocuments(part: DocumentPart, options: Options): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mouding-bench-'));
  const turns: Turn[] = [];
  try {
    for (const { id, program, settings } of await LINES[part](folder))
      turns.push({ id, running: await startSubject(program, settings), pids: [] });
    return await takeTurns(turns, { ...options, clients: [1], warm: 1 });
  } finally {
    for (const { running } of turns) await running.close();
    rmSync(folder, { recursive: true });
  }
}

const LINES: { readonly [part in DocumentPart]: (folder: string) => Promise<readonly Line[]> } = {
  checkup: async () => [
    { id: 'l', program: 'subjects/checkup.ts', settings: { characters: CHECKED } },
    { id: 'm', program: 'subjects/segmenter.ts', settings: { characters: CHECKED } },
  ],
  async import(folder) {
    const file = join(folder, 'plan.docx');
    const typed = { author: '规划办', at: '2026-01-08T01:00:00Z' };
    writeFileSync(file, await typedWord(pagesOfText(READ_PAGES), typed));
    const soffice = converterOf(process.env['SOFFICE'], process.env['PATH']);
    const office = soffice && {
      id: 'q',
      program: 'subjects/soffice.ts',
      settings: { file, folder, soffice },
    };
    return [
      { id: 'n', program: 'subjects/import.ts', settings: { file, inChild: false } },
      { id: 'o', program: 'subjects/import.ts', settings: { file, inChild: true } },
      { id: 'p', program: 'peers/mammoth.mjs', settings: { file } },
      ...(office ? [office] : []),
    ];
  },
  pdf: async () => [
    { id: 'r', program: 'subjects/paper.ts', settings: { pages: SET_PAGES, form: 'pdf' } },
    {
      id: 's',
      program: 'peers/pdfmake.mjs',
      settings: { pages: SET_PAGES, font: fontsFrom(null).of.fang.path },
    },
  ],
  word: async () => [
    { id: 't', program: 'subjects/paper.ts', settings: { pages: SET_PAGES, form: 'word' } },
    { id: 'u', program: 'peers/docx.mjs', settings: { pages: SET_PAGES } },
  ],
};

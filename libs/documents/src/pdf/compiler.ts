import { readFileSync } from 'node:fs';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper } from '../paper/paper.ts';
import { facesOf, renamed } from './font-file.ts';
import { KAI, type Fonts, type FontRole, type FontSource } from './fonts.ts';
import { splitPages } from './split-pages.ts';
import { templateData } from './template-data.ts';
import { blocks } from './template/blocks.ts';
import { footer, setup } from './template/setup.ts';
import { head } from './template/head.ts';
import { tail } from './template/tail.ts';

/** Papers to PDF and to pictures in this very thread; `openPdf` does it beside the event loop. */
export interface PaperCompiler {
  /** @throws PaperTrouble */
  readonly pdf: (paper: Paper) => Uint8Array;
  /**
   * One SVG document a page.
   *
   * @throws PaperTrouble
   */
  readonly pages: (paper: Paper) => readonly string[];
}

/** A paper that the compiler would not set: a picture that is none, as a rule. */
export class PaperTrouble extends Error {}

const TEMPLATE = [setup, footer, blocks, head, tail].join('\n');
/** How many papers ago a piece of layout was last used before it is forgotten. */
const KEPT = 4;

/** Loads the fonts (a quarter of a second) and keeps them. */
export function openCompiler(fonts: Fonts): PaperCompiler {
  const loaded = loadFonts(fonts);
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: loaded.blobs }] });
  const using = <Result>(paper: Paper, work: (document: NodeTypstDocument) => Result): Result => {
    const { json, pictures } = templateData(paper, loaded.families);
    compiler.mapShadow('/paper.json', Buffer.from(json));
    for (const [path, bytes] of pictures) compiler.mapShadow(path, Buffer.from(bytes));
    try {
      return work(compiled(compiler));
    } finally {
      compiler.resetShadow();
      compiler.evictCache(KEPT);
    }
  };
  return {
    pdf: (paper) => using(paper, (document) => pdfOf(compiler, document)),
    pages: (paper) => using(paper, (document) => splitPages(compiler.plainSvg(document))),
  };
}

function compiled(compiler: NodeCompiler): NodeTypstDocument {
  const outcome = compiler.compile({ mainFileContent: TEMPLATE });
  if (outcome.result !== null && !outcome.hasError()) return outcome.result;
  throw new PaperTrouble(JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? []));
}

/** For keeping (PDF/A-2b); a paper with a character that no font has cannot be that and is a plain PDF. */
function pdfOf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }));
  } catch {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: '1.7' }));
  }
}

interface Covering {
  readonly name: string;
  readonly covers: 'latin-in-cjk' | 'quotes';
}

interface LoadedFonts {
  readonly blobs: Buffer[];
  readonly families: Readonly<Record<Exclude<FontRole, 'latin'>, readonly (string | Covering)[]>>;
}

/**
 * Digits and western letters are Times in the running hands; 黑体 and 小标宋 have their own, which fit their weight. The
 * free 楷体 has western quotes, half as wide as an official paper wants them: they are taken from 仿宋.
 */
function loadFonts(fonts: Fonts): LoadedFonts {
  const names = new Map<string, string>();
  const blobs: Buffer[] = [];
  const nameOf = ({ path, face }: FontSource): string => {
    const key = `${path}#${String(face)}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `Mouding ${String(names.size + 1)}`;
    const found = facesOf(readFileSync(path))[face];
    if (found === undefined) throw new Error(`${path} has no face ${String(face)}`);
    names.set(key, name);
    blobs.push(renamed(found, name));
    return name;
  };
  const rest = fonts.rest.map(nameOf);
  const own = (role: FontRole): string[] => [nameOf(fonts.of[role]), ...rest];
  const quotes: readonly Covering[] = fonts.substituted.some(({ wanted }) => wanted === KAI)
    ? [{ name: nameOf(fonts.of.fang), covers: 'quotes' }]
    : [];
  const latin: Covering = { name: nameOf(fonts.of.latin), covers: 'latin-in-cjk' };
  return {
    blobs,
    families: {
      fang: [latin, ...own('fang')],
      kai: [...quotes, latin, ...own('kai')],
      song: own('song'),
      hei: own('hei'),
      title: own('title'),
    },
  };
}

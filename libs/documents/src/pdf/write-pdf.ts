import type { Paper } from '../paper/paper.ts';
import { openCompiler, type PaperCompiler } from './compiler.ts';
import type { Fonts } from './fonts.ts';

const opened = new WeakMap<Fonts, PaperCompiler>();

/**
 * A paper as a PDF for keeping (PDF/A-2b, fonts embedded as far as used); the same paper and fonts give the same bytes.
 * Works in this thread: for the command line. A server uses `openPdf`.
 *
 * @throws PaperTrouble
 */
export function writePdf(paper: Paper, fonts: Fonts): Promise<Uint8Array> {
  return Promise.resolve().then(() => compilerOf(fonts).pdf(paper));
}

/**
 * The pages of a paper as drawings (SVG), for a preview on a phone; in this thread.
 *
 * @throws PaperTrouble
 */
export function svgPages(paper: Paper, fonts: Fonts): Promise<readonly string[]> {
  return Promise.resolve().then(() => compilerOf(fonts).pages(paper));
}

/** Fonts are loaded once for each `Fonts`. */
function compilerOf(fonts: Fonts): PaperCompiler {
  const known = opened.get(fonts) ?? openCompiler(fonts);
  opened.set(fonts, known);
  return known;
}

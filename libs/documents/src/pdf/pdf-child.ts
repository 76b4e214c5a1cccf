import type { Paper } from '../paper/paper.ts';
import { openCompiler, type PaperCompiler } from './compiler.ts';
import type { Fonts } from './fonts.ts';

/** What the child process is asked. */
export type PdfRequest =
  | { readonly ask: 'fonts'; readonly fonts: Fonts }
  | { readonly ask: 'pdf' | 'pages'; readonly id: number; readonly paper: Paper };

/** What it answers. */
export type PdfAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly pages: readonly string[] }
  | { readonly id: number; readonly trouble: string };

let compiler: PaperCompiler | null = null;

process.on('message', (request: PdfRequest) => {
  if (request.ask === 'fonts') compiler = openCompiler(request.fonts);
  else process.send?.(answerTo(request));
});
process.on('disconnect', () => process.exit(0));

function answerTo(request: Exclude<PdfRequest, { ask: 'fonts' }>): PdfAnswer {
  const { id, paper } = request;
  try {
    if (compiler === null) return { id, trouble: 'no fonts were given' };
    return request.ask === 'pdf' ? { id, pdf: compiler.pdf(paper) } : { id, pages: compiler.pages(paper) };
  } catch (error) {
    return { id, trouble: error instanceof Error ? error.message : String(error) };
  }
}

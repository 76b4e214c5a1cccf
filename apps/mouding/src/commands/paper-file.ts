import { fontsFrom, openPdf, substitutions, writeWord, type Fonts, type Paper } from '@mouding/documents';
import { refuse, type Refused, type Words } from '../words.ts';

/** A paper as bytes, and what a person has to know of them. */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly notes: readonly Words[];
}

/** A paper as a Word file, which names its fonts, or as a PDF, which has them in it: those of `FONT_FOLDER`, or free ones. */
export async function paperFile(paper: Paper, form: 'word' | 'pdf'): Promise<PaperFile | Refused> {
  if (form === 'word') return { bytes: await writeWord(paper), notes: [] };
  const fonts = fontsIn(process.env['FONT_FOLDER']);
  if ('refused' in fonts) return fonts;
  const press = openPdf({ fonts });
  try {
    const bytes = await press.write(paper);
    if (!('kind' in bytes)) return { bytes, notes: substituted(fonts) };
    return refuse(`没有生成 PDF：${bytes.detail}`, `No PDF was made: ${bytes.detail}`);
  } finally {
    await press.close();
  }
}

function fontsIn(folder: string | undefined): Fonts | Refused {
  try {
    return fontsFrom(folder || null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      `不能读取字体文件夹 FONT_FOLDER：${reason}`,
      `The folder of fonts FONT_FOLDER cannot be read: ${reason}`,
    );
  }
}

function substituted(fonts: Fonts): readonly Words[] {
  const lines = substitutions(fonts);
  if (lines.length === 0) return [];
  return [{ zh: `字体：${lines.join('；')}。`, en: `Fonts that stand in: ${lines.join('; ')}.` }];
}

import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import { CHARACTER, fontOf, LINE, SIZE, TIGHT } from './measures.ts';

/** Names of the styles: what a clerk finds in the list of styles, and what a department's text looks like in them. */
export const STYLE = { body: 'MoudingBody', table: 'MoudingTable', plain: 'MoudingPlain' } as const;

const exactly = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const black = '000000';

const heading = (level: number, font: 'hei' | 'kai' | 'fang') => ({
  name: `heading ${level + 1}`,
  basedOn: 'Normal',
  next: STYLE.body,
  quickFormat: true,
  run: {
    font: fontOf(font),
    size: SIZE.three,
    characterSpacing: TIGHT,
    bold: false,
    italics: false,
    color: black,
  },
  paragraph: {
    spacing: exactly,
    indent: { firstLine: 2 * CHARACTER },
    alignment: AlignmentType.BOTH,
    outlineLevel: level,
    keepNext: true,
  },
});

/**
 * The styles of every paper. The headings are Word's own, so that its navigation and its contents know them.
 *
 * @source GB/T 9704-2012 §7.3.3
 */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fontOf('fang'), size: SIZE.three, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: STYLE.body,
      quickFormat: true,
      run: { font: fontOf('title'), size: SIZE.two, color: black, bold: false },
      paragraph: { spacing: { ...exactly, line: 640 }, alignment: AlignmentType.CENTER },
    },
    heading1: heading(0, 'hei'),
    heading2: heading(1, 'kai'),
    heading3: heading(2, 'fang'),
    heading4: heading(3, 'fang'),
  },
  paragraphStyles: [
    {
      id: STYLE.plain,
      name: '公文其他',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: TIGHT },
      paragraph: { spacing: exactly },
    },
    {
      id: STYLE.body,
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: TIGHT },
      paragraph: {
        spacing: exactly,
        indent: { firstLine: 2 * CHARACTER },
        alignment: AlignmentType.BOTH,
      },
    },
    {
      id: STYLE.table,
      name: '公文表格',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 0, after: 0 } },
    },
  ],
};

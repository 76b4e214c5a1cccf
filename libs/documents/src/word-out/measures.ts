import type { Paper, Run } from '../paper/paper.ts';

const TWIPS_TO_MM = 1440 / 25.4;

/** Millimetres in twips, the twentieth of a point in which Word measures. */
export const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_TO_MM);

/**
 * A line of the body: 22 of these fill a page. Two twips less than the 29 points of the norm, because Word rounds 22 lines
 * of 580 up to one line too many.
 *
 * @source GB/T 9704-2012 §5.2.3
 */
export const LINE = 578;

/** 3号 in twips: one character of the body. */
export const CHARACTER = 320;

/** Between two characters, in twips: with it 28 of them make a line of 156 mm. */
export const TIGHT = -5;

/** Sizes in half points, by their Chinese names. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24, five: 21, trace: 16 } as const;

/** What Word is told of a kind of writing; the office computers have these fonts, this program ships none of them. */
export const FONT: { readonly [kind in NonNullable<Run['font']>]: string } = {
  fang: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
  title: '方正小标宋简体',
};

/** The fonts of a run: digits and Latin letters in Times New Roman. */
export const fontOf = (kind: NonNullable<Run['font']>) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: FONT[kind],
});

/** @source GB/T 9704-2012 §7.2.3: the red of the head; nothing else of a document is in colour. */
export const RED = 'FF0000';

/** A4, and the type area on it. */
export interface Page {
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Of the type area, in twips. */
  readonly width: number;
  readonly height: number;
}

/** The page of a paper; a wide one is an upright one turned to the left, bound at what was its left edge. */
export const pageOf = ({ landscape }: Pick<Paper, 'landscape'>): Page =>
  landscape
    ? {
        margin: {
          top: mm(28),
          right: mm(35),
          bottom: mm(26),
          left: mm(37),
          header: mm(12),
          footer: mm(12),
        },
        width: mm(225),
        height: mm(156),
      }
    : {
        margin: {
          top: mm(37),
          right: mm(26),
          bottom: mm(35),
          left: mm(28),
          header: mm(15),
          footer: mm(19),
        },
        width: mm(156),
        height: mm(225),
      };

/** How many characters wide a text is; digits, Latin letters and signs of one byte are half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x100 ? 0.5 : 1), 0);

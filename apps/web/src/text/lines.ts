/** A line that begins as headings do: 第X章, 一、 and（一）. */
const HEADING =
  /^\s*(?:第[一二三四五六七八九十百]+(?:部分|章|篇|节)|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;
const LONGEST_HEADING = 60;

export const isHeading = (line: string): boolean => line.length <= LONGEST_HEADING && HEADING.test(line);

/** 一、 and 第X章 begin a section of their own;（一） stands within one. */
const SECTION = /^\s*(?:第[一二三四五六七八九十百]+(?:部分|章|篇)|[一二三四五六七八九十]+、)/u;

export const isSection = (line: string): boolean => isHeading(line) && SECTION.test(line);

/** The lines of a text as the comparison counts them, blank ones too, without the byte order mark. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);

/** The paragraphs of a text as a return cites them: lines that say something, numbered from 1 by their place. */
export const clausesOf = (text: string): readonly string[] =>
  linesOf(text).filter((line) => line.trim() !== '');

/** Characters that are read: everything but spaces. */
export const lengthOf = (text: string): number => [...text.replaceAll(/\s/gu, '')].length;

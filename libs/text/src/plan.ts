import { withoutAnnexList } from './annex-list.ts';
import { readLines } from './lines.ts';
import { outlineOf, walk, type OutlineNode } from './outline.ts';
import { paragraphsOf, type Paragraph } from './paragraphs.ts';
import { shaped, withoutContents, type Shaped } from './shape.ts';

/** What a part of a plan is about: what was done, or what is to be done. */
export type Phase = 'done' | 'planned' | 'other';

/** The five years that a plan is for. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The lines of the title at the head of the text; a cover may have it on several. */
export interface Title {
  readonly text: string;
  readonly lines: readonly Shaped[];
}

/** A text as the rules of the checkup see it. Computed once for all of them. */
export interface Plan {
  readonly lines: readonly Shaped[];
  readonly paragraphs: readonly Paragraph[];
  readonly root: OutlineNode;
  readonly title: Title | null;
  /** Null where the text does not say it. */
  readonly period: Period | null;
  readonly phaseOf: (paragraph: Paragraph) => Phase;
  /** The headings above a paragraph, the highest first. */
  readonly above: (paragraph: Paragraph) => readonly OutlineNode[];
}

/** Reads a plain text. */
export function readPlan(text: string): Plan {
  const lines = withoutAnnexList(withoutContents(readLines(text).map(shaped)));
  const paragraphs = paragraphsOf(lines);
  const root = outlineOf(paragraphs);
  const headings = new Map<Paragraph, readonly OutlineNode[]>();
  for (const { node, above } of walk(root)) if (node.paragraph) headings.set(node.paragraph, above.slice(1));
  const above = (paragraph: Paragraph): readonly OutlineNode[] => headings.get(paragraph) ?? [];
  const phases = new Map(paragraphs.map((each) => [each, phase(above(each))]));
  const phaseOf = (paragraph: Paragraph): Phase => phases.get(paragraph) ?? 'other';
  return { lines, paragraphs, root, title: titleOf(paragraphs), period: periodOf(text), phaseOf, above };
}

const DONE =
  /成绩|成就|成效|回顾|总结|现状|基础与|发展基础|工作基础|取得的|主要问题|存在(?:的)?问题|完成情况|执行情况|形势/u;
const PLANNED = /任务|目标|举措|措施|保障|规划内容|重点|工程|项目|建设内容|思路|要求|实施|行动/u;

function phase(above: readonly OutlineNode[]): Phase {
  for (const { title } of above) {
    const head = title.slice(0, 40);
    if (DONE.test(head) && !/十五五.*目标/u.test(head)) return 'done';
    if (PLANNED.test(head)) return 'planned';
  }
  return 'other';
}

const NAMES_A_DOCUMENT = /规划|计划|纲要|方案|意见|通知|报告|办法/u;

function titleOf(paragraphs: readonly Paragraph[]): Title | null {
  const opening = paragraphs
    .slice(0, 12)
    .filter(({ lines: [line] }) => line && line.shape !== 'document-number');
  const named = opening.findIndex((each) => isTitleLine(each) && NAMES_A_DOCUMENT.test(each.text));
  const stopped = opening.findIndex(({ lines: [line] }) => line?.shape === 'numbered');
  if (named < 0 || (stopped >= 0 && stopped < named)) return null;
  const lines = opening
    .slice(0, named + 1)
    .filter(isTitleLine)
    .flatMap(({ lines: [line] }) => (line ? [line] : []))
    .slice(-3);
  return { text: lines.map(({ text }) => text.trim()).join(''), lines };
}

const isTitleLine = ({ kind, marker, text }: Paragraph): boolean =>
  kind === 'short' && marker === null && text.trim().length <= 60;

const ORDINALS = ['十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八'];

/** The years of a five-year plan by its number: “十四五” is 2021 to 2025. @source 第一个五年计划 1953—1957 */
export function yearsOf(name: string): Period | undefined {
  const at = ORDINALS.indexOf(name);
  if (at < 0) return undefined;
  const from = 2006 + at * 5;
  return { from, to: from + 4 };
}

function periodOf(text: string): Period | null {
  const head = [
    ...text
      .slice(0, 400)
      .matchAll(/(十[一二三四五六七八])(?:五[”"]?(?:时期)?[\p{sc=Han}]{0,8}规划|个五年)/gu),
  ]
    .map(([, name = '']) => yearsOf(name))
    .filter((years) => years !== undefined)
    .toSorted((a, b) => b.from - a.from);
  if (head[0]) return head[0];
  return spelt(text.slice(0, 400)) ?? mentioned(text) ?? spelt(text.slice(0, 3000));
}

function spelt(text: string): Period | null {
  const years = /(20[1-5]\d)\s*年?\s*[-—–~～至]+\s*(20[1-5]\d)\s*年/u.exec(text);
  return years && Number(years[2]) - Number(years[1]) >= 3
    ? { from: Number(years[1]), to: Number(years[2]) }
    : null;
}

function mentioned(text: string): Period | null {
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(
    /(十[一二三四五六七八])五(?=[”"’]?(?:时期|期间|发展|规划|期|末|事业|[”"’]))/gu,
  ))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts]
    .filter(([, count]) => count >= 2)
    .toSorted(([a], [b]) => ORDINALS.indexOf(b) - ORDINALS.indexOf(a));
  return first ? (yearsOf(first[0]) ?? null) : null;
}

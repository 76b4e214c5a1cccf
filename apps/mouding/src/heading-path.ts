import { readPlan } from '@mouding/text';

/** Longer headings are cut: a place is read at a glance. */
const LONGEST = 14;

/** For each 1-based line of a text the headings above it: `第三章 主要任务 › 二、强化科技创新`; empty at the top. */
export function headingPaths(text: string): (line: number) => string {
  const { paragraphs, above } = readPlan(text);
  const starts = paragraphs.map((paragraph) => ({ paragraph, line: paragraph.lines[0]?.number ?? 1 }));
  return (line) => {
    const here = starts.findLast((start) => start.line <= line)?.paragraph;
    if (!here) return '';
    const headings = above(here).flatMap(({ marker, title, paragraph }) =>
      paragraph?.kind === 'heading' ? [shortened(`${marker?.label ?? ''}${title}`)] : [],
    );
    return headings.join(' › ');
  };
}

function shortened(heading: string): string {
  const signs = [...heading.trim()];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('');
}

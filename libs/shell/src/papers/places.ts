import { readPlan, walk } from '@mouding/text';

const LONGEST = 24;

/** Where a line stands: the headings above it, 三、重点任务 › （二）学科建设; a line below none is told by its number. */
export function placesIn(text: string): (line: number) => string {
  const nodes = [...walk(readPlan(text).root)]
    .map(({ node }) => node)
    .filter(({ kind }) => kind === 'part' || kind === 'chapter' || kind === 'section');
  return (line) => {
    const above = nodes.filter((node) => node.line <= line && line <= node.last);
    const named = above.map(({ marker, title }) => shortened(`${marker?.label ?? ''}${title}`));
    return named.length > 0 ? named.slice(-2).join(' › ') : `第${line}行`;
  };
}

const shortened = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;

import type { Line } from '../lines.ts';
import { linesIn, markerIn } from './guess.ts';
import { isHeading } from './sound.ts';
import { parentsOf } from './root.ts';
import type { Tree, TreeKind, TreeNode } from './tree.ts';

/** Where each node stands, as a person would cite it: `第三章 › 二、 › （一）`, `第三章 › 第2段`. */
export function pathsOf({ nodes }: Tree): ReadonlyMap<string, string> {
  const parents = parentsOf(nodes);
  const names = namesOf(nodes, parents);
  const paths: string[] = [];
  nodes.forEach((_, at) => {
    const parent = parents[at];
    const above = parent == null ? [] : [paths[parent] ?? ''];
    paths.push([...above, names[at] ?? ''].join(' › '));
  });
  return new Map(nodes.map(({ id }, at) => [id, paths[at] ?? '']));
}

const paragraph = (count: number): string => `第${count}段`;

const WORDS: { readonly [kind in TreeKind]: (count: number) => string } = {
  part: paragraph,
  chapter: paragraph,
  section: paragraph,
  clause: paragraph,
  table: (count) => `表${count}`,
  figure: (count) => `图${count}`,
};

function namesOf(nodes: readonly TreeNode[], parents: readonly (number | null)[]): readonly string[] {
  const counts = new Map<string, number>();
  return nodes.map((node, at) => {
    const label = markerIn(node)?.label;
    if (label) return label;
    if (isHeading(node.kind)) return shortened(linesIn(node.text ?? ''));
    const key = `${parents[at] ?? ''} ${node.kind}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return WORDS[node.kind](count);
  });
}

const LONGEST = 16;

/** What a heading without number is called. */
function shortened(lines: readonly Line[]): string {
  const title = lines
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const signs = [...title];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : title;
}

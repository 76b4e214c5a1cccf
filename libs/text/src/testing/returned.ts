import type { Returned } from '../tree/align.ts';
import type { Tree, TreeNode } from '../tree/tree.ts';

type Chance = (below: number) => number;

/** A node in the hands of somebody who edits it in Word: it knows where it comes from, which nobody else does. */
export interface Held extends Returned {
  readonly from: string | null;
}

const WORDS = ['持续', '稳步', '全面', '重点', '协同', '有序', '按季度', '建立台账'];

type EditOf = (nodes: Held[], at: number, chance: Chance) => void;

const EDITS: readonly EditOf[] = [
  (nodes, at, chance) => {
    const node = nodes[at];
    if (!node) return;
    const cut = chance(node.text.length + 1);
    const text = node.text.slice(0, cut) + (WORDS[chance(WORDS.length)] ?? '') + node.text.slice(cut);
    nodes[at] = { ...node, text: text.toWellFormed() };
  },
  (nodes, at, chance) => {
    const node = nodes[at];
    if (node && node.text.length > 12)
      nodes[at] = { ...node, text: node.text.slice(0, 4) + node.text.slice(4 + 1 + chance(6)) };
  },
  (nodes, at, chance) => {
    const node = nodes[at];
    if (node) nodes[at] = { ...node, text: node.text.replace(/\d+/, () => String(chance(500))) };
  },
  (nodes, at, chance) =>
    void nodes.splice(at, 0, {
      kind: 'clause',
      depth: 1 + chance(3),
      before: '',
      text: `新增内容：第${chance(90)}批项目由${chance(900)}号牵头科室负责。`,
      anchor: null,
      from: null,
    }),
  (nodes, at) => void nodes.splice(at, 1),
  (nodes, at, chance) => {
    const moved = nodes.splice(at, 1 + chance(4));
    nodes.splice(chance(nodes.length + 1), 0, ...moved);
  },
  (nodes, at, chance) => {
    const node = nodes[at];
    if (node) nodes[at] = { ...node, kind: 'section', depth: 1 + chance(4) };
  },
  (nodes, at) => {
    const node = nodes[at];
    if (node) nodes[at] = { ...node, before: node.before === '' ? '\n' : '' };
  },
];

/** A tree as it came back after some edits, with about half of its anchors lost. */
export function returned(tree: Tree, count: number, chance: Chance): readonly Held[] {
  const nodes: Held[] = tree.nodes.map((node: TreeNode) => ({
    kind: node.kind,
    depth: node.depth,
    before: node.before,
    text: node.text ?? '',
    anchor: chance(2) === 0 ? node.id : null,
    from: node.id,
  }));
  for (let done = 0; done < count; done++)
    EDITS[chance(EDITS.length)]?.(nodes, chance(Math.max(1, nodes.length)), chance);
  return nodes.filter(({ text }) => text.trim() !== '');
}

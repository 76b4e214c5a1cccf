import { diff, newText, plainOf, readable, treeOf, type Diff, type Part, type Tree } from '@mouding/text';
import type { Block, Paper, Remark } from '../paper/paper.ts';
import { levelOf } from './levels.ts';
import { lineNodes, type LineNode } from './line-nodes.ts';
import { mergedLines, type MergedLine } from './merged-lines.ts';
import { revisedTable, runsOf, type Revise } from './redline-rows.ts';
import { indentOf } from './tree-blocks.ts';

/** Who changed something, and when (RFC 3339). */
export interface Author {
  readonly by: string;
  readonly at: string;
}

/** Where something changed: its line (from 1) in the old and in the new text, null where it has none, and its node. */
export interface ChangedPlace {
  readonly a: number | null;
  readonly b: number | null;
  /** In the new text, otherwise in the old one; null where that text came without ids. */
  readonly node: string | null;
}

/** What a red-line says beside the two texts; which drafts they are stands in its trace. */
export interface RedlineOptions extends Pick<Paper, 'trace' | 'file' | 'watermark'> {
  /** One for all changes, or one for each by where it stands. */
  readonly author: Author | ((place: ChangedPlace) => Author);
  /** 意见 as remarks at the words that they quote; what quotes nothing that still stands is at the first line. */
  readonly remarks?: readonly Remark[];
}

/**
 * 花脸稿: the new text with everything that came or went as a real revision. Accepting all of them gives the new text,
 * rejecting all gives the old one, line by line; rows of tables come and go as rows. Lines of `after` carry the ids of
 * their nodes.
 */
export function redline(before: Tree | string, after: Tree | string, options: RedlineOptions): Paper {
  const [old, now] = [sideFrom(before), sideFrom(after)];
  const difference = apart(diff(old.lines.join('\n'), now.lines.join('\n')), old, now);
  const lines = mergedLines(difference, old.lines, now.lines);
  const { author } = options;
  const revise: Revise = ({ a, b }, how) => {
    const node = idAt(now, b) ?? idAt(old, a);
    return { how, ...(typeof author === 'function' ? author({ a, b, node }) : author) };
  };
  return {
    form: 'document',
    head: null,
    title: '',
    body: remarked(bodyOf(lines, { old, now, revise, named: new Set() }), options.remarks ?? []),
    trace: options.trace,
    file: options.file,
    ...(options.watermark === undefined ? {} : { watermark: options.watermark }),
  };
}

interface Side {
  readonly lines: readonly string[];
  readonly nodes: ReadonlyMap<number, LineNode>;
  readonly hasIds: boolean;
}

function sideFrom(text: Tree | string): Side {
  const isText = typeof text === 'string';
  const tree = isText
    ? treeOf(readable(text), { salt: '00', mint: (at) => `n${String(at).padStart(10, '0')}` })
    : text;
  const plain = plainOf(tree).replace(/\n$/, '');
  return { lines: plain.split('\n'), nodes: lineNodes(tree), hasIds: !isText };
}

const idAt = ({ nodes, hasIds }: Side, line: number | null): string | null =>
  (hasIds && line !== null ? nodes.get(line)?.node.id : null) ?? null;

const isRow = (side: Side, line: number): boolean => side.nodes.get(line)?.node.kind === 'table';

/** A passage of several lines with rows among them, or a row that became words, goes out and comes in: rows are not torn. */
function apart(difference: Diff, old: Side, now: Side): Diff {
  const parts = difference.parts.flatMap((part): readonly Part[] => {
    if (part.kind !== 'changed') return [part];
    const [one, other] = [part.a, part.b].map(({ line, last }) => last - line + 1);
    const rowsBefore = rowsIn(old, part.a);
    const rowsAfter = rowsIn(now, part.b);
    const isPlain = rowsBefore === 0 && rowsAfter === 0;
    if (isPlain || (one === 1 && other === 1 && rowsBefore === rowsAfter)) return [part];
    return [
      { kind: 'removed', a: part.a, lines: old.lines.slice(part.a.line - 1, part.a.last) },
      { kind: 'added', b: part.b, lines: now.lines.slice(part.b.line - 1, part.b.last) },
    ];
  });
  return { ...difference, parts };
}

function rowsIn(side: Side, { line, last }: { readonly line: number; readonly last: number }): number {
  let rows = 0;
  for (let at = line; at <= last; at += 1) if (isRow(side, at)) rows += 1;
  return rows;
}

interface Both {
  readonly old: Side;
  readonly now: Side;
  readonly revise: Revise;
  /** Nodes that have a line already. */
  readonly named: Set<string>;
}

function bodyOf(lines: readonly MergedLine[], both: Both): readonly Block[] {
  const blocks: Block[] = [];
  let rows: MergedLine[] = [];
  const endTable = (): void => {
    const table = rows.length > 0 ? revisedTable(rows, both.revise, tableAnchor(rows, both)) : null;
    if (table) blocks.push(table);
    rows = [];
  };
  for (const line of lines) {
    if (isRowLine(line, both)) {
      if (startsTable(line, both)) endTable();
      rows.push(line);
    } else {
      endTable();
      blocks.push(lineBlock(line, both));
    }
  }
  endTable();
  return blocks;
}

const isRowLine = ({ a, b }: MergedLine, { old, now }: Both): boolean =>
  b === null ? a !== null && isRow(old, a) : isRow(now, b);

const startsTable = ({ b }: MergedLine, { now }: Both): boolean =>
  b !== null && now.nodes.get(b)?.isFirst === true;

function tableAnchor(rows: readonly MergedLine[], both: Both): string | undefined {
  const row = rows.find(({ b }) => b !== null && both.now.nodes.has(b));
  return row && anchorOf(row, both);
}

function lineBlock(line: MergedLine, both: Both): Block {
  const runs = runsOf(line.pieces, line, both.revise);
  const anchor = anchorOf(line, both);
  const marked = {
    ...(line.end === 'same' ? {} : { revised: both.revise(line, line.end) }),
    ...(anchor === undefined ? {} : { anchor }),
  };
  const level = headingLevel(line, both);
  if (level) return { kind: 'heading', level, text: runs, ...marked };
  const text = newText(line.pieces);
  const isIndented = text === '' || indentOf(text) !== '';
  return { kind: 'paragraph', runs, ...(isIndented ? { flush: true } : {}), ...marked };
}

/** The level of the heading that a line begins, in the new text or, where it went, in the old one. */
function headingLevel({ a, b }: MergedLine, { old, now }: Both): 1 | 2 | 3 | 4 | null {
  const found = b === null ? old.nodes.get(a ?? 0) : now.nodes.get(b);
  return found?.isFirst ? levelOf(found.node) : null;
}

/** The id of a node of the new text, at the first line that has something of it. */
function anchorOf({ b }: MergedLine, { now, named }: Both): string | undefined {
  const node = b === null || !now.hasIds ? undefined : now.nodes.get(b)?.node.id;
  if (node === undefined || named.has(node)) return undefined;
  named.add(node);
  return node;
}

/** Each remark at the first line with the words that it quotes. */
function remarked(blocks: readonly Block[], remarks: readonly Remark[]): readonly Block[] {
  if (remarks.length === 0) return blocks;
  const texts = blocks.map(wordsOf);
  const first = texts.findIndex((text) => text !== null && text !== '');
  const placed = remarks.map((remark) => {
    const at = remark.quote === '' ? -1 : texts.findIndex((text) => text?.includes(remark.quote));
    return { remark, at: at < 0 ? first : at };
  });
  return blocks.map((block, at) => {
    const here = placed.filter((each) => each.at === at).map(({ remark }) => remark);
    return here.length > 0 && (block.kind === 'heading' || block.kind === 'paragraph')
      ? { ...block, remarks: here }
      : block;
  });
}

const wordsOf = (block: Block): string | null => {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  return (block.kind === 'heading' ? block.text : block.runs).map(({ text }) => text).join('');
};

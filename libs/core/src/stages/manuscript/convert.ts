import { mintFrom, plainOf, treeOf, type Tree } from '@mouding/text';
import { z } from 'zod';
import { procedureOf } from '../../case/advance.ts';
import { streamOf } from '../../case/case.ts';
import {
  record,
  refuse,
  type Command,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { isTree, sameText, type TextRef } from '../../text-ref.ts';
import type { ManuscriptFact, ManuscriptState } from './manuscript.ts';
import { freshSalt } from './tree-join.ts';

export const ConvertManuscript = z.strictObject({}).meta({
  id: 'ConvertManuscript',
  description: '转换为条目化文稿：文字不变，逐条编号 · the same text, as nodes with ids',
});

/** The case, its issue, and the text. */
function convertNeeds(known: Known, id: string): readonly Need[] {
  const context = known.state('manuscript', id)?.context;
  if (!context) return [{ write: streamName('manuscript', id) }];
  const issue = streamOf(known.state('case', context.case), 'issue');
  return [
    { write: streamName('manuscript', id) },
    { write: streamName('case', context.case) },
    ...(issue ? [{ read: issue }] : []),
    ...(context.text ? [{ text: context.text }] : []),
  ];
}

/**
 * 转换为条目化文稿: a manuscript that runs as a blob becomes a tree with the same reading, to the byte. What the gates
 * decided on the one stands for the other, because it is the same text; the fact carries seed and salt, so that anyone
 * can make the tree again. Not while a body has it before it.
 */
export const convertManuscript: Command<'manuscript', z.infer<typeof ConvertManuscript>> = {
  verb: 'manuscript.convert',
  on: 'manuscript',
  needs: convertNeeds,
  decide(given, id) {
    const state = given.state('manuscript', id);
    const from = state?.context.text ?? null;
    if (!state || !from || isTree(from)) return refuse(nothingToConvert(from));
    const held = heldBy(given, state);
    if (held) return refuse(held);
    const conversion = conversionOf(given, from);
    if (!conversion) return refuse(strangeCharacters(from));
    const { data, tree } = conversion;
    const converted = record(streamName('manuscript', id), { type: 'TextConverted', data });
    return { facts: [converted, ...inCase(given, state, data)], trees: [tree] };
  },
};

/** A blob and its tree, with everything that makes the one from the other. */
export interface Conversion {
  readonly data: Extract<ManuscriptFact, { type: 'TextConverted' }>['data'];
  readonly tree: Tree;
}

/** The tree of a text that is a blob, as a fact tells of it; null for characters that no tree can hold. */
export function conversionOf(given: Given, from: TextRef): Conversion | null {
  if (!isHoldable(given.text(from))) return null;
  const { tree, seed } = treeFor(given, given.text(from));
  const by = given.actor.person ?? '';
  return { data: { from, to: given.treeRef(tree), seed, salt: tree.salt, by }, tree };
}

/** The tree of a text, with the seed of its ids. @throws Error when it would not read as the text does */
function treeFor(given: Given, reading: string): { readonly tree: Tree; readonly seed: string } {
  const seed = given.id('convert');
  const tree = treeOf(reading, { salt: freshSalt(given), mint: mintFrom(given.sha256, seed) });
  if (plainOf(tree) !== reading) throw new Error('the tree does not read as the text');
  return { tree, seed };
}

/** The same for the case, where it has this text now; what was changed since becomes its text when the stage ends. */
function inCase(
  given: Given,
  { context }: ManuscriptState,
  { from, to, by }: { readonly from: TextRef; readonly to: TextRef; readonly by: string },
): readonly Recorded[] {
  const current = given.state('case', context.case)?.context.texts.manuscript ?? null;
  if (!sameText(current, from)) return [];
  const data = { subject: 'manuscript', from, to, by };
  return [record(streamName('case', context.case), { type: 'TextConverted', data })];
}

const isHoldable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

const nothingToConvert = (text: TextRef | null): Refusal =>
  notNow(
    'manuscript.blob',
    text ? '现稿已是条目化文稿' : '尚无文稿可以转换',
    text ? 'The text is a tree already' : 'There is no text yet',
    { text: text?.hash ?? null },
    {
      zh: '条目化文稿可直接按条目修改',
      en: 'A tree is changed clause by clause as it is; without a text, compile one first',
    },
  );

const strangeCharacters = ({ hash }: TextRef): Refusal =>
  notNow(
    'manuscript.characters',
    '现稿含有无法保存的字符，不能转换',
    'The text has characters that no tree can hold',
    { text: hash },
    { zh: '请先在修改环节删去这些字符', en: 'Take the characters out in a revising stage first' },
  );

/** Kinds of stages in which nobody but the office has the text before them, and in which it converts when it likes. */
export const WORKING: ReadonlySet<string> = new Set([
  'research@1',
  'collect@1',
  'write@1',
  'compile@1',
  'revise@1',
  'amend@1',
]);

/** A body that has the text before it, or a text at 印发. */
function heldBy(given: Given, { context }: ManuscriptState): Refusal | null {
  const state = given.state('case', context.case);
  const { stage } = procedureOf(given, context.case);
  const gates = (state?.context.open ?? []).filter((open) => !WORKING.has(stage(open).kind.kind));
  if (gates.length > 0)
    return gate('文稿正在审议、征求意见或印发环节，办结后方可转换', 'A body has the text before it', gates);
  const issue = streamOf(state, 'issue');
  const pending = issue && given.state('issue', parseStream(issue).id);
  return pending && PENDING.some((value) => pending.matches(value))
    ? gate('印发稿正在办理，办结后方可转换', 'The text is being issued', [])
    : null;
}

const PENDING = ['drafted', 'signed', 'numbered'] as const;

const gate = (zh: string, en: string, gates: readonly string[]): Refusal =>
  notNow(
    'manuscript.gate-open',
    zh,
    en,
    { gates: [...gates] },
    { zh: '请待该环节办结后再转换', en: 'Convert it once that stage is over' },
  );

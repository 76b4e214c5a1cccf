import { applyOperations, isMisfit, misfitSays, plainOf, type Tree } from '@mouding/text';
import { z } from 'zod';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { isTree, sameText, TextRef } from '../../text-ref.ts';
import { contributionNeeds } from '../collect/submit.ts';
import { OperationBody } from '../manuscript/operation-body.ts';
import { chapterNeeds } from '../write/chapter.ts';
import { citedNeeds, keptIn } from '../write/countersigns.ts';
import type { ReadingStanding, TextReading } from './text-reading.ts';

export const CheckImport = z
  .strictObject({
    text: TextRef.meta({ description: '所核对的文稿，须为现在的 · the text that was looked at' }),
    operations: z.array(OperationBody).max(2000).default([]).meta({
      description: '升级、降级、合并、拆分等；没有的不填 · what is put right; none where all was recognised',
    }),
  })
  .meta({ id: 'CheckImport', description: '导入核对 · checks what was recognised in an original' });
export type CheckImport = z.infer<typeof CheckImport>;

const READ: readonly ReadingStanding[] = ['read', 'checked', 'confirmed'];

/** What stands against looking at this text as what came of an original; null for nothing. */
export function notOfReading(
  reading: TextReading | null | undefined,
  now: TextRef | null | undefined,
  text: TextRef,
): Refusal | null {
  if (!reading || !READ.includes(reading.standing) || !now) return notRead(reading?.standing ?? 'absent');
  return sameText(now, text)
    ? null
    : notNow('import.text', '文稿已有变动，请重新核对', 'The text has changed since; look at it again', {
        current: now.hash,
        seen: text.hash,
      });
}

const notRead = (standing: string): Refusal =>
  notNow(
    'import.read',
    '没有从原件读入的文稿可核对',
    'No text that was read from an original is here',
    { standing },
    { zh: '原件读入后核对', en: 'Look at it once the original has been read' },
  );
const notHere = notRead('absent');

/** The tree after the operations, or why they do not fit. */
function checkedTree(given: Given, { text, operations }: CheckImport): Tree | Refusal {
  if (!isTree(text)) return notRead('absent');
  const result = applyOperations(given.tree(text), operations);
  if (!isMisfit(result)) return result;
  const { zh, en } = misfitSays(result);
  return notNow('import.operations', zh, en, { operation: result.at + 1, why: result.misfit });
}

interface Checked {
  readonly tree: Tree;
  readonly data: { readonly from: TextRef; readonly to: TextRef; readonly operations: number };
  /** What is new. */
  readonly trees: readonly Tree[];
}

function checked(given: Given, body: CheckImport): Checked | Refusal {
  const tree = checkedTree(given, body);
  if ('rule' in tree) return tree;
  const to = given.treeRef(tree);
  const same = sameText(to, body.text);
  const data = { from: body.text, to, operations: body.operations.length };
  return { tree, data, trees: same ? [] : [tree] };
}

const currentText = (known: Known, kind: 'contribution' | 'chapter', id: string): readonly Need[] => {
  const text = known.state(kind, id)?.context.text;
  return text ? [{ text }] : [];
};

/**
 * 导入核对: the office puts right what was recognised wrongly. The head of the department confirms the outcome; a text
 * that was confirmed before is to be confirmed again.
 */
export const checkContributionImport: Command<'contribution', CheckImport> = {
  verb: 'contribution.check-import',
  on: 'contribution',
  needs: (known, id) => [...contributionNeeds(known, id), ...currentText(known, 'contribution', id)],
  during: ['received', 'accepted'],
  decide(given, id, body): Decision {
    const state = given.state('contribution', id);
    const isHere = state?.matches('received') === true || state?.matches('accepted') === true;
    const refusal = notOfReading(isHere ? state.context.reading : null, state?.context.text, body.text);
    if (refusal) return refuse(refusal);
    const made = checked(given, body);
    if ('rule' in made) return refuse(made);
    const fact = { type: 'ImportChecked', data: made.data };
    return { facts: [record(streamName('contribution', id), fact)], trees: made.trees };
  },
};

/** The same of a chapter that waits to be signed off; countersigns whose content it has unchanged stand. */
export const checkChapterImport: Command<'chapter', CheckImport> = {
  verb: 'chapter.check-import',
  on: 'chapter',
  needs: (known, id) => [
    ...chapterNeeds(known, id),
    ...currentText(known, 'chapter', id),
    ...citedNeeds(known, id),
  ],
  during: ['submitted'],
  decide(given, id, body): Decision {
    const state = given.state('chapter', id);
    const isHere = state?.matches('submitted') === true;
    const refusal = notOfReading(isHere ? state.context.reading : null, state?.context.text, body.text);
    if (!state || refusal) return refuse(refusal ?? notHere);
    const made = checked(given, body);
    if ('rule' in made) return refuse(made);
    const { to } = made.data;
    const text = (ref: TextRef): string => (sameText(ref, to) ? plainOf(made.tree) : given.text(ref));
    const kept = keptIn({ text }, state.context, to);
    const fact = { type: 'ImportChecked', data: { ...made.data, kept } };
    return { facts: [record(streamName('chapter', id), fact)], trees: made.trees };
  },
};

import { canonical, utf8Length } from '@mouding/evidence';
import { z } from 'zod';
import type { Given, Need } from '../../decider.ts';
import { notNow, type Refusal, type Said } from '../../refusal.ts';
import { parseStream, type StreamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import {
  Ground,
  groundIn,
  groundNeeds,
  strangeInstructions,
  strangePapers,
  streamsOfGrounds,
  type Grounded,
} from './ground.ts';
import { applyChanges, editToChange, type ByteChange, type Change } from './text-changes.ts';

/** Bytes of changes in one fact: an entry of the log holds 65,535, and the rest of it needs room. */
export const MOST_BYTES = 48_000;

const passage = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text.isWellFormed(), 'well-formed Unicode');

/** One passage and what stands there instead. */
export const EditBody = z.strictObject({
  quote: passage(1, 8000).meta({
    description: '原文，须在现稿中恰好出现一次 · the passage; must occur exactly once',
  }),
  replacement: passage(0, 12_000).meta({ description: '改为 · what stands there instead' }),
  cites: z
    .templateLiteral([z.enum(['opinion', 'meeting', 'filing']), '/', z.uuid()])
    .nullable()
    .meta({ description: '修改所依据的意见、会议或批复 · what the change answers' }),
  ground: Ground.optional(),
  reason: z.string().trim().max(500).meta({ description: '修改说明 · why' }),
});

export type Edits = readonly z.infer<typeof EditBody>[];

/** Everything that the edits answer and rest on. */
export const cited = (edits: readonly Grounded[]): readonly Need[] => groundNeeds(edits);

export const stale = (current: TextRef | null, base: TextRef): Refusal =>
  notNow(
    'manuscript.base',
    '现稿已有变动，请在最新文稿上修改',
    'The text has changed since; work on the newest',
    {
      current: current?.hash ?? null,
      base: base.hash,
    },
    { zh: '请取最新文稿，用合并预览核对后再提交', en: 'Take the newest text and look at the merge preview' },
  );

/** What a change answers is of the same case. */
export function strangeCites(given: Given, caseId: string, edits: readonly Grounded[]): Refusal | undefined {
  const strange = streamsOfGrounds(edits).filter((name) => caseServed(given, name) !== caseId);
  if (strange.length === 0) return strangePapers(given, edits) ?? strangeInstructions(given, edits);
  return notNow(
    'manuscript.cites',
    '所依据的意见、会议、批示或批复不属于本规划',
    'What a change cites is not of this case',
    { cites: strange },
    { zh: '请改选本规划的意见、会议、批示或批复', en: 'Cite one of this case' },
  );
}

function caseServed(given: Given, name: StreamName): string | null {
  const { kind, id } = parseStream(name);
  const context = given.state(kind, id)?.context;
  return context && 'case' in context && typeof context.case === 'string' ? context.case : null;
}

/** Every edit as a change of the text that the one before left, or the first one that has no place. */
export function place(before: string, edits: Edits): readonly ByteChange[] | Refusal {
  const changes: ByteChange[] = [];
  let text = before;
  for (const [i, edit] of edits.entries()) {
    const change = editToChange(text, edit);
    if ('found' in change) return unplaced(i + 1, change.found);
    changes.push({ ...change, ...groundIn(edit) });
    text = applyChanges(text, [change]);
  }
  return tooMuch(changes) ?? changes;
}

const BY_PARTS: Said = {
  zh: '请分次提交，或者先转换为条目化文稿',
  en: 'Hand them in by parts, or convert the text first',
};

/** More than one entry of the log can hold. */
export function tooMuch(changes: readonly Change[], needs: Said = BY_PARTS): Refusal | undefined {
  const bytes = utf8Length(canonical([...changes]));
  if (bytes <= MOST_BYTES) return undefined;
  return notNow(
    'manuscript.too-much',
    `修改内容共${bytes}字节，一次至多${MOST_BYTES}字节`,
    `The changes have ${bytes} bytes, of which one entry holds ${MOST_BYTES}`,
    { bytes, most: MOST_BYTES },
    needs,
  );
}

export const unplaced = (no: number, found: 0 | 2): Refusal =>
  found === 0
    ? notNow(
        'manuscript.quote',
        `第${no}处修改的原文在现稿中没有找到`,
        `The passage of edit ${no} does not occur`,
        { no, found },
        {
          zh: '请从最新文稿中复制原文，或者按条目修改',
          en: 'Copy the passage from the newest text, or change the clause by its id',
        },
      )
    : notNow(
        'manuscript.quote',
        `第${no}处修改的原文在现稿中不止一处，请多引几个字`,
        `The passage of edit ${no} occurs more than once`,
        { no, found },
        {
          zh: '请从最新文稿中复制原文，或者按条目修改',
          en: 'Copy the passage from the newest text, or change the clause by its id',
        },
      );

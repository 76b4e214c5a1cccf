import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { itsCase, type Enclosure, type FilingMode, type FilingState, type Letter } from './filing.ts';

export const Enclosures = z
  .array(
    z.strictObject({
      title: z.string().trim().min(1).max(120).meta({ description: '材料名称 · title of the paper' }),
      text: TextRef,
    }),
  )
  .max(60)
  .meta({ description: '报送材料清单 · the package' });

export const SendFiling = z
  .strictObject({
    letter: z.enum(['请示', '报告']).meta({ description: '文种（审批用请示，备案用报告） · kind of letter' }),
    manifest: Enclosures,
  })
  .meta({ id: 'SendFiling', description: '报送主管部门 · files the current text with the authority' });

const LETTERS: { readonly [M in FilingMode]: Letter } = { approve: '请示', record: '报告' };

/**
 * 报送: the case's current text with its package. An authority here gets it as a message; otherwise the letter goes on
 * paper and the office enters the answer.
 *
 * @source 党政机关公文处理工作条例 §15 上行文
 */
export const sendFiling: Command<'filing', z.infer<typeof SendFiling>> = {
  verb: 'filing.send',
  on: 'filing',
  during: ['prepared'],
  needs: (known, id, { manifest }) => [...itsCase(known, id), ...manifest.map(({ text }) => ({ text }))],
  decide(given, id, { letter, manifest }) {
    const state = given.state('filing', id);
    if (!state?.matches('prepared'))
      return refuse(
        notNow('filing.prepared', '已报送，不能重复报送', 'It has been filed already', standing(state)),
      );
    const { case: caseId, stage, subject, mode, authority } = state.context;
    const text = given.state('case', caseId)?.context.texts[subject];
    const refusal = wrongLetter(mode, letter) ?? missingPaper(given, manifest);
    if (refusal) return refuse(refusal);
    if (!text) return refuse(notNow('filing.text', '尚无可报送的文稿', 'There is no text to file yet'));
    const party = authority === null ? ('paper' as const) : ('system' as const);
    const data = { case: caseId, stage, text, letter, manifest, authority, party };
    return { facts: [record(streamName('filing', id), { type: 'FilingSent', data })] };
  },
};

export const standing = (state: FilingState | undefined) => ({ status: state?.value ?? 'absent' });

/** @source 党政机关公文处理工作条例 §8 请示、报告 */
function wrongLetter(mode: FilingMode, letter: Letter): Refusal | null {
  const right = LETTERS[mode];
  if (letter === right) return null;
  return against(
    'filing.letter',
    `${mode === 'approve' ? '报请审批' : '报送备案'}应当使用“${right}”`,
    `This asks for ${mode === 'approve' ? 'approval (请示)' : 'recording (报告)'}`,
    { letter, right },
  );
}

function missingPaper(given: Given, manifest: readonly Enclosure[]): Refusal | null {
  const missing = manifest.find(({ text }) => !given.has(text));
  if (!missing) return null;
  const { title, text } = missing;
  return notNow(
    'text.known',
    `未找到材料“${title}”，请重新上传`,
    `The paper ${title} is not known here; upload it first`,
    { hash: text.hash },
  );
}

/** 报送后文稿变更: an answer to an old text decides nothing about the new one. */
export function outdated(given: Given, { context }: FilingState): Refusal | null {
  const current = given.state('case', context.case)?.context.texts[context.subject] ?? null;
  if (sameText(current, context.text)) return null;
  return against(
    'filing.current-text',
    '报送后文稿已变更，须重新报送',
    'The text has changed since it was filed; file it again',
    { filed: context.text?.hash ?? null, current: current?.hash ?? null },
  );
}

import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { isTree, type TextRef } from '../../text-ref.ts';
import { isKnown, OwnerBody, pastDays } from '../charge.ts';
import { ownNeeds, type OpinionState } from '../opinion/opinion.ts';
import { DISPOSITIONS, type Disposition, type OpinionFact } from '../opinion/opinion-facts.ts';
import { NodeId } from '../opinion/opinion-row.ts';

export const ProposeDisposition = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS).meta({
      description: '采纳情况：采纳、部分采纳、不采纳、已体现、工作中吸收、另行研究 · what becomes of it',
    }),
    reason: z
      .string()
      .trim()
      .max(2000)
      .meta({ description: '理由；仅“采纳”可不填 · why; may be empty only when adopted' }),
    clause: NodeId.optional().meta({
      description: '已体现：现稿中体现该意见的条文 · the clause of the text of now that says it already',
    }),
    passage: z.string().min(1).max(2000).optional().meta({
      description: '已体现：现稿未按条文管理时，引原文 · the same as a quote, where the text has no clauses',
    }),
    taken: z
      .strictObject({
        owner: OwnerBody,
        due: Day.meta({ description: '办结期限，含当日 · the day by which it is to be done' }),
      })
      .optional()
      .meta({
        description:
          '工作中吸收、另行研究：责任人和期限，研究确定后列入督办 · by whom and by when; becomes a duty',
      }),
  })
  .meta({ id: 'ProposeDisposition', description: '拟定采纳情况 · proposes what becomes of an opinion' });

type Body = z.infer<typeof ProposeDisposition>;

const isOpen = (state: OpinionState | undefined): state is OpinionState =>
  state !== undefined && (state.matches('given') || state.matches('proposed'));

const settled = (state: OpinionState | undefined): Refusal =>
  notNow(
    'opinion.open',
    '该意见的采纳情况已研究确定',
    'What becomes of this opinion is settled',
    {
      status: state?.value ?? 'absent',
    },
    { zh: '需要变更的，请领导小组重新研究', en: 'The leading group may take it up again' },
  );

/** The text as the case has it now. */
const textNow = (known: Known, id: string): TextRef | null => {
  const opinion = known.state('opinion', id)?.context;
  return (opinion && known.state('case', opinion.case)?.context.texts.manuscript) ?? null;
};

const textNeeds = (known: Known, id: string, { disposition }: Body): readonly Need[] => {
  const text = disposition === 'already' ? textNow(known, id) : null;
  return text ? [{ text }] : [];
};

/**
 * 拟定采纳情况, as often as needed until the meeting settles it; with it what was merged into it (合并办理). Whoever does not
 * simply adopt gives a reason; 已体现 names the clause that says it, 工作中吸收 and 另行研究 say who does it by when.
 *
 * @source 城乡规划法 §26 在报送审批的材料中附具意见采纳情况及理由（参照）
 */
export const proposeDisposition: Command<'opinion', Body> = {
  verb: 'opinion.propose',
  on: 'opinion',
  needs: (known, id, body) => [
    ...ownNeeds(known, id),
    ...(known.state('opinion', id)?.context.takenIn ?? []).map((write) => ({ write })),
    ...textNeeds(known, id, body),
  ],
  during: ['given', 'proposed'],
  decide(given, id, body) {
    const state = given.state('opinion', id);
    if (!isOpen(state)) return refuse(settled(state));
    const refusal = unreasoned(body) ?? unshown(given, id, body) ?? untaken(given, body);
    if (refusal) return refuse(refusal);
    const sealed = wordsOf(body);
    const all = [streamName('opinion', id), ...state.context.takenIn];
    const words = Object.keys(sealed).length === 0 ? [] : sealedBy(given.actor, sealed);
    return { facts: all.map((stream) => record(stream, proposal(body), words)) };
  },
};

/** Only what goes with the disposition becomes part of the fact. */
function proposal({
  disposition,
  clause,
  taken,
}: Body): Extract<OpinionFact, { type: 'DispositionProposed' }> {
  const cites = disposition === 'already' && clause !== undefined ? { clause } : {};
  return {
    type: 'DispositionProposed',
    data: { disposition, ...cites, ...(isLeft(disposition) && taken ? { taken } : {}) },
  };
}

const wordsOf = ({ disposition, reason, passage }: Body): { readonly [key: string]: string } => ({
  ...(reason === '' ? {} : { reason }),
  ...(disposition === 'already' && passage !== undefined ? { passage } : {}),
});

const unreasoned = ({ disposition, reason }: Body): Refusal | null =>
  reason !== '' || disposition === 'adopted'
    ? null
    : {
        ...against(
          'opinion.reason',
          '未予采纳或未全部采纳的意见应当说明理由',
          'An opinion that is not simply adopted needs a reason',
          { disposition },
          { zh: '请填写理由', en: 'Give the reason' },
        ),
        basis: '《城乡规划法》第二十六条（参照）',
      };

/** 已体现: where it stands in the text of now; a clause of it, or a passage where it has no clauses. */
function unshown(given: Given, id: string, { disposition, clause, passage }: Body): Refusal | null {
  if (disposition !== 'already') return null;
  const text = textNow(given, id);
  if (text && isTree(text)) return isClause(given, text, clause) ? null : noClause(clause);
  return text && isPassage(given, text, passage) ? null : noPassage(passage);
}

const isPassage = (given: Given, text: TextRef, passage: string | undefined): boolean =>
  passage !== undefined && given.text(text).includes(passage);

const noPassage = (passage: string | undefined): Refusal =>
  against(
    'opinion.shown-by',
    passage === undefined ? '“已体现”应当引用现稿原文' : '所引原文在现稿中没有找到',
    passage === undefined
      ? 'Say where the text of now says it already'
      : 'The text of now does not have this passage',
    { passage: passage !== undefined },
    { zh: '请引用现稿中体现该意见的原文', en: 'Quote the passage of the text of now' },
  );

const isClause = (given: Given, text: TextRef, clause: string | undefined): boolean =>
  clause !== undefined && given.tree(text).nodes.some((node) => node.id === clause);

const noClause = (clause: string | undefined): Refusal =>
  against(
    'opinion.shown-by',
    clause === undefined ? '“已体现”应当注明现稿条文' : '所注明的条文不在现稿中',
    clause === undefined
      ? 'Name the clause of the text of now that says it already'
      : 'The text of now does not have this clause',
    { clause: clause ?? null },
    { zh: '请选择现稿中体现该意见的条文', en: 'Choose the clause of the text of now' },
  );

const isLeft = (disposition: Disposition): boolean => disposition === 'in-work' || disposition === 'later';

/** 工作中吸收、另行研究: somebody who is here, and a day that is still to come. */
function untaken(given: Given, { disposition, taken }: Body): Refusal | null {
  if (!isLeft(disposition)) return null;
  const word = disposition === 'in-work' ? '工作中吸收' : '另行研究';
  if (!taken)
    return against(
      'opinion.taken',
      `“${word}”应当明确责任人和期限`,
      'Say who does it, and by when',
      { disposition },
      { zh: '请填写责任科室或者岗位、办结期限', en: 'Name a department or a post, and a day' },
    );
  if (!isKnown(given, taken.owner))
    return against(
      'opinion.taken-owner',
      '所选责任科室或者岗位不存在',
      'The department or post does not exist',
      { disposition },
      { zh: '请重新选择责任科室或者岗位', en: 'Choose another department or post' },
    );
  if (pastDays(given, [taken.due]).length === 0) return null;
  return against(
    'opinion.taken-due',
    '办结期限早于今日',
    'The day has passed already',
    { due: taken.due, today: dayOf(given.now) },
    { zh: '请另定期限', en: 'Set a later day' },
  );
}

import { z } from 'zod';
import { dayInChinese, dayOf } from '../../calendar.ts';
import { both, record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { actorOf, Words } from '../charge.ts';
import { covered } from './apply.ts';
import { mandateNeeds, notRunning, outsideNotice } from './draft.ts';
import type { Draft, MandateContext } from './facts.ts';
import type { MandateState } from './mandate.ts';

export const ApproveMandate = z
  .strictObject({ text: TextRef.meta({ description: '审定的文稿 · the text that is approved' }) })
  .meta({ id: 'ApproveMandate', description: '审定授权修改 · approves the changes' });

/**
 * 审定: by the post that the body named, of changes that all lie within the points of its minutes. Then what it decided
 * stands for the changed text. A change outside, or of a number that no point names, is not approved here.
 *
 * @source 党政机关公文处理工作条例 §25 需作实质性修改的，应当报原签批人复审
 */
export const approveMandate: Command<'mandate', z.infer<typeof ApproveMandate>> = {
  verb: 'mandate.approve',
  on: 'mandate',
  during: ['drafted'],
  needs: mandateNeeds,
  decide(given, id, { text }) {
    const state = given.state('mandate', id);
    const draft = draftOf(state);
    if (!state || !draft) return refuse(notDrafted(state));
    const refusal =
      notApprover(given, state.context) ??
      ownDraft(given, draft) ??
      (sameText(text, draft.to) ? null : notTheDraft(draft, text)) ??
      exceeding(draft);
    if (refusal) return refuse(refusal);
    const notices = overdue(given, state.context);
    const data = { to: draft.to, outside: 0, late: notices.length > 0, ...actorOf(given) };
    return both(
      { facts: [record(streamName('mandate', id), { type: 'MandateApproved', data })] },
      covered(given, id, { context: state.context, reached: draft, notices }),
    );
  },
};

export const ReturnMandate = z
  .strictObject({ reason: Words.meta({ description: '退回理由 · why' }) })
  .meta({ id: 'ReturnMandate', description: '退回重新起草 · sends the draft back' });

/** 退回: by the 审定人; whoever drafts hands in another table. */
export const returnMandate: Command<'mandate', z.infer<typeof ReturnMandate>> = {
  verb: 'mandate.return',
  on: 'mandate',
  during: ['drafted'],
  needs: mandateNeeds,
  decide(given, id, { reason }) {
    const state = given.state('mandate', id);
    if (!state || !draftOf(state)) return refuse(notDrafted(state));
    const refusal = notApprover(given, state.context);
    if (refusal) return refuse(refusal);
    const fact = { type: 'MandateReturned', data: actorOf(given) };
    return { facts: [record(streamName('mandate', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

const draftOf = (state: MandateState | undefined): Draft | null =>
  state?.matches('drafted') ? state.context.draft : null;

const notDrafted = (state: MandateState | undefined): Refusal =>
  state?.matches('drafting')
    ? notNow('mandate.drafted', '授权修改尚未起草', 'Nothing has been drafted yet', { status: 'drafting' })
    : notRunning(state);

const notApprover = ({ actor }: Given, { approver }: MandateContext): Refusal | null =>
  actor.post === approver
    ? null
    : against(
        'mandate.approver',
        '须由决议载明的审定人审定',
        'The post that the resolution names approves it',
        { approver },
        { zh: '请提请审定人办理', en: 'Ask the post that is named' },
      );

const ownDraft = ({ actor }: Given, { hands }: Draft): Refusal | null =>
  actor.person !== null && hands.includes(actor.person)
    ? against(
        'mandate.second-person',
        '起草人不能审定自己起草的修改',
        'Another person than whoever drafted approves',
        {},
        {
          zh: '请审定人岗位依规委托他人审定，或者提请主持人终止授权、再提请会议审议',
          en: 'The post delegates it to another person, or whoever presided ends the mandate',
        },
      )
    : null;

const notTheDraft = ({ to }: Draft, text: TextRef): Refusal =>
  notNow(
    'mandate.text',
    '起草的修改已有变动，请核对最新的对照表',
    'The draft has changed since; look again',
    {
      current: to.hash,
      text: text.hash,
    },
  );

/** 超出授权: the changes that are outside, and the two doors. */
function exceeding({ outside }: Draft): Refusal | null {
  if (outside.length === 0) return null;
  const { rule, said, facts } = outsideNotice(outside);
  return {
    ...against(rule, said.zh, said.en, facts, {
      zh: '请取消超出授权的修改，或者再提请原会议审议',
      en: 'Give these changes up, or put the text before the body again',
    }),
    basis: '《党政机关公文处理工作条例》第二十五条',
  };
}

/** 逾期审定 shows. */
export function overdue(given: Given, { due }: MandateContext, on = dayOf(given.now)): readonly Notice[] {
  if (on <= due) return [];
  return [
    {
      rule: 'mandate.in-time',
      said: {
        zh: `审定日期${dayInChinese(on)}晚于决议确定的期限${dayInChinese(due)}`,
        en: `Approved on ${on}, after the day that was set (${due})`,
      },
      facts: { due, on },
    },
  ];
}

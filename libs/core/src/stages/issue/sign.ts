import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import { heldBack } from '../../case/advance.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { findingNeeds } from '../finding/gate.ts';
import { figuresNeeds } from '../indicator/gate.ts';
import { weighIssued } from '../manuscript/text-ready.ts';
import type { Deed } from './facts.ts';
import { itsCase, standing } from './issue.ts';
import { gate, unknownCountersigners } from './steps.ts';

export const SignIssue = z
  .strictObject({ text: TextRef })
  .meta({ id: 'SignIssue', description: '签发 · signs the text for issue' });

/** 签发: whoever signs names the text that is signed. @source 党政机关公文处理工作条例 §22 */
export const signIssue: Command<'issue', z.infer<typeof SignIssue>> = {
  verb: 'issue.sign',
  on: 'issue',
  during: ['drafted'],
  needs: (known, id) => {
    const context = known.state('issue', id)?.context;
    if (!context) return itsCase(known, id);
    return [
      ...itsCase(known, id),
      ...figuresNeeds(known, context),
      ...findingNeeds(known, context.case),
      ...(context.text ? [{ text: context.text }] : []),
    ];
  },
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    if (!state?.matches('drafted'))
      return refuse(
        notNow('issue.drafted', '尚无印发稿，或已签发', 'There is nothing to sign', standing(state)),
      );
    const before = gate(given, state.context, ['review', 'countersign']);
    const refusal =
      heldBack(given.state('case', state.context.case)) ??
      notThis(text, state.context.text) ??
      before.refusal;
    if (refusal) return refuse(refusal);
    const ready = weighIssued(given, state.context, { subject: state.context.subject, text });
    if ('refusal' in ready) return ready;
    const notices = [...before.notices, ...unknownCountersigners(state.context), ...ready.notices];
    const data = { ...deed(given, text), notices };
    return { facts: [record(streamName('issue', id), { type: 'IssueSigned', data })], notices };
  },
};

const notThis = (text: TextRef, drafted: TextRef | null): Refusal | null =>
  sameText(text, drafted) ? null : otherText(text, drafted);

/** 签发稿: what is signed and what is issued is one text. */
export const otherText = (text: TextRef, drafted: TextRef | null): Refusal =>
  against('issue.text', '所选文稿不是本次印发稿', 'This is not the text of this issue', {
    text: text.hash,
    drafted: drafted?.hash ?? null,
  });

/** What the asker does to a text today. */
export const deed = ({ actor, now }: Given, text: TextRef): Deed => ({
  text,
  post: actor.post,
  by: actor.person,
  on: dayOf(now),
});

import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { itsCase, standing, type IssueState } from './issue.ts';
import { deed, otherText } from './sign.ts';
import { hasCountersigned, inWords, isDone, type Step } from './steps.ts';

const OnText = { text: TextRef.meta({ description: '所见文稿 · the text that is looked at' }) };

export const ReviewIssue = z
  .strictObject(OnText)
  .meta({ id: 'ReviewIssue', description: '核稿 · reviews the draft before it is signed' });

/** 核稿, by the office before the signature. @source 党政机关公文处理工作条例 §20 */
export const reviewIssue: Command<'issue', z.infer<typeof ReviewIssue>> = {
  verb: 'issue.review',
  on: 'issue',
  during: ['drafted'],
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    const refusal = notBefore(state, ['drafted']) ?? wrongText(state, text) ?? already(state, 'review');
    if (refusal) return refuse(refusal);
    return { facts: [record(streamName('issue', id), { type: 'IssueReviewed', data: deed(given, text) })] };
  },
};

export const CountersignIssue = z
  .strictObject(OnText)
  .meta({ id: 'CountersignIssue', description: '会签 · countersigns the draft' });

/** 会签, by the departments that the procedure names, before the signature. @source 党政机关公文处理工作条例 §19 */
export const countersignIssue: Command<'issue', z.infer<typeof CountersignIssue>> = {
  verb: 'issue.countersign',
  on: 'issue',
  during: ['drafted'],
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    const { department } = given.actor;
    const refusal = notBefore(state, ['drafted']) ?? wrongText(state, text);
    if (refusal || !state) return refuse(refusal ?? notThere(state));
    if (department === null || !state.context.steps.departments.includes(department))
      return refuse(
        against('issue.countersigner', '贵科室不在会签范围', 'Your department is not asked to countersign', {
          department,
        }),
      );
    if (hasCountersigned(state.context, department)) return refuse(stepDone('countersign'));
    const data = { ...deed(given, text), department };
    return { facts: [record(streamName('issue', id), { type: 'IssueCountersigned', data })] };
  },
};

export const CheckIssue = z
  .strictObject(OnText)
  .meta({ id: 'CheckIssue', description: '复核 · confirms that the fair copy is the signed text' });

/**
 * 复核: whoever checks confirms by name that 正本与定稿一致, and is another person than whoever signed.
 *
 * @source 党政机关公文处理工作条例 §25 第一项
 */
export const checkIssue: Command<'issue', z.infer<typeof CheckIssue>> = {
  verb: 'issue.check',
  on: 'issue',
  during: ['signed', 'numbered'],
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    const refusal =
      notBefore(state, ['signed', 'numbered']) ??
      wrongText(state, text) ??
      already(state, 'check') ??
      ownSignature(given, state);
    if (refusal) return refuse(refusal);
    return { facts: [record(streamName('issue', id), { type: 'IssueChecked', data: deed(given, text) })] };
  },
};

export const SealIssue = z
  .strictObject(OnText)
  .meta({ id: 'SealIssue', description: '用印 · seals the numbered text' });

/** 用印, on the signed and numbered text. @source 党政机关公文处理工作条例 §9 印章；§25 印制、核发 */
export const sealIssue: Command<'issue', z.infer<typeof SealIssue>> = {
  verb: 'issue.seal',
  on: 'issue',
  during: ['numbered'],
  needs: itsCase,
  decide(given, id, { text }) {
    const state = given.state('issue', id);
    const refusal = notBefore(state, ['numbered']) ?? wrongText(state, text) ?? already(state, 'seal');
    if (refusal) return refuse(refusal);
    return { facts: [record(streamName('issue', id), { type: 'IssueSealed', data: deed(given, text) })] };
  },
};

const notThere = (state: IssueState | undefined): Refusal =>
  notNow('issue.step-now', '本步骤目前不能办理', 'This step cannot be done now', standing(state));

const notBefore = (state: IssueState | undefined, states: readonly string[]): Refusal | null =>
  state && states.includes(state.value) ? null : notThere(state);

const wrongText = (state: IssueState | undefined, text: TextRef): Refusal | null =>
  sameText(text, state?.context.text) ? null : otherText(text, state?.context.text ?? null);

const already = (state: IssueState | undefined, step: Step): Refusal | null =>
  state && isDone(state.context, step) ? stepDone(step) : null;

/** A step is done once on one text. */
export const stepDone = (step: Step): Refusal => {
  const { zh, en } = inWords([step]);
  return notNow('issue.step-done', `已办理${zh}`, `The ${en} was done already`, { step });
};

function ownSignature({ actor }: Given, state: IssueState | undefined): Refusal | null {
  return actor.person !== null && state?.context.done.sign?.by === actor.person ? sameHand() : null;
}

/** 签发与复核分设. */
export const sameHand = (): Refusal =>
  against(
    'issue.other-checker',
    '复核人不能是签发人本人',
    'Whoever checks is another person than whoever signed',
    {},
    { zh: '请由另一人复核', en: 'another person checks' },
  );

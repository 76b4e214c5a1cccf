import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { isOffice } from '../../capacity.ts';
import { record, refuse, type Command, type Given, type Need, type Recorded } from '../../decider.ts';
import { doneBy, earliest, Elsewhere, elsewhereNeeds } from '../../elsewhere.ts';
import { notServed } from '../../org/aide.ts';
import { precheckNeed, precheckOver } from '../../precheck/over.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, unknownText, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { peopleOf } from '../collect/record.ts';
import { findingNeeds } from '../finding/gate.ts';
import { heldAt, type Held } from '../head-of.ts';
import { readNumber } from './register.ts';
import { breachesOf } from './breaches.ts';
import type { Deed, IssueFact } from './facts.ts';
import { stepDone } from './hand-on.ts';
import { standing, type IssueState } from './issue.ts';
import { entryOf, registerOf, taken } from './number.ts';
import { otherText } from './sign.ts';
import { hasCountersigned, inWords, isDone } from './steps.ts';

const COMMON = {
  elsewhere: Elsewhere,
  post: z.uuid().meta({ description: '办理人（岗位） · the post that did it' }),
  text: TextRef.meta({ description: '所办文稿 · the text on which it was done' }),
};

export const RecordStep = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.enum(['review', 'countersign', 'sign', 'check', 'seal']), ...COMMON }),
    z.strictObject({
      step: z.literal('number'),
      ...COMMON,
      number: z
        .string()
        .trim()
        .min(1)
        .max(40)
        .meta({ description: '发文字号，照原件 · the number as it stands' }),
    }),
    z.strictObject({
      step: z.literal('publish'),
      ...COMMON,
      on: Day.meta({ description: '印发日期，照原件 · day of issue as it stands' }),
    }),
  ])
  .meta({ id: 'RecordIssueStep', description: '补录发文办理（发文稿纸） · records a step done on paper' });

export type RecordedStep = z.infer<typeof RecordStep>;

/**
 * 补录发文办理: one step of 发文稿纸, attributed to whoever held the post then, who is told. It may come in any order;
 * an order that was not kept shows. A step on another text than the draft, or an issue that a gate has not decided,
 * holds the next step until it is put right. A registered secretary records 签发 of the draft by the leader served, and
 * nothing else.
 */
export const recordStep: Command<'issue', RecordedStep> = {
  verb: 'issue.record-step',
  on: 'issue',
  needs(known, id, body) {
    const state = known.state('issue', id);
    const itself: Need = { write: streamName('issue', id) };
    const its: readonly Need[] = state
      ? [itself, { write: streamName('case', state.context.case) }, precheckNeed(state.context)]
      : [itself];
    const parts = body.step === 'number' ? readNumber(body.number) : null;
    const signed = state && body.step === 'sign' ? findingNeeds(known, state.context.case) : [];
    return [
      ...its,
      ...signed,
      { text: body.text },
      ...elsewhereNeeds(body.elsewhere),
      ...registerOf(known, parts),
    ];
  },
  decide(given, id, body) {
    const state = given.state('issue', id);
    const doer = heldAt(given.org, body.post, body.elsewhere);
    const refusal = senseless(given, state, body) ?? notOwn(given, state, body);
    if (refusal || !state || !doer) return refuse(refusal ?? noPost(body.post));
    const breaches = breachesOf(given, state, body, doer);
    const slip = {
      case: state.context.case,
      stage: state.context.stage,
      about: streamName('issue', id),
      verb: 'issue.record-step',
      title: `补录${inWords([body.step]).zh}：${state.context.title}`,
      elsewhere: body.elsewhere,
      people: peopleOf(doer),
      breaches,
    };
    const notices = breaches.map(({ notice }) => notice);
    const fact = factOf(state, body, { doer, notices });
    const facts = [record(streamName('issue', id), fact), ...inRegister(given, id, body)];
    const over = body.step === 'publish' ? precheckOver(given, state.context) : [];
    return asRecorded(given, slip, [...(doer.person === null ? facts : doneBy(doer, facts)), ...over]);
  },
};

/** Of the steps 签发 alone is a leader's; that another text was signed, which holds the issue, the office records. */
function notOwn(given: Given, state: IssueState | undefined, body: RecordedStep): Refusal | null {
  if (isOffice(given.actor)) return null;
  const drafted = state?.context.text ?? null;
  const other = sameText(body.text, drafted) ? null : otherText(body.text, drafted);
  return notServed(given, body.step === 'sign' ? body.post : null) ?? other;
}

const noPost = (post: string): Refusal =>
  notNow('issue.post', '所选岗位不存在', 'There is no such post', { post });

/** What cannot be recorded whatever the rules say. */
function senseless(given: Given, state: IssueState | undefined, body: RecordedStep): Refusal | null {
  if (!state) return notNow('issue.drafted', '尚无印发稿', 'There is no draft yet', standing(state));
  // The draft is read by whoever may record on it.
  if (!sameText(body.text, state.context.text) && !given.has(body.text)) return unknownText(body.text);
  const today = dayOf(given.now);
  if (body.step === 'publish' && body.on > today)
    return notNow('issue.date', '印发日期不能晚于今日', 'It must have been issued already', {
      on: body.on,
      today,
    });
  const doer = heldAt(given.org, body.post, body.elsewhere);
  if (!doer) return noPost(body.post);
  return body.step === 'countersign' ? uncountersignable(state, doer) : again(state, body);
}

function uncountersignable({ context }: IssueState, { department, post }: Held): Refusal | null {
  if (department === null)
    return notNow('issue.countersigner', '会签岗位不属于任何科室', 'The post belongs to no department', {
      post,
    });
  return hasCountersigned(context, department) ? stepDone('countersign') : null;
}

/** Signed and numbered is a text once, whichever text it was; the other steps, and 印发, once on the text of the issue. */
function again(state: IssueState, { step }: RecordedStep): Refusal | null {
  const { context } = state;
  // The text was changed since: the signature is asked for once more.
  const signedAnew = step === 'sign' && state.matches('drafted');
  const once = (step === 'sign' || step === 'number') && !signedAnew;
  return (once ? context.done[step] !== undefined : isDone(context, step)) ? stepDone(step) : null;
}

/** Steps that change nothing but that they are done. */
const PLAIN = { review: 'IssueReviewed', check: 'IssueChecked', seal: 'IssueSealed' } as const;

interface Recording {
  readonly doer: Held;
  readonly notices: readonly Notice[];
}

function factOf({ context }: IssueState, body: RecordedStep, { doer, notices }: Recording): IssueFact {
  const on = dayOf(earliest(body.elsewhere));
  const deed: Deed = { text: body.text, post: body.post, by: doer.person, on };
  switch (body.step) {
    case 'countersign':
      return { type: 'IssueCountersigned', data: { ...deed, department: doer.department ?? '' } };
    case 'sign':
      return { type: 'IssueSigned', data: { ...deed, notices } };
    case 'number':
      return { type: 'IssueNumbered', data: { number: body.number, on, notices } };
    case 'publish': {
      const { number, recipients } = context;
      return { type: 'Issued', data: { text: body.text, number, on: body.on, recipients, notices } };
    }
    default:
      return { type: PLAIN[body.step], data: deed };
  }
}

/** The register takes the number when it is one, and free; a number twice on paper stays in the issue alone. */
function inRegister(given: Given, id: string, body: RecordedStep): readonly Recorded[] {
  const parts = body.step === 'number' ? readNumber(body.number) : null;
  if (body.step !== 'number' || !parts || entryOf(given, parts)) return [];
  return taken(given, id, { number: body.number, parts });
}

import { z } from 'zod';
import { closingNeeds, endStage, heldBreach } from '../../case/advance.ts';
import { record, refuse, type Command, type Given, type Known, type Need } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { unrouted } from './basis.ts';
import { lapsing, lapsingNeeds } from './called-before.ts';
import { outdated, standing } from './conditions.ts';
import type { MeetingContext } from './meeting.ts';
import { fallingNeeds, reconsidered, reconsideredNeeds } from './reconsider.ts';

export const RecordUpper = z
  .strictObject({
    outcome: z
      .enum(['passed', 'not-passed', 'deferred'])
      .meta({ description: '上级的决定：同意、不同意、缓议 · what the organ above decided' }),
    organ: z.string().trim().min(1).max(100).meta({ description: '上级机构 · the organ above' }),
    number: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .nullable()
      .default(null)
      .meta({ description: '答复文号 · the number of its paper' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordUpper', description: '登记上级答复 · records what the organ above decided' });
type RecordUpper = z.infer<typeof RecordUpper>;

/** 登记上级答复: of an item that the body referred upward; the stage ends as the organ above decided. */
export const recordUpper: Command<'meeting', RecordUpper> = {
  verb: 'meeting.record-answer',
  on: 'meeting',
  during: ['referred'],
  needs: (known, id, { elsewhere }) => [
    { write: streamName('meeting', id) },
    ...elsewhereNeeds(elsewhere),
    ...endingNeeds(known, id),
  ],
  decide(given, id, body) {
    const state = given.state('meeting', id);
    if (!state?.matches('referred'))
      return refuse(
        notNow(
          'meeting.referred',
          '该议题没有提请上级决定，或者已有答复',
          'The item was not referred upward, or was answered already',
          standing(state),
        ),
      );
    const { context } = state;
    const refusal = outdated(given, context) ?? unrouted(given, context, body.outcome);
    return refusal ? refuse(refusal) : answered(given, id, context, body);
  },
};

const endingNeeds = (known: Known, id: string): readonly Need[] => {
  const context = known.state('meeting', id)?.context;
  if (!context) return [];
  return [
    ...closingNeeds(known, context.case, context.stage),
    ...lapsingNeeds(known, context, streamName('meeting', id)),
    ...(context.reconsiders ? fallenNeeds(known, id, context) : []),
  ];
};

const fallenNeeds = (known: Known, id: string, context: MeetingContext): readonly Need[] => [
  ...reconsideredNeeds(known, {
    ...context,
    reconsiders: context.reconsiders ? parseStream(context.reconsiders).id : undefined,
  }),
  ...fallingNeeds(known, context, streamName('meeting', id)),
];

function answered(given: Given, id: string, context: MeetingContext, body: RecordUpper) {
  const { case: caseId, stage, rule, item, notices } = context;
  const { outcome, organ, number, elsewhere } = body;
  const words = rule.words[outcome];
  const sum = {
    decides: 'upper',
    zh: `${rule.words.referred}；上级答复：${words}`,
    en: `referred to the organ above; its answer: ${outcome}`,
  };
  const by = streamName('meeting', id);
  const leaving = { outcome, text: item.text, notices, sum };
  const closing = context.reconsiders
    ? reconsidered(given, by, context, leaving)
    : endStage(given, caseId, stage, leaving);
  if ('refusal' in closing) return closing;
  const data = { outcome, words, sum, text: item.text };
  const facts = [
    record(by, { type: 'UpperAnswered', data }, sealedFor(given, { organ, number })),
    ...lapsing(given, context, { because: 'recorded', by }),
    ...closing.facts,
  ];
  const slip = {
    case: caseId,
    stage,
    about: by,
    verb: 'meeting.record-answer',
    title: `补录：${rule.title}议题的上级答复`,
    elsewhere,
    people: [],
    breaches: heldBreach(given.state('case', caseId)),
  };
  return asRecorded(given, slip, facts);
}

const sealedFor = ({ actor }: Given, plain: { readonly organ: string; readonly number: string | null }) =>
  actor.person === null ? [] : [{ subject: actor.person, plain }];

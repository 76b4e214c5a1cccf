import { z } from 'zod';
import type { Capacity } from '../../capacity.ts';
import { inTime } from '../../calendar.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { doneBy, Elsewhere, elsewhereNeeds, latest, type Breach } from '../../elsewhere.ts';
import { lastMoment } from '../../deadlines/grace.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { streamName } from '../../stream.ts';
import {
  Carrier,
  cameOf,
  claimedEarlier,
  HANDED_IN,
  handedInNeeds,
  notHere,
  type HandedIn,
} from '../handed-in.ts';
import { headOf, unheld } from '../head-of.ts';
import type { ContributionContext, ContributionFact } from './contribution.ts';
import { COMING_IN, comingIn, contributionNeeds, graceMark, isLate, notOpen } from './submit.ts';

export const RecordContribution = z
  .strictObject({
    ...HANDED_IN,
    none: z.boolean().default(false).meta({ description: '零报告 · the department said it has nothing' }),
    carrier: Carrier,
    elsewhere: Elsewhere,
  })
  .refine(
    ({ text, original, none }) => none !== (text !== undefined || original !== undefined),
    '零报告不附文稿；其他须有文稿或原件 · a text or an original, or none of both for 零报告',
  )
  .meta({
    id: 'RecordContribution',
    description: '代报：科室以纸质、U盘、微信等报送的 · enters what a department handed in elsewhere',
  });

type Recording = z.infer<typeof RecordContribution>;

/**
 * 代报: what a department brought on paper, on a stick, by WeChat. Late or not by the moment that is claimed, unless
 * something came late before; marked as entered, attributed to the department's head, who is told and may object. A
 * rule that it broke shows.
 */
export const recordContribution: Command<'contribution', Recording> = {
  verb: 'contribution.record',
  on: 'contribution',
  needs(known, id, body) {
    const caseId = known.state('contribution', id)?.context.case;
    return [
      ...contributionNeeds(known, id),
      ...(caseId === undefined ? [] : [{ write: streamName('case', caseId) }]),
      ...handedInNeeds(body),
      ...elsewhereNeeds(body.elsewhere),
    ];
  },
  during: COMING_IN,
  decide(given, id, { none, carrier, elsewhere, ...handedIn }) {
    const state = comingIn(given, id);
    if (!state) return refuse(notOpen(given.state('contribution', id)));
    const refusal = notHere(given, handedIn);
    if (refusal) return refuse(refusal);
    const received = claimed(given, elsewhere);
    const arrival = {
      received,
      late: isLate(state.context, received),
      ...graceMark(state.context, received),
      carrier,
    };
    const fact = factOf(handedIn, none, arrival);
    const stream = streamName('contribution', id);
    const head = headOf(given.org, state.context.department, elsewhere);
    const { case: caseId, stage, label } = state.context;
    const slip = {
      case: caseId,
      stage,
      about: stream,
      verb: 'contribution.record',
      title: `代报：${label}`,
      elsewhere,
      people: peopleOf(head),
      breaches: [
        ...breachesOf(state.context, received),
        ...claimedEarlier('contribution', state.context, received),
        ...unheld(head),
      ],
    };
    const facts = [record(stream, fact)];
    return asRecorded(given, slip, head ? doneBy(head, facts) : facts);
  },
};

/** Of a claimed day, its end; never later than now. */
export const claimed = ({ now }: Given, elsewhere: Elsewhere): string => {
  const last = latest(elsewhere);
  return last < now ? last : now;
};

/** Whoever is said to have done it, to be told. */
export const peopleOf = (head: Capacity | null): { readonly post: string; readonly person: string }[] =>
  head?.post && head.person ? [{ post: head.post, person: head.person }] : [];

type CameIn = Extract<ContributionFact, { type: 'ContributionSubmitted' }>['data'];

const factOf = (
  handedIn: HandedIn,
  none: boolean,
  arrival: Pick<CameIn, 'received' | 'late' | 'inGrace' | 'carrier'>,
): ContributionFact =>
  none
    ? { type: 'ContributionNoneReported', data: arrival }
    : { type: 'ContributionSubmitted', data: { ...cameOf(handedIn), ...arrival } };

function breachesOf(context: ContributionContext, received: string): readonly Breach[] {
  const { due, afterDue } = context;
  if (inTime(received, lastMoment(context)) || afterDue === 'receive') return [];
  const said = {
    zh: '已逾报送期限，按编制程序不再受理',
    en: 'The date had passed and the procedure receives nothing after it',
  };
  return [{ effect: 'warn', notice: { rule: 'contribution.due', said, facts: { due, received } } }];
}

import { closingNeeds, endStage, heldBreach, isOpen } from '../../case/advance.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, unknownText, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import { outcome as counted } from '../../votes.ts';
import {
  conditionNeeds,
  drafted,
  imposing,
  strangeOwner,
  unpaired,
  type Imposed,
} from '../condition/imposing.ts';
import { fixProposed, opinionNeeds } from '../opinion.ts';
import { basisOf, notConvening, unrouted, type Basis } from './basis.ts';
import { breachesOf } from './breaches.ts';
import { lapsing, lapsingNeeds } from './called-before.ts';
import { withConditions } from './declare.ts';
import { fixes, toSettle } from './dispositions.ts';
import type { RecordedMeeting, Sum } from './facts.ts';
import { heldAs, type Held, type RecordMeeting } from './held.ts';
import { statedSum, votedSum } from './resolution.ts';
import { sealedWords } from './said.ts';

/**
 * 补录会议: a whole meeting that was held in a room, in one entry, with its resolution and the end of its stage. What is
 * recorded stands; the rules that it broke show, and the grave ones hold the next step.
 */
export const recordMeeting: Command<'meeting', RecordMeeting> = {
  verb: 'meeting.record',
  on: 'meeting',
  during: ['absent'],
  needs: recordingNeeds,
  decide(given, id, body) {
    if (given.state('meeting', id))
      return refuse(notNow('meeting.new', '该会议已经召集', 'This meeting has been called already'));
    const basis = basisOf(given, body.case, body.stage);
    if ('refusal' in basis) return basis;
    const refusal = notConvening(given, basis) ?? notSo(given, basis, body);
    if (refusal) return refuse(refusal);
    const held = heldAs(basis, body, given.now);
    if ('refusal' in held) return held;
    const breaches = [
      ...breachesOf(given, { basis, body, held }),
      ...heldBreach(given.state('case', body.case)),
    ];
    return entered(given, id, { basis, body, held, breaches });
  },
};

function recordingNeeds(known: Known, id: string, body: RecordMeeting): readonly Need[] {
  const { case: caseId, stage, text, minutes, elsewhere } = body;
  const first: readonly Need[] = [
    { write: streamName('meeting', id) },
    { write: streamName('case', caseId) },
    ...elsewhereNeeds(elsewhere),
    ...[text, minutes].flatMap((one) => (one ? [{ text: one }] : [])),
  ];
  if (!isOpen(known.state('case', caseId), stage)) return first;
  return [
    ...first,
    ...lapsingNeeds(known, body, streamName('meeting', id)),
    ...conditionNeeds(known, caseId),
    ...closingNeeds(known, caseId, stage),
    ...(fixes(known, body) ? opinionNeeds(known, caseId, 'write') : []),
  ];
}

/** What makes no sense, whatever was held. */
function notSo(given: Given, basis: Basis, body: RecordMeeting): Refusal | null {
  const { conditions = [], outcome, text, minutes } = body;
  // The current text is no secret to whoever meets on it: nobody has to bring it to name it.
  const shown = sameText(text, basis.text) ? null : text;
  const lacking = [shown, minutes].find((one) => one && !given.has(one));
  return (
    unrouted(given, body, outcome) ??
    (conditions.length > 0 ? unpaired(outcome, conditions) : null) ??
    strangeOwner(given, conditions) ??
    (lacking ? unknownText(lacking) : null)
  );
}

interface Entering {
  readonly basis: Basis;
  readonly body: RecordMeeting;
  readonly held: Held;
  readonly breaches: readonly Breach[];
}

function entered(given: Given, id: string, entering: Entering): Decision {
  const { basis, body, held, breaches } = entering;
  const { case: caseId, stage, outcome } = body;
  const stream = streamName('meeting', id);
  const asked = drafted(given, conditionsOf(id, entering), body.conditions ?? []);
  const meeting = meetingOf(given, entering, asked.imposed);
  const leaving = { outcome, text: basis.text, notices: meeting.notices, sum: meeting.sum };
  const closing = endStage(given, caseId, stage, leaving);
  if ('refusal' in closing) return closing;
  const scheduled = { type: 'ItemScheduled', data: { stage, round: basis.round, meeting: stream } };
  const facts: readonly Recorded[] = [
    record(stream, { type: 'MeetingRecorded', data: meeting }, sealedWords(given, basis.roll, body, held)),
    ...lapsing(given, body, { because: 'recorded', by: stream }),
    ...asked.facts,
    record(streamName('case', caseId), scheduled),
    ...fixProposed(meeting.dispositions, stream),
    ...imposing(body, asked.imposed),
    ...closing.facts,
  ];
  const slip = {
    case: caseId,
    stage,
    verb: 'meeting.record',
    about: stream,
    elsewhere: body.elsewhere,
    breaches,
    title: `补录：${basis.rule.title}会议`,
    people: peopleOf(given, held),
  };
  const recorded = asRecorded(given, slip, facts);
  return 'refusal' in recorded ? recorded : { ...recorded, made: stream };
}

const conditionsOf = (id: string, { basis, body }: Entering) => ({
  case: body.case,
  stage: body.stage,
  meeting: streamName('meeting', id),
  bodyKey: basis.body.key,
  subject: basis.params.subject,
  presider: body.chair,
});

function meetingOf(
  given: Given,
  { basis, body, held, breaches }: Entering,
  conditions: readonly Imposed[],
): RecordedMeeting {
  const { case: caseId, stage, at, place, chair, outcome, minutes } = body;
  const { rule, roll, params, text, title, round } = basis;
  const { listed, people, votes, tally } = held.stated;
  return {
    case: caseId,
    stage,
    round,
    body: basis.body.id,
    bodyKey: basis.body.key,
    at,
    place,
    rule,
    roll,
    item: { subject: params.subject, text, title },
    shown: body.text ?? null,
    present: listed ?? [],
    attended: { all: people.all, present: people.present },
    chair,
    tally,
    outcome,
    minutes,
    votes: votes.map(({ post, vote }) => ({ post, vote })),
    words: rule.words[outcome],
    sum: withConditions(sumOf(basis, body, held), conditions.length),
    conditions,
    dispositions: outcome === 'passed' ? toSettle(given, body) : [],
    notices: breaches.map(({ notice }) => notice),
  };
}

/** The sum that is done of a live meeting: the count where a vote decides, the outcome as recorded otherwise. */
function sumOf({ rule }: Basis, { outcome }: RecordMeeting, { people, tally }: Held): Sum {
  const answer = tally && rule.decides === 'vote' ? counted(rule, tally) : null;
  if (tally && answer && !('refusal' in answer)) return votedSum(rule, tally, answer);
  return statedSum(rule, people, { outcome, tally, by: { zh: '会议结果', en: 'as recorded' } });
}

/** Whoever is recorded by name is told; those who were only counted are not known. */
const peopleOf = (given: Given, { stated: { listed, votes }, written }: Held) =>
  [...new Set([...(listed ?? []), ...[...votes, ...written].map(({ post }) => post)])].flatMap((post) => {
    const holder = given.org.context.posts.find(({ id }) => id === post)?.holder;
    return holder ? [{ post, person: holder.person }] : [];
  });

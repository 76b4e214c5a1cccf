import { endStage, heldBreach, procedureOf } from '../../case/advance.ts';
import { record, refuse, type Command, type Decision, type Given, type Recorded } from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import { weighBreach } from '../../procedure/effects.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, unknownText, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import { outcome as counted } from '../../votes.ts';
import { imposing } from '../condition/imposing.ts';
import { givenDuties, strangeDuties } from '../duty/giving.ts';
import { imposedMandate, type Giving } from '../mandate/giving.ts';
import { unsettled } from '../opinion/opinion-final.ts';
import { settle } from '../opinion/opinion-settle.ts';
import { textShown } from '../manuscript/text-ready.ts';
import { askedFor, asks, closesAs, misasked, unpaired, type Asked } from './asked.ts';
import { basisOf, notConvening, unrouted, type Basis } from './basis.ts';
import { breachesOf } from './breaches.ts';
import { lapsing, readingEnded } from './called-before.ts';
import { withConditions } from './declare.ts';
import { strangeExceptions, toSettle } from './dispositions.ts';
import type { RecordedMeeting, Sum } from './facts.ts';
import { heldAs, recusalsOf, type Held, type RecordMeeting } from './held.ts';
import { notReconsidering, reconsidered } from './reconsider.ts';
import { recordingNeeds } from './recording-needs.ts';
import { statedSum, votedSum } from './resolution.ts';
import { sealedWords } from './said.ts';
import { strayTabling, tabledBy } from './tabled.ts';

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
    const basis = basisOf(given, body.case, body.stage, body.reconsiders !== undefined);
    if ('refusal' in basis) return basis;
    const refusal = notConvening(given, basis) ?? notSo(given, basis, body);
    if (refusal) return refuse(refusal);
    const held = heldAs(basis, body, given.now);
    if ('refusal' in held) return held;
    const breaches = [
      ...breachesOf(given, { basis, body, held }),
      ...unsettledBefore(given, body, basis),
      ...textShown(given, body, { subject: basis.params.subject, text: basis.text }),
      ...heldBreach(given.state('case', body.case)),
    ];
    return entered(given, id, { basis, body, held, breaches });
  },
};

/** 采纳情况未全部确定, when a body decided on the text elsewhere. */
const unsettledBefore = (given: Given, body: RecordMeeting, { params }: Basis): readonly Breach[] =>
  params.subject !== 'manuscript' || params.fixesOpinions
    ? []
    : weighBreach(procedureOf(given, body.case).stage(body.stage).stage, unsettled(given, body.case));

/** What makes no sense, whatever was held. */
const notSo = (given: Given, basis: Basis, body: RecordMeeting): Refusal | null =>
  notReconsidering(given, body) ??
  unendable(given, body) ??
  misasked(given, { subject: basis.params.subject, text: basis.text }, body) ??
  strangeDuties(given, body.duties) ??
  strayTabling(given, body) ??
  strangeExceptions(given, body, body.except) ??
  unknownOf(given, basis, body);

/** An outcome after which nothing follows, or that does not go with what is asked for. */
const unendable = (given: Given, body: RecordMeeting): Refusal | null =>
  unrouted(given, body, body.outcome === 'in-principle' && body.mandate ? 'mandated' : body.outcome) ??
  (asks(body) ? unpaired(body.outcome, body) : null);

function unknownOf(given: Given, basis: Basis, { text, minutes }: RecordMeeting): Refusal | null {
  // The current text is no secret to whoever meets on it: nobody has to bring it to name it.
  const shown = sameText(text, basis.text) ? null : text;
  const lacking = [shown, minutes].find((one) => one && !given.has(one));
  return lacking ? unknownText(lacking) : null;
}

const reconsideringBy = ({ case: caseId, stage, reconsiders = '' }: RecordMeeting) => ({
  case: caseId,
  stage,
  reconsiders: streamName('meeting', reconsiders),
});

interface Entering {
  readonly basis: Basis;
  readonly body: RecordMeeting;
  readonly held: Held;
  readonly breaches: readonly Breach[];
}

function entered(given: Given, id: string, entering: Entering): Decision {
  const { basis, body, held } = entering;
  const { case: caseId, stage, outcome } = body;
  const stream = streamName('meeting', id);
  const asked = askedFor(given, givingOf(id, entering), body);
  const meeting = meetingOf(given, entering, asked);
  const leaving = {
    outcome: closesAs(outcome, asked.mandate),
    text: basis.text,
    notices: meeting.notices,
    sum: meeting.sum,
    first: imposedMandate(body, asked.mandate, body.mandate?.due),
  };
  const closing = body.reconsiders
    ? reconsidered(given, stream, reconsideringBy(body), leaving)
    : endStage(given, caseId, stage, leaving);
  if ('refusal' in closing) return closing;
  const scheduled = { type: 'ItemScheduled', data: { stage, round: basis.round, meeting: stream } };
  const facts: readonly Recorded[] = [
    record(stream, { type: 'MeetingRecorded', data: meeting }, sealedWords(given, basis.roll, body, held)),
    ...lapsing(given, body, { because: 'recorded', by: stream }),
    ...asked.facts,
    record(streamName('case', caseId), scheduled),
    ...tabledBy(body.tabling, stream),
    ...readingEnded(meeting.tabling ?? null, stream),
    ...settle(given, givingOf(id, entering), meeting.dispositions),
    ...imposing(given, body, asked.imposed),
    ...givenDuties(given, givingOf(id, entering), body.duties),
    ...closing.facts,
  ];
  const recorded = asRecorded(given, slipOf(given, stream, entering), facts);
  return 'refusal' in recorded ? recorded : { ...recorded, made: stream };
}

const slipOf = (given: Given, about: StreamName<'meeting'>, { basis, body, held, breaches }: Entering) => ({
  case: body.case,
  stage: body.stage,
  verb: 'meeting.record',
  about,
  elsewhere: body.elsewhere,
  breaches,
  title: `补录：${basis.rule.title}会议`,
  people: peopleOf(given, held),
});

const givingOf = (id: string, { basis, body }: Entering): Giving => ({
  case: body.case,
  stage: body.stage,
  meeting: streamName('meeting', id),
  bodyKey: basis.body.key,
  subject: basis.params.subject,
  presider: body.chair,
  text: basis.text,
});

function meetingOf(
  given: Given,
  { basis, body, held, breaches }: Entering,
  { imposed: conditions, mandate }: Asked,
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
    ...(body.recused?.length ? { recusals: recusalsOf(basis, body) } : {}),
    attended: { all: people.all, present: people.present },
    chair,
    tally,
    outcome,
    minutes,
    votes: votes.map(({ post, vote }) => ({ post, vote })),
    words: rule.words[outcome],
    sum: withConditions(sumOf(basis, body, held), conditions.length),
    conditions,
    ...(mandate ? { mandate } : {}),
    ...namedIn(body),
    ...settledIn(given, body),
    notices: breaches.map(({ notice }) => notice),
  };
}

/** 采纳情况 that the meeting settled, and what it left out. */
const settledIn = (given: Given, body: RecordMeeting) => ({
  dispositions: body.outcome === 'passed' ? toSettle(given, body, body.except) : [],
  ...(body.except?.length ? { excepted: body.except } : {}),
});

/** What the record names beside the meeting itself. */
const namedIn = ({ reconsiders, tabling }: RecordMeeting) => ({
  ...(reconsiders ? { reconsiders: streamName('meeting', reconsiders) } : {}),
  ...(tabling ? { tabling: streamName('tabling', tabling) } : {}),
});

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

import { sameText } from '../../text-ref.ts';
import type { MeetingContext } from './context.ts';
import type { FiledMinutes, MeetingFact } from './facts.ts';
import { withChanges, withSeat } from './seating.ts';

/** What is said of one vote, and said anew when the item is put again. */
const OF_A_VOTE = [
  'meeting.can-pass',
  'meeting.chair-last',
  'meeting.heard',
  'meeting.present',
  'meeting.conditions',
  'meeting.sponsor',
  'meeting.read',
  'meeting.remote',
  'meeting.recusal',
];

type DataOf<T extends MeetingFact['type']> = Extract<MeetingFact, { type: T }>['data'];

export function afterRecording({ tally, ...recorded }: DataOf<'MeetingRecorded'>): Partial<MeetingContext> {
  const { case: caseId, stage, round, body, bodyKey, at, place, rule, roll, item } = recorded;
  const { present, attended, votes, outcome, conditions, dispositions, notices, minutes } = recorded;
  const { recusals = [], excepted = [] } = recorded;
  const { mandate = null, reconsiders = null, tabling = null, sum } = recorded;
  return {
    case: caseId,
    stage,
    round,
    body,
    bodyKey,
    at,
    place,
    rule,
    roll,
    item,
    present,
    recusals,
    here: present,
    attended,
    votes,
    outcome,
    conditions,
    mandate,
    reconsiders,
    sum,
    tabling,
    dispositions,
    excepted,
    notices,
    hands: tally && { yes: tally.yes, no: tally.no, abstain: tally.abstain },
    minutes,
  };
}

/** Posts that are there once somebody has come or left, those of them that are there by video, and the roll they are on. */
export function hereAfter(
  { here, remote, roll }: MeetingContext,
  event: MeetingFact,
): Partial<MeetingContext> {
  if (event.type !== 'MemberPresent' && event.type !== 'MemberLeft') return {};
  const { post } = event.data;
  const others = remote.filter((other) => other !== post);
  if (event.type === 'MemberLeft') return { here: here.filter((other) => other !== post), remote: others };
  const { by, seat } = event.data;
  return {
    here: [...here.filter((other) => other !== post), post],
    remote: by === 'video' ? [...others, post] : others,
    roll: withSeat(roll, seat),
  };
}

export const papersAfter = (
  { papers, notices }: MeetingContext,
  { paper, replaces, notices: more }: DataOf<'PaperAdded'>,
): Partial<MeetingContext> => ({
  papers: [...papers.filter((other) => !sameText(other, replaces)), paper],
  notices: [...notices, ...more],
});

export const afterDeclaring = ({
  outcome,
  minutes,
  conditions,
  mandate,
  sum,
}: DataOf<'ItemDeclared'>): Partial<MeetingContext> => ({
  outcome,
  minutes,
  conditions,
  mandate: mandate ?? null,
  sum,
});

export const filedOf = ({ text, book, keeper, signer }: DataOf<'MinutesFiled'>): FiledMinutes => ({
  text,
  book,
  keeper,
  signer,
});

/** Put again, the item is voted on from the beginning, by who is there now. */
export const afterPutting = (context: MeetingContext, put: DataOf<'ItemPut'>): Partial<MeetingContext> => ({
  ballot: put.ballot,
  dispositions: put.dispositions,
  excepted: put.excepted ?? [],
  conditions: put.conditions,
  mandate: put.mandate ?? null,
  roll: withChanges(context.roll, put.changes),
  present: put.there?.posts ?? context.here,
  remote: put.there?.remote ?? context.remote,
  votes: [],
  written: [],
  hands: null,
  decision: null,
  decisionRecorded: false,
  corrections: [],
  notices: [...context.notices.filter(({ rule }) => !OF_A_VOTE.includes(rule)), ...put.notices],
});

/** One vote as it is kept: with the mark of whoever was recorded. */
export const voteOf = ({ post, vote, recorded }: DataOf<'VoteCast'>): MeetingContext['votes'][number] => ({
  post,
  vote,
  ...(recorded ? { recorded } : {}),
});

/** Another vote in the place of the one that was recorded. */
export const afterCorrecting = (
  { votes, notices, corrections, sum: before }: MeetingContext,
  { post, vote, was, notices: shown, sum }: DataOf<'VoteCorrected'>,
): Partial<MeetingContext> => ({
  votes: votes.map((one) => (one.post === post ? { ...one, vote } : one)),
  corrections: [...corrections, { of: 'vote', post, was }],
  notices: [...notices, ...shown],
  sum: sum ?? before,
});

/** The count of hands, and what was counted before it. */
export const afterCounting = (
  { hands, corrections, sum: before }: MeetingContext,
  { yes, no, abstain, sum }: DataOf<'HandsCounted'>,
): Partial<MeetingContext> => ({
  hands: { yes, no, abstain },
  corrections: hands === null ? corrections : [...corrections, { of: 'hands', was: hands }],
  sum: sum ?? before,
});

/** The decision of whoever presides, and what was entered of it before. */
export const afterDeciding = (
  { decision, corrections, notices }: MeetingContext,
  { outcome, conditions, mandate, recorded, notices: shown }: DataOf<'ItemDecided'>,
): Partial<MeetingContext> => ({
  decision: outcome,
  decisionRecorded: recorded === true,
  corrections: decision === null ? corrections : [...corrections, { of: 'decision', was: decision }],
  conditions,
  mandate: mandate ?? null,
  notices: [...notices, ...shown],
});

/** Who was there at the vote, as it is put right: whoever was not has no vote. */
export const afterSettingRight = (
  { here, present, votes, corrections, notices }: MeetingContext,
  { post, present: isHere, notices: shown, sum }: Omit<DataOf<'AttendanceCorrected'>, 'vote'>,
): Partial<MeetingContext> => ({
  here: [...here.filter((other) => other !== post), ...(isHere ? [post] : [])],
  present: isHere ? [...present, post] : present.filter((other) => other !== post),
  votes: isHere ? votes : votes.filter((one) => one.post !== post),
  corrections: [...corrections, { of: 'attendance', post, was: isHere ? 'absent' : 'present' }],
  notices: [...notices, ...shown],
  sum,
});

/** What the decision asks for as it is put right, and what was entered of each condition before. */
export const afterCorrectingDecision = (
  { conditions: before, corrections }: MeetingContext,
  { conditions, corrected }: DataOf<'DecisionCorrected'>,
): Partial<MeetingContext> => ({
  conditions,
  corrections: [
    ...corrections,
    ...before.flatMap(({ no, owner, due }) =>
      corrected.includes(no) ? [{ of: 'condition', no, was: { owner, due } } as const] : [],
    ),
  ],
});

export const afterRetitling = (
  { corrections }: MeetingContext,
  { no }: DataOf<'ItemRetitled'>,
): Partial<MeetingContext> => ({ corrections: [...corrections, { of: 'title', no, was: null }] });

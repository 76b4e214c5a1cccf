import type { ObligationRow, Rows } from '../../rows.ts';
import { presider, votingSeats } from './roll.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { isRecused } from './seating.ts';

/** Who owes what until the meeting is declared. Members owe by their post, the others by their seat in the body. */
export function meetingRows(id: string, { value, context }: MeetingState): Rows {
  const { rule, stage, at } = context;
  const owed = { case: context.case, due: at };
  return {
    item: {
      kind: 'meeting',
      id,
      case: context.case,
      stage,
      status: value,
      label: `${rule.title}：${context.item.title}`,
      department: null,
      due: at,
      no: null,
    },
    obligations: owes(value, context).map((row) => ({ ...owed, ...row })),
  };
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb'>;

function owes(value: MeetingState['value'], context: MeetingContext): readonly Owed[] {
  const secretary = `secretary@${context.bodyKey}`;
  switch (value) {
    case 'called':
      return calledOwes(context, secretary);
    case 'open':
      return [{ name: 'put', holder: inTheChair(context), verb: 'meeting.put' }];
    case 'put':
      return putOwes(context, secretary);
    case 'referred':
      return [{ name: 'answer', holder: 'office', verb: 'meeting.record-answer' }];
    case 'decided':
      return [{ name: 'declare', holder: secretary, verb: 'meeting.declare' }];
    default:
      return [];
  }
}

/** An item of a sitting is opened by the sitting; one that was carried over waits for the next. */
function calledOwes(context: MeetingContext, secretary: string): readonly Owed[] {
  if (context.sitting !== null) return [];
  if (context.carried) return [{ name: 'carry-over', holder: secretary, verb: 'meeting.carry-over' }];
  return [...unsigned(context), { name: 'open', holder: secretary, verb: 'meeting.open' }];
}

const inTheChair = ({ roll, present, bodyKey }: MeetingContext): string => {
  const seat = presider(roll, present);
  return seat ? `post:${seat.post}` : `secretary@${bodyKey}`;
};

const unsigned = ({ roll, present, recusals }: MeetingContext): readonly Owed[] =>
  votingSeats(roll)
    .filter(({ post, person }) => !present.includes(post) && !isRecused({ recusals }, person))
    .map(({ post }) => ({ name: `sign-in:${post}`, holder: `post:${post}`, verb: 'meeting.sign-in' }));

function putOwes(context: MeetingContext, secretary: string): readonly Owed[] {
  const votes = unvoted(context);
  const uncounted = context.rule.ballot === 'hand' && context.hands === null;
  return [
    ...votes.map((post) => ({ name: `vote:${post}`, holder: `post:${post}`, verb: 'meeting.vote' })),
    ...(uncounted ? [{ name: 'count', holder: secretary, verb: 'meeting.count' }] : []),
    ...(votes.length === 0 && !uncounted ? [conclusion(context, secretary)] : []),
  ];
}

const conclusion = (context: MeetingContext, secretary: string): Owed =>
  context.rule.decides === 'chair'
    ? { name: 'decide', holder: inTheChair(context), verb: 'meeting.decide' }
    : { name: 'declare', holder: secretary, verb: 'meeting.declare' };

/** Those whose named vote is awaited; whoever decides alone at the end owes none. */
export function unvoted({ rule, roll, present, votes }: MeetingContext): readonly string[] {
  if (rule.ballot !== 'named') return [];
  const decider = rule.decides === 'chair' ? presider(roll, present)?.post : undefined;
  return present.filter((post) => post !== decider && !votes.some((vote) => vote.post === post));
}

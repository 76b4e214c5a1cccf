import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { against, type Refusal } from '../../refusal.ts';
import { TextRef } from '../../text-ref.ts';
import { outcome, type Attendance, type VoteFacts } from '../../votes.ts';
import { Conditions } from '../condition/imposing.ts';
import { Duties } from '../duty/giving.ts';
import { Reason } from '../handed-in.ts';
import { MandateBody } from '../mandate/giving.ts';
import { Exceptions } from './dispositions.ts';
import type { Basis } from './basis.ts';
import { byRoll, countsOf, type ByRoll, type Stated } from './by-roll.ts';
import { MEETING_OUTCOMES, type Recusal } from './facts.ts';
import { votingSeats } from './roll.ts';

const Count = z.int().min(0).max(100_000);
const MOST = 400;

export const RecordMeeting = z
  .strictObject({
    case: z.uuid().meta({ description: '规划编制工作 · the case' }),
    stage: z.string().min(1).max(40).meta({ description: '审议环节标识 · id of the stage' }),
    at: z.iso.datetime({ precision: 3 }).meta({ description: '会议时间（UTC） · when it was held' }),
    place: z.string().trim().min(1).max(100).meta({ description: '会议地点 · where it was held' }),
    called: Day.optional().meta({ description: '会议通知日期 · the day on which it was called' }),
    all: Count.optional().meta({
      description:
        '应到；缺省按现有名册，计算以名册为准 · all with a vote; the sum is done by today’s roll all the same',
    }),
    present: z.array(z.uuid()).max(MOST).optional().meta({ description: '到会成员的岗位 · posts present' }),
    recused: z
      .array(z.uuid())
      .max(MOST)
      .optional()
      .meta({ description: '回避成员的岗位 · posts of members who left for the item' }),
    presentCount: Count.optional().meta({
      description: '实到人数，未记名单时 · how many, where no list was kept',
    }),
    chair: z.uuid().nullable().meta({ description: '主持人的岗位 · the post that presided' }),
    tally: z
      .strictObject({
        yes: Count.meta({ description: '赞成 · for' }),
        no: Count.meta({ description: '反对 · against' }),
        abstain: Count.meta({ description: '弃权 · abstaining' }),
        invalid: Count.default(0).meta({ description: '无效 · invalid' }),
        issued: Count.optional().meta({ description: '发出 · ballots handed out' }),
        returned: Count.optional().meta({ description: '收回 · ballots that came back' }),
      })
      .optional()
      .meta({ description: '表决票数 · the count' }),
    votes: z
      .array(
        z.strictObject({
          post: z.uuid(),
          vote: z.enum(['yes', 'no', 'abstain']),
          statement: z.string().trim().min(1).max(4000).optional(),
        }),
      )
      .max(MOST)
      .optional()
      .meta({ description: '各人表态，按先后顺序 · named votes, in their order' }),
    outcome: z.enum(MEETING_OUTCOMES).meta({ description: '审议结果 · the outcome' }),
    conditions: Conditions.optional(),
    mandate: MandateBody.optional(),
    duties: Duties.optional(),
    except: Exceptions.optional(),
    together: z
      .int()
      .min(2)
      .max(60)
      .optional()
      .meta({ description: '与其他议题合并表决的，共几项 · how many items one vote was taken on' }),
    tabling: z
      .uuid()
      .optional()
      .meta({ description: '议题申报 · the sheet by which the item was asked for' }),
    reconsiders: z
      .uuid()
      .optional()
      .meta({ description: '复议：原作出决议的会议 · the meeting whose decision was decided on again' }),
    upon: z.uuid().optional().meta({
      description: '再次提交审议所依据的决议（会议） · the meeting on whose resolution it comes again',
    }),
    reason: Reason('理由', 'the reason', 4000).optional(),
    text: TextRef.optional().meta({
      description: '会上所议文稿；未填的以现行文稿为准 · the text that was shown; by default the current one',
    }),
    minutes: TextRef.nullable().meta({ description: '会议纪要 · the minutes' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordMeeting', description: '补录会议 · records a meeting that was held in a room' });
export type RecordMeeting = z.infer<typeof RecordMeeting>;

type Votes = NonNullable<RecordMeeting['votes']>;

/** What the record says of people and votes, and how it counts by the roll: that alone decides. */
export interface Held extends ByRoll {
  readonly stated: Omit<Stated, 'votes'> & { readonly votes: Votes };
  /** 书面意见 of those who were not there: kept on file, never counted. */
  readonly written: Votes;
}

type Refused = { readonly refusal: Refusal };

/** Reads the numbers of a record; refused only for what cannot be: a sum that is none, a person twice, a day to come. */
export function heldAs(basis: Basis, body: RecordMeeting, now: string): Held | Refused {
  const refusal = notYet(body, now) ?? misentered(body) ?? nobodyCounted(body) ?? namedInSecret(basis, body);
  if (refusal) return { refusal };
  const { listed, people } = attendance(basis, body);
  const { votes, written } = parted(body);
  const stated = {
    listed,
    recused: recusedOf(body),
    people,
    votes,
    tally: tallyOf(people, votes, body.tally),
  };
  const impossible = wrongSum(votes, body.tally) ?? noNumbers(basis, stated);
  return impossible ? { refusal: impossible } : { ...byRoll(basis.roll, stated), stated, written };
}

/** Votes of those who were there, and 书面意见 of those who were not. */
function parted({ present, votes = [] }: RecordMeeting): { readonly votes: Votes; readonly written: Votes } {
  const there = ({ post }: Votes[number]): boolean => present === undefined || present.includes(post);
  return { votes: votes.filter(there), written: votes.filter((vote) => !there(vote)) };
}

/** Who was there, or how many; 应到 is what the record says, or today’s roll where it has no fewer. */
function attendance({ roll }: Basis, body: RecordMeeting): Pick<Stated, 'listed' | 'people'> {
  const listed = body.present ?? (body.presentCount === undefined ? posts(body.votes) : null);
  const present = listed?.length ?? body.presentCount ?? 0;
  const recused = recusedOf(body).length;
  const all = body.all ?? Math.max(votingSeats(roll).length, present + recused);
  return { listed, people: { all, recused, present } };
}

const posts = (votes: RecordMeeting['votes'] = []): readonly string[] => votes.map(({ post }) => post);

const recusedOf = ({ recused = [] }: RecordMeeting): readonly string[] => recused;

/** 回避, of those who have a voice on the roll. */
export const recusalsOf = (
  { roll }: Pick<Basis, 'roll'>,
  { recused = [] }: Pick<RecordMeeting, 'recused'>,
): readonly Recusal[] =>
  votingSeats(roll).flatMap(({ post, person }) =>
    recused.includes(post) ? [{ post, person, kind: 'recorded' as const }] : [],
  );

const misentered = (body: RecordMeeting): Refusal | null => twice(body) ?? leftAndStayed(body);

/** Whoever left for the item was neither there nor voted on it. */
function leftAndStayed({ recused = [], present = [], votes }: RecordMeeting): Refusal | null {
  const stayed = recused.filter((post) => present.includes(post) || posts(votes).includes(post));
  return stayed.length === 0
    ? null
    : against(
        'meeting.recused',
        '同一岗位既登记回避，又登记到会或者表决',
        'A post is entered as recused and as present or voting',
        { posts: stayed },
      );
}

const notYet = ({ at }: RecordMeeting, now: string): Refusal | null =>
  dayOf(at) > dayOf(now)
    ? against('record.happened', '会议时间不能晚于今日', 'The meeting must have been held already', {
        happened: at,
        today: dayOf(now),
      })
    : null;

function twice({ present = [], recused = [], votes }: RecordMeeting): Refusal | null {
  const lists = [present, recused, posts(votes)];
  if (lists.every((list) => new Set(list).size === list.length)) return null;
  return against('meeting.twice', '同一岗位登记了两次', 'A post is entered twice');
}

function nobodyCounted({ present, presentCount, votes }: RecordMeeting): Refusal | null {
  const known = present ?? votes;
  if (!known && presentCount === undefined)
    return against('meeting.attendance', '请登记到会名单或者实到人数', 'Say who was present, or how many');
  if (!present || presentCount === undefined || presentCount === present.length) return null;
  return against('meeting.attendance', '到会名单与实到人数不一致', 'The list and the number differ', {
    list: present.length,
    presentCount,
  });
}

/** 无记名投票: who voted how is nobody's to write down. */
const namedInSecret = ({ rule }: Basis, { votes = [] }: RecordMeeting): Refusal | null =>
  rule.ballot === 'secret' && votes.length > 0
    ? against(
        'meeting.ballot',
        '本机构无记名投票，只登记票数，不登记各人表态',
        'This body votes in secret: only the count is recorded',
        { ballot: rule.ballot },
      )
    : null;

function tallyOf(people: Attendance, votes: Votes, tally: RecordMeeting['tally']): VoteFacts | null {
  if (tally) {
    const { issued, returned, ...counts } = tally;
    return {
      ...people,
      ...counts,
      ...(issued === undefined ? {} : { issued }),
      ...(returned === undefined ? {} : { returned }),
    };
  }
  return votes.length === 0 ? null : { ...people, ...counted(votes), invalid: 0 };
}

const counted = (votes: Votes) => countsOf(votes.map(({ vote }) => vote));

function wrongSum(votes: Votes, tally: RecordMeeting['tally']): Refusal | null {
  if (!tally || votes.length === 0) return null;
  const named = counted(votes);
  if (named.yes === tally.yes && named.no === tally.no && named.abstain === tally.abstain) return null;
  return against('meeting.votes-sum', '票数与各人表态不一致', 'The count differs from the named votes', {
    yes: named.yes,
    no: named.no,
    abstain: named.abstain,
  });
}

/** Numbers that cannot be, by the name that the arithmetic has for them. */
function noNumbers({ rule }: Basis, { people, tally }: Stated): Refusal | null {
  const answer = outcome(rule, tally ?? { ...people, yes: 0, no: 0, abstain: 0, invalid: 0 });
  return 'refusal' in answer ? answer.refusal : null;
}

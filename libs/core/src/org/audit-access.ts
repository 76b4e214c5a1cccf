import { z } from 'zod';
import { Day, dayOf, endOfDay, startOfDay } from '../calendar.ts';
import { record, refuse, type Command, type Given, type Recorded } from '../decider.ts';
import { against, notNow, unknownFile, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { FileRef } from '../text-ref.ts';
import type { AuditEnd, AuditFact, AuditLetter } from './audit-letter.ts';

export const ProposeAuditAccess = z
  .strictObject({
    number: z.string().trim().min(1).max(80).meta({ description: '调阅函文号 · the number of the letter' }),
    purpose: z.string().trim().min(1).max(200).meta({ description: '调阅事由 · what it is for' }),
    posts: z.array(z.uuid()).min(1).max(20).meta({ description: '调阅人员的岗位 · the auditors’ posts' }),
    cases: z
      .array(z.uuid())
      .min(1)
      .max(50)
      .nullable()
      .meta({ description: '调阅的规划；空为全单位 · the cases; null is the whole institution' }),
    period: z
      .strictObject({ from: Day, to: Day })
      .nullable()
      .default(null)
      .meta({ description: '调阅哪一时期的记录（含当日） · entries of these days alone' }),
    from: Day.meta({ description: '权限起始日 · the first day' }),
    until: Day.meta({ description: '权限截止日（含当日），届时自动终止 · the last day; it ends by itself' }),
    paper: FileRef.nullable().default(null).meta({ description: '调阅函扫描件 · its scan' }),
  })
  .meta({ id: 'ProposeAuditAccess', description: '登记调阅函，待批准 · enters a letter of access' });

type Proposing = z.infer<typeof ProposeAuditAccess>;

/**
 * 登记调阅函: what auditors may read, of which time, and until when. It opens nothing until another person has approved
 * it.
 *
 * @source 审计法 §34（审计机关有权检查被审计单位的资料）; GB/T 22239-2019 8.1.4.2（权限分离、最小权限）
 */
export const proposeAuditAccess: Command<'org', Proposing> = {
  verb: 'org.propose-audit-access',
  on: 'org',
  concurrent: true,
  needs: (_, id, { cases, paper }) => [
    { write: streamName('org', id) },
    ...(cases ?? []).map((each) => ({ read: streamName('case', each) })),
    ...(paper ? [{ file: paper }] : []),
  ],
  decide(given, _, body) {
    const refusal = noAuditors(given, body) ?? misdated(given, body) ?? notHere(given, body);
    if (refusal) return refuse(refusal);
    const { from, until, cases, posts, period, ...rest } = body;
    const { person, post } = given.actor;
    const data = {
      ...rest,
      letter: given.id('audit-letter'),
      cases: cases && [...cases],
      posts: [...posts],
      period,
      from: startOfDay(from),
      until: endOfDay(until),
      by: person ?? '',
      post,
    };
    return { facts: [factOf(given, { type: 'AuditAccessProposed', data })] };
  },
};

export const ApproveAuditAccess = z
  .strictObject({
    letter: z.uuid(),
    agree: z.boolean().meta({ description: '批准，或者不批准 · approves it, or does not' }),
  })
  .meta({ id: 'ApproveAuditAccess', description: '批准调阅 · another person approves a letter of access' });

/** 批准调阅, by another person than whoever entered it. */
export const approveAuditAccess: Command<'org', z.infer<typeof ApproveAuditAccess>> = {
  verb: 'org.approve-audit-access',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { letter, agree }) {
    const found = letterIn(given, letter);
    const { person, post } = given.actor;
    if (found?.status !== 'waiting' || given.now >= found.until) return refuse(unknown(letter, found));
    if (agree && found.by === person) return refuse(samePerson(letter));
    const type = agree ? 'AuditAccessApproved' : 'AuditAccessDeclined';
    return { facts: [factOf(given, { type, data: { letter, by: person ?? '', post } })] };
  },
};

export const EndAuditAccess = z
  .strictObject({ letter: z.uuid() })
  .meta({ id: 'EndAuditAccess', description: '收回调阅权限 · takes access back before its day' });

/** 收回: at once, also before it has begun. */
export const endAuditAccess: Command<'org', z.infer<typeof EndAuditAccess>> = {
  verb: 'org.end-audit-access',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { letter }) {
    const found = letterIn(given, letter);
    if (!found || !isOpen(found)) return refuse(unknown(letter, found));
    return { facts: [ended(given, found, given.now, 'revoked')] };
  },
};

/** The letters whose term comes at this law time end by themselves, approved or not. */
export const endingAuditAccess = (given: Given, due: string): readonly Recorded[] =>
  given.org.context.letters
    .filter((each) => isOpen(each) && each.until === due)
    .map((each) => ended(given, each, due, 'term'));

const isOpen = ({ status }: AuditLetter): boolean => status === 'waiting' || status === 'granted';

const ended = (given: Given, { letter }: AuditLetter, at: string, how: AuditEnd): Recorded =>
  factOf(given, { type: 'AuditAccessEnded', data: { letter, at, how } });

const factOf = ({ institution }: Given, fact: AuditFact): Recorded =>
  record(streamName('org', institution), fact);

const letterIn = ({ org }: Given, letter: string): AuditLetter | undefined =>
  org.context.letters.find((each) => each.letter === letter);

const unknown = (letter: string, found: AuditLetter | undefined): Refusal =>
  notNow(
    'audit.letter',
    '没有待办理的这份调阅函，或其期限已过',
    'There is no such letter to decide on, or its term is over',
    { letter, status: found?.status ?? 'absent' },
  );

const samePerson = (letter: string): Refusal =>
  against(
    'audit.second-person',
    '调阅须由登记人以外的人批准',
    'Another person than whoever entered the letter approves it',
    { letter },
    { zh: '请另一位院领导或者规划办主任批准', en: 'Ask another leader, or the director of the office' },
  );

/** Every post is an auditor's: the letter gives nobody else anything. */
function noAuditors({ org }: Given, { posts }: Proposing): Refusal | null {
  const strange = posts.filter(
    (post) => !org.context.posts.some(({ id, as }) => id === post && as === 'auditor'),
  );
  if (strange.length === 0) return null;
  return against(
    'audit.posts',
    '调阅人员须任审计（纪检）岗位',
    'A letter of access is for auditors’ posts',
    { posts: strange },
    { zh: '请先设置审计岗位并任职', en: 'Make the auditor’s post and fill it first' },
  );
}

function misdated({ now }: Given, { from, until, period }: Proposing): Refusal | null {
  const today = dayOf(now);
  if (from <= until && until >= today && (!period || period.from <= period.to)) return null;
  return against(
    'audit.days',
    '调阅的起止日期颠倒，或截止日期已过',
    'The days end before they begin, or lie behind',
    { from, until, today, period },
    { zh: '请核对日期', en: 'Check the days' },
  );
}

function notHere(given: Given, { cases, paper }: Proposing): Refusal | null {
  const strange = (cases ?? []).filter((id) => !given.state('case', id));
  if (strange.length > 0)
    return notNow('audit.cases', '没有这项规划编制工作', 'There is no such case', { cases: strange });
  if (!paper || given.hasFile(paper)) return null;
  return unknownFile(paper, '所附材料', 'paper');
}

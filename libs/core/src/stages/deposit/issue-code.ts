import { z } from 'zod';
import { dayOf, endOfDay } from '../../calendar.ts';
import { isOffice } from '../../capacity.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { addWorkingDays } from '../../working-days.ts';
import { COMING_IN as INTO_CONTRIBUTION } from '../collect/submit.ts';
import { COMING_IN as INTO_CHAPTER } from '../write/submit.ts';
import type { DepositFact, DepositOf, DepositState } from './deposit.ts';

/** 有效期 in working days when nobody says otherwise, and at most. Parameters of the house: no source rules on them. */
const DEPOSIT_DAYS = { usual: 5, most: 20 } as const;

export const IssueDeposit = z
  .strictObject({
    of: z
      .enum(['contribution', 'chapter', 'input'])
      .meta({ description: '科室发展规划、篇章或配合材料 · what is to be handed in' }),
    id: z.uuid().meta({ description: '科室规划或篇章 · the plan, or the chapter' }),
    department: z.uuid().optional().meta({
      description:
        '配合部门，规划办代为发放配合材料的报送码时注明 · the supporting one, where the office issues it',
    }),
    days: z.int().min(1).max(DEPOSIT_DAYS.most).default(DEPOSIT_DAYS.usual).meta({
      description: '有效期（工作日） · working days for which it is good',
    }),
  })
  .meta({
    id: 'IssueDeposit',
    description:
      '发放报送码：凭码只能上传一项报送 · lets a department leave one submission without signing in',
  });

/** What can be handed in now, and by which department; undefined for what cannot, or is not there. */
interface Awaited {
  readonly case: string;
  readonly stage: string;
  readonly department: string;
  readonly label: string;
  readonly due: string | null;
  readonly input?: true;
}

/** What a code is asked for. */
export type DepositWhat = DepositOf | 'input';

/** The stream that it stands in. */
const kindAsked = (of: DepositWhat): DepositOf => (of === 'input' ? 'chapter' : of);

export function awaited(
  given: Given,
  of: DepositWhat,
  id: string,
  supporting: string | null,
): Awaited | undefined {
  if (of === 'contribution') return awaitedPlan(given, id);
  const state = given.state('chapter', id);
  if (!state || !INTO_CHAPTER.some((value) => value === state.value)) return undefined;
  const { case: caseId, stage, desk, title, due, support } = state.context;
  if (of === 'chapter') return { case: caseId, stage, department: desk, label: title, due };
  if (!state.matches('open') || supporting === null || !support.includes(supporting)) return undefined;
  return { case: caseId, stage, department: supporting, label: `${title}（配合材料）`, due, input: true };
}

function awaitedPlan(given: Given, id: string): Awaited | undefined {
  const state = given.state('contribution', id);
  if (!state || !INTO_CONTRIBUTION.some((value) => value === state.value)) return undefined;
  const { case: caseId, stage, department, label, due } = state.context;
  return { case: caseId, stage, department, label, due };
}

/** Nothing there, nothing awaited and another department's are one refusal: none of them is told apart. */
const notAwaited = (): Refusal =>
  notNow(
    'deposit.of',
    '没有本科室待报送的该事项，不能发放报送码',
    'Nothing of this kind is awaited from your department',
    {},
    { zh: '请从本科室的待办中选择', en: 'Choose from what your department owes' },
  );

/** 发放报送码, by the head whose department owes it, or by the office. */
export const issueDeposit: Command<'deposit', z.infer<typeof IssueDeposit>> = {
  verb: 'deposit.issue',
  on: 'deposit',
  during: ['absent'],
  needs: (_, id, body) => [
    { write: streamName('deposit', id) },
    { read: streamName(kindAsked(body.of), body.id) },
  ],
  decide(given, id, { of, id: about, department, days }) {
    if (given.state('deposit', id))
      return refuse(notNow('deposit.new', '该报送码已经发放', 'This code was issued already'));
    const found = awaited(given, of, about, department ?? given.actor.department);
    if (!found || !mayIssue(given, found)) return refuse(notAwaited());
    const until = addWorkingDays(dayOf(given.now), days, calendarOf(given)).day;
    const stream = streamName('deposit', id);
    const data = { ...found, of: streamName(kindAsked(of), about), until, ends: endOfDay(until), days };
    return { facts: [record(stream, { type: 'DepositCodeIssued', data })], made: stream };
  },
};

const mayIssue = ({ actor }: Given, { department }: Awaited): boolean =>
  isOffice(actor) || actor.department === department;

export const RevokeDeposit = z
  .strictObject({})
  .meta({ id: 'RevokeDeposit', description: '作废报送码 · makes a code good for nothing' });

/** 作废: at any time before it was handed in. */
export const revokeDeposit: Command<'deposit', object> = {
  verb: 'deposit.revoke',
  on: 'deposit',
  during: ['open', 'held'],
  needs: (_, id) => [{ write: streamName('deposit', id) }],
  decide(given, id) {
    const state = given.state('deposit', id);
    if (!standsOpen(state)) return refuse(notStanding(state));
    return { facts: [record(streamName('deposit', id), { type: 'DepositCodeRevoked', data: {} })] };
  },
};

/** Whether something may still be left with it, but for its date. */
export const standsOpen = (state: DepositState | undefined): state is DepositState =>
  state !== undefined && (state.matches('open') || state.matches('held')) && !state.context.revoked;

export const notStanding = (state: DepositState | undefined): Refusal =>
  notNow('deposit.open', '报送码已作废或已用于报送', 'The code was revoked or has been used', {
    status: state?.value ?? 'absent',
  });

/** A fact of a deposit's own stream. */
export const depositFact = (id: string, fact: DepositFact) => record(streamName('deposit', id), fact);

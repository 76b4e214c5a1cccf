import { CLOCK } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  due,
  escalate,
  fellDue,
  fold,
  ID as PLAN,
  requested,
  stream as plan,
} from '../../testing/asked-plan.ts';
import { codeIssued as issued } from '../../testing/code-issued.ts';
import { fileOf, given, uuid } from '../../testing/given.ts';
import { head, history, LEAD, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { escalateContribution } from '../collect/escalate.ts';
import { handInDeposit, rejectDeposit } from './confirm.ts';
import { depositMachine, depositRows, type DepositState } from './deposit.ts';

const chapters = [
  { no: 1, title: '总论', lead: LEAD, owners: [MEDICAL], writer: MEDICAL, support: [SURGERY] },
];

const ID = uuid(0xd1);
const deposit = `deposit/${ID}` as const;
const original = fileOf('外科规划.docx');
const inTime = '2025-12-10T15:59:59.000Z';
const tooLate = '2025-12-10T16:00:00.001Z';

const received = (at: string): Fact => ({ type: 'DepositReceived', data: { original, received: at, no: 1 } });
const left = (at: string): Fact => ({ type: 'DepositLeft', data: { deposit: ID, received: at } });
const settled: Fact = { type: 'DepositSettled', data: { deposit: ID, escalate } };

function when(submission: readonly Fact[], at: string, setting: object) {
  return given(
    {
      ...history('collect', { streams: { collect: [plan] }, chapters }),
      [plan]: [requested(), ...submission],
      [deposit]: [issued, received(at)],
    },
    { definitions: { plan: procedure() }, ...setting },
  );
}

const escalates = (...facts: readonly Fact[]) =>
  when(facts, inTime, { actor: CLOCK, now: escalate }).when(escalateContribution, PLAN, { due: escalate });

test('what was left in time and waits for the head keeps the plan from the leads', () => {
  escalates(left(inTime), fellDue).then([]);
  expect(escalates(left(tooLate), fellDue).types()).toEqual(['contribution ContributionEscalated']);
  expect(escalates(left(inTime), fellDue, settled).types()).toEqual(['contribution ContributionEscalated']);
});

test('rejected, it keeps nothing any more: a working day later the leads are told', () => {
  const rejects = (now: string, ...facts: readonly Fact[]) =>
    when(facts, inTime, { actor: head(SURGERY), now }).when(rejectDeposit, ID, { reason: '不是终稿' });
  rejects('2025-12-11T02:00:00.000Z', left(inTime), fellDue).then([
    { stream: deposit, type: 'DepositRejected' },
    { stream: plan, type: 'DepositSettled', data: { deposit: ID, escalate: '2025-12-12T00:00:00.000Z' } },
  ]);
  rejects('2025-12-10T02:00:00.000Z', left(inTime)).then([
    { stream: deposit, type: 'DepositRejected' },
    { stream: plan, type: 'DepositSettled', data: { deposit: ID, escalate: null } },
  ]);
  expect(fold([requested(), left(inTime), settled]).context.waiting).toEqual([]);
});

test('handed in, it is on time, though the date has passed', () => {
  when([left(inTime), fellDue], inTime, { actor: head(SURGERY), now: '2025-12-11T02:00:00.000Z' })
    .when(handInDeposit, ID, {})
    .then([
      { stream: deposit, type: 'DepositHandedIn' },
      { stream: plan, type: 'DepositSettled', data: { deposit: ID, escalate: null } },
      {
        stream: plan,
        type: 'ContributionSubmitted',
        data: expect.objectContaining({ received: inTime, late: false }) as object,
      },
    ]);
});

test('the head owes the word by the date of the submission', () => {
  const held = [issued, received(inTime)].reduce(
    (state, fact) => step(depositMachine, state, fact).state,
    initial(depositMachine),
  ) as DepositState;
  expect(depositRows(ID, held).obligations).toMatchObject([
    { holder: `department-head@${SURGERY}`, verb: 'deposit.hand-in', due },
  ]);
});

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
import { contributionFallDue, escalateContribution } from '../collect/escalate.ts';
import { handInDeposit, rejectDeposit } from './confirm.ts';
import { depositMachine, depositRows, type DepositState } from './deposit.ts';
import { receiveDeposit } from './receive.ts';

const chapters = [
  { no: 1, title: '总论', lead: LEAD, owners: [MEDICAL], writer: MEDICAL, support: [SURGERY] },
];

const ID = uuid(0xd1);
const deposit = `deposit/${ID}` as const;
const original = fileOf('外科规划.docx');
const inTime = '2025-12-10T15:59:59.000Z';
const tooLate = '2025-12-10T16:00:00.001Z';

const received = (at: string): Fact => ({ type: 'DepositReceived', data: { original, received: at, no: 1 } });
/** Three working days after the Wednesday on which it was left, and the Tuesday morning on which that is over. */
const heldUntil = '2025-12-15';
const over = '2025-12-16T00:00:00.000Z';
const left = (at: string, more: object = { heldUntil }): Fact => ({
  type: 'DepositLeft',
  data: { deposit: ID, received: at, ...more },
});
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

const escalatesAt = (now: string, ...facts: readonly Fact[]) =>
  when(facts, inTime, { actor: CLOCK, now }).when(escalateContribution, PLAN, { due: now });
const escalates = (...facts: readonly Fact[]) => escalatesAt(escalate, ...facts);

test('what was left in time and waits for the head keeps the plan from the leads', () => {
  escalates(left(inTime), fellDue).then([]);
  expect(escalates(left(tooLate), fellDue).types()).toEqual(['contribution ContributionEscalated']);
  expect(escalates(left(inTime), fellDue, settled).types()).toEqual(['contribution ContributionEscalated']);
});

test('a head who never answers keeps it from them for three working days, and not longer', () => {
  escalatesAt('2025-12-15T15:59:59.000Z', left(inTime), fellDue).then([]);
  expect(escalatesAt(over, left(inTime), fellDue).types()).toEqual(['contribution ContributionEscalated']);
  expect(escalates(left(inTime, {}), fellDue).types()).toEqual(['contribution ContributionEscalated']);
});

test('when the date passes, they are told when the days of the head are over, or the next morning', () => {
  const falls = (...facts: readonly Fact[]) =>
    when(facts, inTime, { actor: CLOCK, now: due }).when(contributionFallDue, PLAN, { due });
  const fell = (at: string) => [
    { stream: plan, type: 'ContributionFellDue', data: expect.objectContaining({ escalate: at }) as object },
  ];
  falls(left(inTime)).then(fell(over));
  falls(left('2025-12-01T02:00:00.000Z', { heldUntil: '2025-12-04' })).then(fell(escalate));
  falls().then(fell(escalate));
});

test('what was on its way when the date passed sets it anew, once it is there', () => {
  const receives = (now: string) =>
    given(
      {
        ...history('collect', { streams: { collect: [plan] }, chapters }),
        [plan]: [requested()],
        [deposit]: [issued],
      },
      { definitions: { plan: procedure() }, actor: CLOCK, now },
    ).when(receiveDeposit, ID, { original, received: inTime });
  const came = {
    stream: deposit,
    type: 'DepositReceived',
    data: { original, received: inTime, no: 1, heldUntil },
  };
  const told = { deposit: ID, received: inTime, heldUntil };
  receives(inTime).then([came, { stream: plan, type: 'DepositLeft', data: told }]);
  receives(tooLate).then([came, { stream: plan, type: 'DepositLeft', data: { ...told, escalate: over } }]);
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

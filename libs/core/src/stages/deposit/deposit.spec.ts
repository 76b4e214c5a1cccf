import { CLOCK } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import { ID as PLAN, past, requested, stream as plan } from '../../testing/asked-plan.ts';
import { codeIssued as issued, ends } from '../../testing/code-issued.ts';
import { fileOf, given, uuid } from '../../testing/given.ts';
import { head, MEDICAL, SURGERY } from '../../testing/plan-case.ts';
import { handInDeposit, rejectDeposit } from './confirm.ts';
import { issueDeposit, revokeDeposit } from './issue-code.ts';
import { MOST_DEPOSITS, receiveDeposit } from './receive.ts';

const ID = uuid(0xd1);
const stream = `deposit/${ID}` as const;
const original = fileOf('外科规划.docx');
const received = '2025-12-10T15:59:59.000Z';
const later = '2025-12-11T02:00:00.000Z';
const heldUntil = '2025-12-15';
/** What the plan is told of it, when its date has passed meanwhile. */
const kept = { deposit: ID, received, heldUntil, escalate: '2025-12-16T00:00:00.000Z' };

const left = (no = 1, at = received): Fact => ({
  type: 'DepositReceived',
  data: { original, received: at, no },
});
const revoked: Fact = { type: 'DepositCodeRevoked', data: {} };

function when(deposit: readonly Fact[], setting: object = {}, contribution: readonly Fact[] = [requested()]) {
  const { history, definitions } = past(contribution);
  const before = deposit.length > 0 ? { ...history, [stream]: deposit } : history;
  return given(before, { definitions, actor: head(SURGERY), now: later, ...setting });
}

describe('a code for one submission', () => {
  const body = { of: 'contribution' as const, id: PLAN, days: 5 };

  test('is good for so many working days', () => {
    when([], { now: '2025-12-05T02:00:00.000Z' })
      .when(issueDeposit, ID, body)
      .then([
        {
          stream,
          type: 'DepositCodeIssued',
          data: expect.objectContaining({
            department: SURGERY,
            of: plan,
            until: '2025-12-12',
            ends,
          }) as object,
        },
      ]);
  });

  test('is not issued for another department, for nothing, or for what has come', () => {
    when([], { actor: head(MEDICAL) })
      .when(issueDeposit, ID, body)
      .refused('deposit.of');
    when([])
      .when(issueDeposit, ID, { ...body, id: uuid(0xffff) })
      .refused('deposit.of');
    when([issued]).when(issueDeposit, ID, body).refused('deposit.new');
  });

  test('is revoked once, also while something waits', () => {
    when([issued])
      .when(revokeDeposit, ID, {})
      .then([{ stream, type: 'DepositCodeRevoked', data: {} }]);
    when([issued, left()])
      .when(revokeDeposit, ID, {})
      .then([{ stream, type: 'DepositCodeRevoked', data: {} }]);
    when([issued, revoked]).when(revokeDeposit, ID, {}).refused('deposit.open');
  });
});

describe('what is left with a code', () => {
  const leave = (deposit: readonly Fact[], at = received, file = original) =>
    when(deposit, { actor: CLOCK }).when(receiveDeposit, ID, { original: file, received: at });
  const other = fileOf('外科规划（终稿）.docx');

  test('is received with its moment, to the last one of its last day', () => {
    leave([issued], ends).then([
      { stream, type: 'DepositReceived', data: { original, received: ends, no: 1 } },
      { stream: plan, type: 'DepositLeft', data: { deposit: ID, received: ends } },
    ]);
    leave([issued], '2025-12-12T16:00:00.001Z').refused('deposit.until');
  });

  test('again replaces what was there, so often and no more', () => {
    leave([issued, left()], received, other).then([
      { stream, type: 'DepositReceived', data: { original: other, received, no: 2, heldUntil } },
      { stream: plan, type: 'DepositLeft', data: kept },
    ]);
    leave([issued, left(MOST_DEPOSITS)], received, other).refused('deposit.most');
  });

  test('that waits already, sent again because no answer came, is one', () => {
    leave([issued, left()]).then([]);
    leave([issued, left(MOST_DEPOSITS)], later).then([]);
  });

  test('is not received by a code that was revoked', () => {
    leave([issued, revoked]).refused('deposit.open');
    leave([issued, left(), revoked]).refused('deposit.open');
  });
});

describe('confirming what was left', () => {
  test('hands it in at the moment at which it came, though the date has passed since', () => {
    when([issued, left()])
      .when(handInDeposit, ID, {})
      .then([
        { stream, type: 'DepositHandedIn', data: { original, received } },
        {
          stream: plan,
          type: 'ContributionSubmitted',
          data: { text: null, original, received, late: false, carrier: null },
        },
      ]);
  });

  test('keeps the mark of what came late', () => {
    when([issued, left(1, '2025-12-10T16:00:00.001Z')])
      .when(handInDeposit, ID, {})
      .then([
        { stream, type: 'DepositHandedIn' },
        {
          stream: plan,
          type: 'ContributionSubmitted',
          data: expect.objectContaining({ late: true }) as object,
        },
      ]);
  });

  test('still hands in what came before the code was revoked', () => {
    expect(when([issued, left(), revoked]).when(handInDeposit, ID, {}).types()).toEqual([
      'deposit DepositHandedIn',
      'contribution ContributionSubmitted',
    ]);
  });

  test('is refused while nothing waits, and where the plan takes nothing any more', () => {
    when([issued]).when(handInDeposit, ID, {}).refused('deposit.held');
    const excused: Fact = { type: 'ContributionExcused', data: {} };
    when([issued, left()], {}, [requested(), excused])
      .when(handInDeposit, ID, {})
      .refused('contribution.open');
  });

  test('or rejecting it leaves the code good for another try', () => {
    when([issued, left()])
      .when(rejectDeposit, ID, { reason: '不是终稿' })
      .then([{ stream, type: 'DepositRejected', data: { original } }]);
    const rejected: Fact = { type: 'DepositRejected', data: { original } };
    when([issued, left(), rejected], { actor: CLOCK })
      .when(receiveDeposit, ID, { original, received })
      .then([
        { stream, type: 'DepositReceived', data: { original, received, no: 2, heldUntil } },
        { stream: plan, type: 'DepositLeft', data: kept },
      ]);
    when([issued, left(), revoked, rejected], { actor: CLOCK })
      .when(receiveDeposit, ID, { original, received })
      .refused('deposit.open');
    when([issued]).when(rejectDeposit, ID, { reason: '不是终稿' }).refused('deposit.held');
  });
});

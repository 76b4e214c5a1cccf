import type { Fact } from '../../stream.ts';
import {
  accepted,
  after,
  due,
  early,
  effectsOf,
  fold,
  ID,
  late,
  none,
  office,
  quarantined,
  requested,
  statusOf,
  stream,
  submitted,
  text,
  when,
  wps,
} from '../../testing/contributions.ts';
import { fileOf } from '../../testing/given.ts';

import { acceptContribution, returnContribution } from './judge.ts';
import { reportNone, SubmitContribution, submitContribution, withdrawContribution } from './submit.ts';

describe('handing in an original', () => {
  const submit = (original: string, setting: object) =>
    when([requested()], setting).when(submitContribution, ID, { original: fileOf(original) });
  const entry = (received: string, isLate: boolean) => [
    {
      stream,
      type: 'ContributionSubmitted',
      data: { text: null, original: fileOf(wps), received, late: isLate, carrier: null },
    },
  ];

  test('counts from when its bytes were complete, a quarter of an hour back and no further', () => {
    const at = (arrived: string) => submit(wps, { received: after, arrived: { [wps]: arrived } });
    at('2025-12-10T15:59:00.000Z').then(entry('2025-12-10T15:59:00.000Z', false));
    at('2025-12-10T15:45:03.000Z').then(entry('2025-12-10T15:45:03.000Z', false));
    at('2025-12-10T15:45:02.999Z').then(entry(after, true));
  });

  test('with a text counts from the later of both', () => {
    const both = (arrived: object) =>
      when([requested()], { received: after, arrived }).when(submitContribution, ID, {
        text,
        original: fileOf(wps),
      });
    const data = { text, original: fileOf(wps), carrier: null };
    both({ [wps]: '2025-12-10T15:58:00.000Z', 外科发展规划: '2025-12-10T15:59:00.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T15:59:00.000Z', late: false },
      },
    ]);
    both({ [wps]: '2025-12-10T15:59:00.000Z', 外科发展规划: '2025-12-10T16:00:02.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T16:00:02.000Z', late: true },
      },
    ]);
    both({ [wps]: '2025-12-10T15:59:00.000Z' }).then([
      {
        stream,
        type: 'ContributionSubmitted',
        data: { ...data, received: '2025-12-10T15:59:00.000Z', late: false },
      },
    ]);
  });

  test('of a text alone nothing reaches back', () => {
    when([requested()], { received: after, arrived: { 外科发展规划: '2025-12-10T15:59:00.000Z' } })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...late }]);
  });

  test('that is not here, or another’s, is refused; and so is nothing at all', () => {
    submit('不在.wps', {}).refused('file.known');
    expect(SubmitContribution.safeParse({}).success).toBe(false);
    expect(SubmitContribution.safeParse({ original: fileOf(wps) }).success).toBe(true);
  });
});

describe('taking it back', () => {
  const withdraw = (facts: readonly Fact[], now: string) =>
    when(facts, { now }).when(withdrawContribution, ID, {});

  test('before the date makes the date stand again', () => {
    withdraw([requested(), submitted()], '2025-12-05T02:00:00.000Z').then([
      { stream, type: 'ContributionWithdrawn', data: { due, escalate: null } },
    ]);
    const back: Fact = { type: 'ContributionWithdrawn', data: { due, escalate: null } };
    expect(effectsOf([requested(), submitted(), back])).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'contribution.fall-due' } },
    ]);
    when([requested(), submitted(), back], { received: after })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...late }]);
  });

  test('after the date is overdue from then on, and is escalated on the next working day', () => {
    const now = '2025-12-12T02:00:00.000Z';
    const data = { due: null, escalate: '2025-12-15T00:00:00.000Z' };
    withdraw([requested(), submitted()], now).then([{ stream, type: 'ContributionWithdrawn', data }]);
    const back: Fact = { type: 'ContributionWithdrawn', data };
    expect(effectsOf([requested(), submitted(), back])).toEqual([
      {
        type: 'deadline',
        params: { name: 'escalate', due: '2025-12-15T00:00:00.000Z', verb: 'contribution.escalate' },
      },
    ]);
    expect(fold([requested(), submitted(), back]).context).toMatchObject({
      late: true,
      received: null,
      text: null,
    });
  });

  test('without a date sets none', () => {
    const undated = [requested({ due: null }), submitted()];
    withdraw(undated, after).then([
      { stream, type: 'ContributionWithdrawn', data: { due: null, escalate: null } },
    ]);
    expect(
      effectsOf([...undated, { type: 'ContributionWithdrawn', data: { due: null, escalate: null } }]),
    ).toEqual([]);
  });

  test('is possible until it is accepted, and while another original is asked for', () => {
    withdraw([requested(), submitted({ original: fileOf(wps), text: null }), quarantined], early).then([
      { stream, type: 'ContributionWithdrawn' },
    ]);
    withdraw([requested()], early).refused('contribution.submitted');
    withdraw([requested(), submitted(), accepted], early).refused('contribution.submitted');
  });
});

describe('零报告', () => {
  test('is an answer like any other: in time or late, refused where the procedure takes nothing late', () => {
    const report = (facts: readonly Fact[], received: string) =>
      when(facts, { received }).when(reportNone, ID, {});
    report([requested()], due).then([{ stream, ...none({ received: due }) }]);
    report([requested()], after).then([{ stream, ...none({ received: after, late: true }) }]);
    report([requested({ afterDue: 'refuse' })], after).refused('contribution.due');
    report([requested(), submitted(), accepted], early).refused('contribution.open');
  });

  test('is accepted as an ending of its own, and can be sent back', () => {
    when([requested(), none()], { actor: office })
      .when(acceptContribution, ID, {})
      .then([{ stream, type: 'ContributionAccepted', data: { text: null, original: null, late: false } }]);
    const taken: Fact = { type: 'ContributionAccepted', data: { text: null, original: null, late: false } };
    expect(statusOf([requested(), none()])).toBe('none-reported');
    expect(statusOf([requested(), none(), taken])).toBe('none');
    when([requested(), none()], { actor: office })
      .when(returnContribution, ID, { reason: '贵科承担重点专科建设' })
      .then([{ stream, type: 'ContributionReturned', data: { text: null, original: null } }]);
  });

  test('gives way to a plan that comes after it', () => {
    const { context } = fold([requested(), none(), submitted({ received: after })]);
    expect(context).toMatchObject({ none: false, text, received: early, late: false });
  });
});

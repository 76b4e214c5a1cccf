import { CLOCK } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  accepted,
  cameIn,
  due,
  fellDue,
  fold,
  ID,
  requested,
  stream,
  submitted,
  text,
  when,
} from '../../testing/asked-plan.ts';
import { refOf } from '../../testing/given.ts';
import { SURGERY } from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { contributionFallDue } from './escalate.ts';
import { contributionMachine } from './machine.ts';
import { submitContribution } from './submit.ts';

describe('handing in a department plan', () => {
  test('is received with its moment', () => {
    when([requested()], { received: '2025-12-10T15:59:58.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-10T15:59:58.000Z', late: false },
        },
      ]);
  });

  test('at 24:00 sharp is in time, a millisecond later is late and still received', () => {
    const at = (received: string) => when([requested()], { received }).when(submitContribution, ID, { text });
    at(due).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, received: due, late: false } },
    ]);
    const later = '2025-12-10T16:00:00.001Z';
    at(later).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, received: later, late: true } },
    ]);
  });

  test('after its date is refused where the procedure says so', () => {
    const strict = [requested({ afterDue: 'refuse' })];
    when(strict, { received: '2025-12-10T16:00:00.001Z' })
      .when(submitContribution, ID, { text })
      .refused('contribution.due');
    when(strict, { received: due })
      .when(submitContribution, ID, { text })
      .then([{ stream, type: 'ContributionSubmitted' }]);
  });

  test('that arrived in time is not late although the clock was faster', () => {
    when([requested(), fellDue], { now: '2025-12-10T16:00:30.000Z', received: '2025-12-10T15:59:59.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-10T15:59:59.000Z', late: false },
        },
      ]);
  });

  test('without a date is never late', () => {
    when([requested({ due: null })], { received: '2030-01-01T00:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2030-01-01T00:00:00.000Z', late: false },
        },
      ]);
  });

  test('again, until it is accepted: the last text counts, lateness by the first arrival', () => {
    const mended = refOf('改');
    const later = { texts: ['改'], received: '2025-12-20T02:00:00.000Z' };
    const again = (facts: readonly Fact[]) =>
      when(facts, later).when(submitContribution, ID, { text: mended });
    const received = later.received;
    again([requested(), submitted]).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: false } },
    ]);
    again([requested({ afterDue: 'refuse' }), submitted]).then([{ stream, type: 'ContributionSubmitted' }]);
    const twice = fold([
      requested(),
      submitted,
      { type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: false } },
    ]);
    expect(twice.context).toMatchObject({ text: mended, received: '2025-12-01T02:00:00.000Z', late: false });
    const late = {
      type: 'ContributionSubmitted',
      data: { ...cameIn, received: '2025-12-15T02:00:00.000Z', late: true },
    };
    again([requested(), late]).then([
      { stream, type: 'ContributionSubmitted', data: { ...cameIn, text: mended, received, late: true } },
    ]);
  });

  test('after acceptance, before it was asked for, or with a text that is not here is refused', () => {
    when([requested(), submitted, accepted])
      .when(submitContribution, ID, { text })
      .refused('contribution.open');
    when([]).when(submitContribution, ID, { text }).refused('contribution.open');
    when([requested()], { texts: [] }).when(submitContribution, ID, { text }).refused('text.known');
  });
});

describe('the date of a department plan', () => {
  test('falls due once nothing is in', () => {
    when([requested()], { actor: CLOCK })
      .when(contributionFallDue, ID, { due })
      .then([{ stream, ...fellDue }]);
    expect(fold([requested(), fellDue]).context.late).toBe(true);
  });

  test('says nothing when it was kept, or when another date holds', () => {
    when([requested(), submitted], { actor: CLOCK }).when(contributionFallDue, ID, { due }).then([]);
    when([requested({ due: null })], { actor: CLOCK })
      .when(contributionFallDue, ID, { due })
      .then([]);
  });

  test('is a deadline until something is handed in', () => {
    const open = step(contributionMachine, initial(contributionMachine), requested());
    expect(open.effects).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'contribution.fall-due' } },
    ]);
    expect(step(contributionMachine, open.state, submitted).effects).toEqual([
      { type: 'settle', params: { name: 'due' } },
      { type: 'settle', params: { name: 'escalate' } },
    ]);
    expect(step(contributionMachine, initial(contributionMachine), requested({ due: null })).effects).toEqual(
      [],
    );
  });
});

describe('what is owed for a department plan', () => {
  test('goes from the department to the office to nobody', () => {
    const owed = (facts: readonly Fact[]) =>
      contributionRows(ID, fold(facts)).obligations.map(({ holder, verb, due: by }) => [holder, verb, by]);
    expect(owed([requested()])).toEqual([[`department-head@${SURGERY}`, 'contribution.submit', due]]);
    expect(owed([requested(), submitted])).toEqual([['office', 'contribution.accept', null]]);
    expect(owed([requested(), submitted, accepted])).toEqual([]);
    expect(contributionRows(ID, fold([requested(), submitted])).item).toMatchObject({
      status: 'handed-in',
      department: SURGERY,
      label: '外科发展规划',
    });
  });
});

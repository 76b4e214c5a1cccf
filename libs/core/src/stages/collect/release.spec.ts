import type { Fact } from '../../stream.ts';
import {
  accepted,
  director,
  due,
  early,
  effectsOf,
  fellDue,
  fold,
  ID,
  late,
  quarantined,
  requested,
  sealedIn,
  statusOf,
  stream,
  submitted,
  text,
  when,
  wps,
} from '../../testing/contributions.ts';
import { fileOf, uuid } from '../../testing/given.ts';

import { contributionRows } from './contribution.ts';
import { contributionFallDue } from './escalate.ts';
import { excuseContribution, extendContribution } from './release.ts';
import { submitContribution } from './submit.ts';

describe('延期', () => {
  const until = '2025-12-15';
  const moved = '2025-12-15T16:00:00.000Z';
  const on = '2025-12-08';
  const extended: Fact = { type: 'ContributionExtended', data: { from: due, until, due: moved, on } };
  const extend = (facts: readonly Fact[], now: string, day = until) =>
    when(facts, { actor: director, now }).when(extendContribution, ID, { until: day, reason: '护理部换届' });

  test('moves the date, before it or after it, and takes the mark of an overdue one away', () => {
    extend([requested()], '2025-12-08T02:00:00.000Z').then([{ stream, ...extended }]);
    extend([requested(), fellDue], '2025-12-11T02:00:00.000Z').then([
      {
        stream,
        type: 'ContributionExtended',
        data: { from: due, until, due: moved, on: '2025-12-11', after: true },
      },
    ]);
    expect(effectsOf([requested(), extended])).toEqual([
      { type: 'settle', params: { name: 'escalate' } },
      { type: 'deadline', params: { name: 'due', due: moved, verb: 'contribution.fall-due' } },
    ]);
    expect(fold([requested(), fellDue, extended]).context).toMatchObject({ late: false, due: moved, until });
  });

  test('makes nobody late who hands in within it, and the old date no longer falls due', () => {
    when([requested(), extended], { received: moved })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...submitted({ received: moved }) }]);
    when([requested(), extended]).when(contributionFallDue, ID, { due }).then([]);
    when([requested(), extended])
      .when(contributionFallDue, ID, { due: moved })
      .then([
        {
          stream,
          type: 'ContributionFellDue',
          data: { due: moved, escalate: '2025-12-16T00:00:00.000Z', calendar: 'cn-2026' },
        },
      ]);
  });

  test('gives more time than there was, of what is still missing and has a date', () => {
    extend([requested()], early, '2025-12-10').refused('contribution.until');
    extend([requested()], early, '9999-12-31').refused('contribution.until');
    extend([requested(), fellDue], '2025-12-20T02:00:00.000Z').refused('contribution.until');
    extend([requested({ due: null })], early).refused('contribution.dated');
    extend([requested(), submitted()], early).refused('contribution.missing');
  });

  test('that passes too makes nobody late whose first arrival was in time', () => {
    const back: Fact = { type: 'ContributionReturned', data: { text, original: null } };
    const again: Fact = { type: 'ContributionFellDue', data: { due: moved, escalate: moved } };
    expect(fold([requested(), submitted(), back, extended, again]).context.late).toBe(false);
    expect(fold([requested(), extended, again]).context.late).toBe(true);
  });

  test('does not undo a mark that a first arrival has', () => {
    const back: Fact = { type: 'ContributionReturned', data: { text, original: null } };
    expect(fold([requested(), fellDue, late, back, extended]).context.late).toBe(true);
  });

  const takenBack: Fact = {
    type: 'ContributionWithdrawn',
    data: { due: null, escalate: '2025-12-12T00:00:00.000Z' },
  };

  test('shows, and leaves the mark of what came late and was taken back', () => {
    const facts = [requested(), fellDue, late, takenBack, extended];
    expect(fold(facts).context).toMatchObject({ late: true, until });
    when(facts, { received: '2025-12-14T02:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([{ stream, ...submitted({ received: '2025-12-14T02:00:00.000Z', late: true }) }]);
    expect(statusOf([...facts, submitted({ received: moved })])).toBe('handed-in-late');
  });

  test('lets what was late in again where the procedure takes nothing late, with its mark', () => {
    const strict = [requested({ afterDue: 'refuse' }), late, takenBack];
    const again = (facts: readonly Fact[]) =>
      when(facts, { received: '2025-12-14T02:00:00.000Z' }).when(submitContribution, ID, { text });
    again(strict).refused('contribution.due');
    again([...strict, extended]).then([{ stream, type: 'ContributionSubmitted' }]);
    expect(again([...strict, extended]).decision).toMatchObject({
      facts: [{ fact: { data: { late: true } } }],
    });
  });
});

describe('不单独编报', () => {
  const excuse = (facts: readonly Fact[], body: object = {}) =>
    when(facts, { actor: director, now: '2025-12-08T02:00:00.000Z' }).when(excuseContribution, ID, {
      reason: '并入医务科规划',
      ...body,
    });

  test('is an ending; nothing is owed any more', () => {
    const act = excuse([requested()]);
    act.then([{ stream, type: 'ContributionExcused', data: {} }]);
    expect(sealedIn(act)).toEqual([{ subject: uuid(0x91), plain: { reason: '并入医务科规划' } }]);
    const letOff = [requested(), { type: 'ContributionExcused', data: {} }];
    expect(statusOf(letOff)).toBe('excused');
    expect(contributionRows(ID, fold(letOff)).obligations).toEqual([]);
    expect(effectsOf(letOff)).toMatchObject([{ params: { name: 'due' } }, { params: { name: 'escalate' } }]);
  });

  test('rests on what was agreed elsewhere, where it says so', () => {
    const act = excuse([requested()], {
      elsewhere: {
        happened: '2025-12-05',
        medium: 'meeting',
        scan: null,
        book: '办公会记录第3册12页',
        checker: null,
      },
    });
    expect(act.types()).toEqual(['contribution ContributionExcused', 'record RecordEntered']);
    excuse([requested()], {
      elsewhere: { happened: '2025-12-09', medium: 'meeting', scan: null, book: null, checker: null },
    }).refused('record.happened');
  });

  test('is too late once something is in or over', () => {
    excuse([requested(), submitted()]).refused('contribution.missing');
    excuse([requested(), submitted(), accepted]).refused('contribution.missing');
  });
});

describe('缺报（经批准）', () => {
  const waived: Fact = { type: 'ContributionWaived', data: { manuscript: `manuscript/${uuid(0x60)}` } };

  test('is an ending, whatever was or was not handed in; nobody owes anything and the mark stays', () => {
    for (const facts of [
      [requested(), fellDue],
      [requested(), late],
      [requested(), submitted({ text: null, original: fileOf(wps) }), quarantined],
    ]) {
      expect(statusOf([...facts, waived])).toBe('dispensed');
      expect(contributionRows(ID, fold([...facts, waived])).obligations).toEqual([]);
    }
    expect(fold([requested(), fellDue, waived]).context.late).toBe(true);
    expect(effectsOf([requested(), waived])).toMatchObject([
      { params: { name: 'due' } },
      { params: { name: 'escalate' } },
    ]);
    when([requested(), fellDue, waived]).when(submitContribution, ID, { text }).refused('contribution.open');
  });
});

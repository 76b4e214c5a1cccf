import type { Capacity } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import {
  accepted,
  after,
  director,
  docx,
  due,
  fellDue,
  fold,
  ID,
  late,
  none,
  office,
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
import { CASE, SURGERY } from '../../testing/plan-case.ts';
import { contributionRows } from './contribution.ts';
import { acceptContribution, quarantineContribution } from './judge.ts';
import { submitContribution } from './submit.ts';

describe('an original that cannot be worked with', () => {
  test('is put aside by the office or the clock, and another one counts from the first', () => {
    const first = submitted({ text: null, original: fileOf(wps), received: '2025-12-10T15:59:00.000Z' });
    when([requested(), first], { actor: office })
      .when(quarantineContribution, ID, { cause: 'not-converted' })
      .then([{ stream, ...quarantined }]);
    expect(statusOf([requested(), first, quarantined])).toBe('quarantined');
    when([requested(), first, quarantined], { received: '2025-12-12T02:00:00.000Z' })
      .when(submitContribution, ID, { original: fileOf(docx) })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: {
            text: null,
            original: fileOf(docx),
            received: '2025-12-12T02:00:00.000Z',
            late: false,
            carrier: null,
          },
        },
      ]);
    const again = submitted({ original: fileOf(docx), received: '2025-12-12T02:00:00.000Z' });
    expect(fold([requested(), first, quarantined, again]).context).toMatchObject({
      received: '2025-12-10T15:59:00.000Z',
      late: false,
    });
  });

  test('asks the department for another one without a date that it could miss', () => {
    const first = submitted({ text: null, original: fileOf(wps) });
    const { obligations } = contributionRows(ID, fold([requested(), first, quarantined]));
    expect(obligations).toEqual([
      {
        name: 'submit',
        holder: `department-head@${SURGERY}`,
        verb: 'contribution.submit',
        case: CASE,
        due: null,
      },
    ]);
  });

  test('must have been handed in', () => {
    for (const facts of [[requested()], [requested(), submitted(), accepted], [requested(), none()]])
      when(facts, { actor: office })
        .when(quarantineContribution, ID, { cause: 'unreadable' })
        .refused('contribution.submitted');
  });

  test('leaves the words sealed', () => {
    const put = when([requested(), submitted()], { actor: office }).when(quarantineContribution, ID, {
      cause: 'wrong-file',
      words: '是别的科室的',
    });
    expect(sealedIn(put)).toEqual([{ subject: uuid(0x93), plain: { words: '是别的科室的' } }]);
  });
});

describe('accepting what came late', () => {
  const accept = (actor: Capacity, body: { reason?: string }, facts = [requested(), fellDue, late]) =>
    when(facts, { actor }).when(acceptContribution, ID, body);

  test('is for the director, with a reason that is sealed', () => {
    const act = accept(director, { reason: '系统切换，情况属实' });
    act.then([{ stream, type: 'ContributionAccepted', data: { text, original: null, late: true } }]);
    expect(sealedIn(act)).toEqual([{ subject: uuid(0x91), plain: { reason: '系统切换，情况属实' } }]);
  });

  test('is refused to the office, which is told who may, and to a director without a reason', () => {
    const refused = accept(office, { reason: '理由' });
    refused.refused('contribution.late-director');
    expect(refused.decision).toMatchObject({
      refusal: { needs: { zh: '请规划办主任说明理由后受理' } },
    });
    accept(director, {}).refused('contribution.late-reason');
  });

  test('in time asks neither', () => {
    accept(office, {}, [requested(), submitted()]).then([{ stream, ...accepted }]);
  });

  test('leaves the mark for ever', () => {
    const taken: Fact = { type: 'ContributionAccepted', data: { text, original: null, late: true } };
    expect(statusOf([requested(), fellDue, late])).toBe('handed-in-late');
    expect(statusOf([requested(), fellDue, late, taken])).toBe('accepted-late');
    expect(contributionRows(ID, fold([requested(), fellDue, late])).obligations).toMatchObject([
      { holder: 'office-director', verb: 'contribution.accept' },
    ]);
  });
});

test('facts of the first version fold to the same', () => {
  const old = [
    requested(),
    { type: 'ContributionFellDue', data: { due } },
    { type: 'ContributionSubmitted', data: { text, received: after, late: true } },
    { type: 'ContributionAccepted', data: { text } },
  ];
  expect(statusOf(old)).toBe('accepted-late');
});

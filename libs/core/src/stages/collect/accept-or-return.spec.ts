import type { Fact } from '../../stream.ts';
import {
  accepted,
  cameIn,
  fold,
  ID,
  requested,
  stream,
  submitted,
  text,
  when,
} from '../../testing/asked-plan.ts';
import { uuid } from '../../testing/given.ts';
import { acceptContribution, returnContribution } from './judge.ts';
import { submitContribution } from './submit.ts';

describe('accepting a department plan', () => {
  test('cites the text that was handed in', () => {
    const office = { as: 'office' as const, person: uuid(999), post: uuid(998), department: null };
    when([requested(), submitted], { actor: office })
      .when(acceptContribution, ID, {})
      .then([{ stream, ...accepted }]);
  });

  test('that was not handed in, or twice, is refused', () => {
    when([requested()]).when(acceptContribution, ID, {}).refused('contribution.submitted');
    when([requested(), submitted, accepted])
      .when(acceptContribution, ID, {})
      .refused('contribution.submitted');
  });
});

describe('returning a department plan', () => {
  const returned: Fact = { type: 'ContributionReturned', data: { text, original: null } };

  test('opens it again; the reason is sealed under whoever gave it', () => {
    const office = { as: 'office' as const, person: uuid(999), post: uuid(998), department: null };
    const act = when([requested(), submitted], { actor: office }).when(returnContribution, ID, {
      reason: '请补充床位数',
    });
    act.then([{ stream, ...returned }]);
    expect('facts' in act.decision && act.decision.facts[0]?.sealed).toEqual([
      { subject: uuid(999), plain: { reason: '请补充床位数' } },
    ]);
    expect(fold([requested(), submitted, returned]).value).toBe('open');
  });

  test('makes nobody late', () => {
    when([requested(), submitted, returned], { received: '2025-12-20T02:00:00.000Z' })
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-20T02:00:00.000Z', late: false },
        },
      ]);
  });

  test('is refused before it is handed in and after it is accepted', () => {
    for (const facts of [[requested()], [requested(), submitted, accepted]])
      when(facts).when(returnContribution, ID, { reason: '迟' }).refused('contribution.submitted');
  });
});

import { advanceCase } from '../../case/advance.ts';
import {
  accepted,
  cameIn,
  due,
  fellDue,
  ID,
  plan,
  requested,
  stream,
  submitted,
  text,
  when,
} from '../../testing/asked-plan.ts';
import { given, uuid } from '../../testing/given.ts';
import {
  CASE,
  FINANCE,
  head,
  history,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../../testing/plan-case.ts';
import { submitContribution } from './submit.ts';

describe('the collecting stage', () => {
  const research = `research/${uuid(0x30)}` as const;
  const before = (parameters: object) =>
    given(
      {
        ...history('research', { dates: { collect: due }, streams: { research: [research] } }),
        [research]: [
          {
            type: 'ResearchOpened',
            data: { case: CASE, stage: 'research', methods: [], least: 0, due: null },
          },
        ],
      },
      { definitions: { plan: procedure({ research: { methods: [], least: 0 }, collect: parameters }) } },
    ).when(advanceCase, CASE, { stage: 'research' }).decision;
  const asked = (parameters: object) => {
    const decision = before(parameters);
    return 'facts' in decision
      ? decision.facts.flatMap(({ fact }) =>
          fact.type === 'ContributionRequested' ? [(fact.data as { department?: string }).department] : [],
        )
      : [];
  };

  test('asks every department, clinical ones and organisations too, by the case’s date', () => {
    expect(asked({})).toEqual([MEDICAL, QUALITY, FINANCE, SURGERY, UNION]);
    const decision = before({});
    expect('facts' in decision && decision.facts.at(-1)?.fact.data).toMatchObject({
      label: '工会发展规划',
      due,
      afterDue: 'receive',
    });
  });

  test('asks only the functional ones where the procedure says so', () => {
    expect(asked({ from: 'functional-departments' })).toEqual([MEDICAL, QUALITY, FINANCE]);
  });

  test('ends clean when all are accepted', () => {
    const { decision } = when([requested(), submitted, accepted]).when(advanceCase, CASE, {
      stage: 'collect',
    });
    expect(decision).toMatchObject({ notices: [] });
  });

  test('ends with a notice when some are missing, or is held where the procedure says so', () => {
    const { decision } = when([requested(), submitted]).when(advanceCase, CASE, { stage: 'collect' });
    expect(decision).toMatchObject({
      notices: [{ rule: 'collect.complete', facts: { missing: [SURGERY] } }],
    });
    when([requested(), submitted], {}, { missing: 'block' })
      .when(advanceCase, CASE, { stage: 'collect' })
      .refused('collect.complete');
  });

  test('receives a late one after it has ended', () => {
    given(
      { ...history('write', { streams: { collect: [stream] } }), [stream]: [requested(), fellDue] },
      {
        definitions: { plan: procedure() },
        texts: [plan],
        actor: head(SURGERY),
        received: '2025-12-20T02:00:00.000Z',
      },
    )
      .when(submitContribution, ID, { text })
      .then([
        {
          stream,
          type: 'ContributionSubmitted',
          data: { ...cameIn, received: '2025-12-20T02:00:00.000Z', late: true },
        },
      ]);
  });
});

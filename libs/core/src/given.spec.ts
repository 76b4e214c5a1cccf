import { CLOCK } from './capacity.ts';
import { submitContribution } from './stages/collect/submit.ts';
import { given, refOf, uuid } from './testing/given.ts';
import { CASE, head, history, procedure, SURGERY } from './testing/plan-case.ts';

const ID = uuid(0x31);
const stream = `contribution/${ID}` as const;
const plan = '外科发展规划';
const requested = {
  type: 'ContributionRequested',
  data: {
    case: CASE,
    stage: 'collect',
    department: SURGERY,
    label: plan,
    due: null,
    afterDue: 'receive',
  },
};

const submit = (setting: object) =>
  given(
    { ...history('collect', { streams: { collect: [stream] } }), [stream]: [requested] },
    { definitions: { plan: procedure({}) }, texts: [plan], actor: head(SURGERY), ...setting },
  ).when(submitContribution, ID, { text: refOf(plan) });

describe('citing a text', () => {
  test('that another brought is refused in the words of one that is not here', () => {
    const { decision } = submit({ brought: [] });
    expect(decision).toMatchObject({ refusal: { rule: 'text.known' } });
    expect(decision).toEqual(submit({ texts: [] }).decision);
  });

  test('is for whoever brought it, for the office, and for the clock', () => {
    const office = { as: 'office', person: uuid(999), post: uuid(998), department: null };
    for (const setting of [
      { brought: [plan] },
      { brought: [], actor: office },
      { brought: [], actor: CLOCK },
    ])
      submit(setting).then([{ stream, type: 'ContributionSubmitted' }]);
  });
});

import type { Staffing } from '@mouding/core';
import { checked } from './checking.ts';
import { emptyDefinition, newBody } from './empty.ts';
import { insertStep, newStage, putStage } from './steps.ts';

const seats = ['chair', 'member', 'secretary'].map((role) => ({ role }));
const org: Staffing = {
  context: { posts: [], departments: [], bodies: [{ key: 'party-committee', seats }] },
};
const small = emptyDefinition('小程序', '党委会');

test('what a new procedure begins with is sound', () => {
  const { findings, states } = checked(small, org);
  expect(findings).toEqual([]);
  expect(states).toBeGreaterThan(1);
});

test('a body that nobody formed is found at its card, and holds no publication back', () => {
  const withBody = { ...small, bodies: { ...small.bodies, experts: newBody('专家委员会') } };
  const stage = { ...newStage(withBody, { kind: 'meeting@1', title: '专家论证', at: 1 }) };
  const after = insertStep(withBody, 1, { ...stage, with: { ...stage.with, body: 'experts' } });
  const [finding] = checked(after, org).findings;
  expect(finding).toMatchObject({
    isSoft: true,
    place: { anchor: 'card-body-experts', title: '专家委员会' },
  });
});

test('a way that ends nowhere is found with its path, at the stage where it breaks', () => {
  const [first] = small.steps;
  if (!first || 'together' in first) throw new Error('the first step is a stage');
  const after = putStage(small, first.id, { ...first, then: { ...first.then, passed: 'again' } });
  const anchors = checked(after, org).findings.map(({ place }) => place?.anchor);
  expect(anchors).toContain('card-stage-2');
});

test('a title that is missing is named in words, not by the path of its field', () => {
  const [first] = small.steps;
  if (!first || 'together' in first) throw new Error('the first step is a stage');
  const [finding] = checked(putStage(small, first.id, { ...first, title: '' }), org).findings;
  expect(finding?.zh).toContain('“名称”未填写');
  expect(finding?.place?.anchor).toBe('card-stage-1');
});

test('a 党委会 that half of its members open is a hint at its card, and holds no publication back', () => {
  const { bodies } = small;
  const body = { ...newBody('党委会'), quorum: { base: 'all', num: 1, den: 2, inclusive: true } as const };
  const { findings } = checked({ ...small, bodies: { ...bodies, 'party-committee': body } }, org);
  expect(findings).toEqual([
    expect.objectContaining({
      isSoft: true,
      basis: expect.stringContaining('中国共产党党组工作条例') as string,
      place: { anchor: 'card-body-party-committee', title: '党委会' },
    }),
  ]);
});

import type { Capacity } from '../../capacity.ts';
import { CASE, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { AT, held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE } from '../../testing/plan-bodies.ts';
import { convertManuscript } from '../manuscript/convert.ts';
import { signIssue } from '../issue/sign.ts';
import { callMeeting } from '../meeting/call.ts';
import { reviseManuscript } from '../manuscript/revise.ts';
import { waiveFinding, withdrawWaiver } from './waive.ts';

const DIRECTOR: Capacity = { ...OFFICE, as: 'office-director' };
const LEADER: Capacity = { as: 'leader', person: person(21), post: post(21), department: null };
const FAULTY = PLAN.replace('建成5个', '建成XX个');
const XX = { rule: 'PLACEHOLDER', node: null, quote: 'XX' };
const ground = { basis: 'editorial' };

/** The second gate refused the plan. */
const changing = (definition: object = TWICE): Story =>
  held(held(plan(definition), { meeting: uuid(20), stage: 'first' }), {
    meeting: uuid(21),
    stage: 'second',
    votes: ['no', 'no', 'no', 'yes'],
  });

/** The office writes XX into it. */
const spoilt = (story: Story, base: object = refOf(PLAN), done = true): Story =>
  story.does(OFFICE, reviseManuscript, [
    MANUSCRIPT,
    {
      base,
      label: '送审稿',
      edits: [{ quote: '建成5个', replacement: '建成XX个', cites: null, reason: '', ground }],
      done,
    } as never,
  ]);
const faulty = (definition: object = TWICE): Story => spoilt(changing(definition));

const calls = (story: Story) =>
  story.when(SECRETARY, callMeeting, [uuid(99), { case: CASE, stage: 'first', at: AT, place: '礼堂' }])
    .decision;
const noticed = (story: Story): readonly string[] => {
  const decision = calls(story);
  return 'notices' in decision ? (decision.notices ?? []).map(({ rule }) => rule) : [];
};
const strict = (rules: object): object => ({
  ...TWICE,
  steps: TWICE.steps.map((step) => (step.id === 'first' ? { ...step, rules } : step)),
});
const waives = (story: Story, findings: readonly object[] = [XX], by: Capacity = DIRECTOR) =>
  story.when(by, waiveFinding, [MANUSCRIPT, { findings, reason: '待主管部门下达' } as never]);
const waived = (story: Story): Story =>
  story.does(DIRECTOR, waiveFinding, [MANUSCRIPT, { findings: [XX], reason: '待主管部门下达' }]);

test('an error shows before a body, and holds where the procedure says so', () => {
  expect(noticed(faulty())).toContain('text.checkup');
  const rules = { 'text.checkup': { effect: 'block', reason: '本院规定' } };
  expect(calls(faulty(strict(rules)))).toMatchObject({
    refusal: {
      rule: 'text.checkup',
      facts: { count: 1, rules: { PLACEHOLDER: 1 }, places: [{ line: 3, quote: 'XX' }] },
      needs: { zh: expect.stringContaining('豁免') },
    },
  });
});

test('doubts are looked at only where the procedure says so', () => {
  const rules = { 'text.checkup-doubts': { effect: 'warn', reason: '本院规定' } };
  const doubtful = (definition: object = TWICE): Story =>
    changing(definition).does(OFFICE, reviseManuscript, [
      MANUSCRIPT,
      {
        base: refOf(PLAN),
        label: '送审稿',
        edits: [{ quote: '认真贯彻落实', replacement: '完善工作台帐', cites: null, reason: '', ground }],
        done: true,
      } as never,
    ]);
  expect(noticed(doubtful())).toEqual([]);
  expect(noticed(doubtful(strict(rules)))).toEqual(['text.checkup-doubts']);
});

test('what is let stand with reasons holds nothing, until that is taken back', () => {
  const story = waived(faulty());
  expect(noticed(story)).not.toContain('text.checkup');
  expect(waives(story).decision).toMatchObject({ refusal: { rule: 'manuscript.no-finding' } });
  expect(noticed(story.does(DIRECTOR, withdrawWaiver, [MANUSCRIPT, { findings: [XX] }]))).toContain(
    'text.checkup',
  );
});

test('a waiver of a time before the text was a tree still holds', () => {
  const before = spoilt(changing(), refOf(PLAN), false);
  const { decision } = before.when(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const [tree] = 'trees' in decision ? (decision.trees ?? []) : [];
  const node = tree?.nodes.find(({ text }) => text?.includes('XX'))?.id;
  const converted = (story: Story) => story.does(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  expect(waives(converted(before), [{ ...XX, node }]).types()).toEqual(['manuscript FindingWaived']);
  expect(waives(converted(waived(before)), [{ ...XX, node }]).decision).toMatchObject({
    refusal: { rule: 'manuscript.no-finding' },
  });
});

test('only what was let stand is taken back', () => {
  const findings = [{ ...XX, quote: 'YY' }];
  expect(waived(faulty()).when(DIRECTOR, withdrawWaiver, [MANUSCRIPT, { findings }]).decision).toMatchObject({
    refusal: { rule: 'manuscript.no-waiver' },
  });
});

test('in a tree it is a finding of one node', () => {
  const { decision } = changing().when(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const [tree] = 'trees' in decision ? (decision.trees ?? []) : [];
  if (!tree) throw new Error('no tree');
  const node = tree.nodes.find(({ text }) => text?.includes('5个'))?.id;
  const story = spoilt(changing().does(OFFICE, convertManuscript, [MANUSCRIPT, {}]), treeRefOf(tree));
  expect(waives(story).decision).toMatchObject({ refusal: { rule: 'manuscript.no-finding' } });
  expect(waives(story, [{ ...XX, node }]).types()).toEqual(['manuscript FindingWaived']);
  expect(calls(story)).toMatchObject({
    notices: [
      {
        rule: 'text.checkup',
        facts: { places: [{ node }] },
        said: { zh: expect.stringContaining('第一章') },
      },
    ],
  });
});

test('one reason for many, sealed; each finding is a fact of its own', () => {
  const { decision } = waives(faulty(), [XX, XX]);
  const facts = 'facts' in decision ? decision.facts : [];
  expect(facts).toHaveLength(1);
  expect(facts[0]?.fact.data).toEqual({
    rule: 'PLACEHOLDER',
    node: null,
    digest: refOf('PLACEHOLDER\nXX').hash,
    by: DIRECTOR.person,
  });
  expect(facts[0]?.sealed).toEqual([{ subject: DIRECTOR.person, plain: { reason: '待主管部门下达' } }]);
});

test('a leader who is responsible for no chapter lets nothing stand', () => {
  expect(waives(faulty(), [XX], LEADER).decision).toMatchObject({
    refusal: { rule: 'manuscript.waiver-lead', facts: { as: 'leader' } },
  });
  expect(faulty().when(LEADER, withdrawWaiver, [MANUSCRIPT, { findings: [XX] }]).decision).toMatchObject({
    refusal: { rule: 'manuscript.waiver-lead' },
  });
});

test('nothing is signed for issue with an error in it, unless that is let stand', () => {
  const passed = (story: Story): Story =>
    held(held(story, { meeting: uuid(30), stage: 'first' }), { meeting: uuid(31), stage: 'second' });
  const signs = (story: Story) => {
    const issue = Object.keys(story.history).find((name) => name.startsWith('issue/')) ?? '';
    return story.when(LEADER, signIssue, [issue.slice('issue/'.length), { text: refOf(FAULTY) }]);
  };
  expect(signs(passed(faulty())).decision).toMatchObject({
    refusal: { rule: 'issue.checkup', facts: { count: 1 }, basis: expect.stringContaining('复核') },
  });
  expect(signs(waived(passed(faulty()))).types()).toEqual(['issue IssueSigned']);
});

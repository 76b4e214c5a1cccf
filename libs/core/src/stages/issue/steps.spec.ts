import type { Capacity } from '../../capacity.ts';
import { advanceCase } from '../../case/advance.ts';
import { CASE, department, head, OFFICE, post, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import {
  deedOf,
  DIRECTOR,
  drafted,
  ISSUE,
  LEADER,
  NUMBER,
  numbered,
  ON,
  onIssue,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { checkIssue, countersignIssue, reviewIssue, sealIssue } from './hand-on.ts';
import type { IssueState } from './issue.ts';
import { numberIssue } from './number.ts';
import { publishIssue } from './publish.ts';
import { issueRows } from './rows.ts';
import { signIssue } from './sign.ts';

const onText = [ISSUE, { text: TEXT }] as const;
const other = [ISSUE, { text: refOf('改动') }] as const;
const countersigning = { departments: [department(1), department(2)] };
const owed = ({ history }: Story) => {
  const kind = streamKind('issue');
  const facts = history[`issue/${ISSUE}`] ?? [];
  const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
  return issueRows(ISSUE, state as IssueState).obligations.map(({ verb, holder }) => `${verb} ${holder}`);
};
const noticed = ({ decision }: ReturnType<Story['when']>) =>
  'refusal' in decision ? decision.refusal.rule : decision.notices?.map(({ rule }) => rule);

test('every step names its text, the post and the day', () => {
  drafted()
    .when(DIRECTOR, reviewIssue, onText)
    .then([onIssue('IssueReviewed', deedOf(DIRECTOR))]);
  drafted({ steps: countersigning })
    .when(head(1), countersignIssue, onText)
    .then([onIssue('IssueCountersigned', { ...deedOf(head(1)), department: department(1) })]);
  signed()
    .when(DIRECTOR, checkIssue, onText)
    .then([onIssue('IssueChecked', deedOf(DIRECTOR))]);
  numbered()
    .when(OFFICE, sealIssue, onText)
    .then([onIssue('IssueSealed', deedOf(OFFICE))]);
});

test('when all were done nothing is left to show', () => {
  const all = drafted({ steps: countersigning })
    .does(DIRECTOR, reviewIssue, onText)
    .does(head(1), countersignIssue, onText)
    .does(head(2), countersignIssue, onText)
    .does(LEADER, signIssue, onText)
    .does(DIRECTOR, checkIssue, onText)
    .does(OFFICE, numberIssue, [ISSUE, { number: NUMBER }])
    .does(OFFICE, sealIssue, onText);
  expect(noticed(all.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]))).toEqual([]);
});

test('what was left out shows at the next act, by name, and again when the stage ends', () => {
  const bare = drafted({ steps: countersigning });
  const sign = bare.when(LEADER, signIssue, onText);
  expect(noticed(sign)).toEqual(['issue.reviewed', 'issue.countersigned']);
  expect(sign.decision).toMatchObject({ notices: [{}, { facts: { missing: ['1科', '2科'] } }] });
  const half = bare.does(DIRECTOR, reviewIssue, onText).does(head(2), countersignIssue, onText);
  expect(half.when(LEADER, signIssue, onText).decision).toMatchObject({
    notices: [{ facts: { missing: ['1科'] } }],
  });
  expect(noticed(signed().when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]))).toEqual(['issue.checked']);
  const publish = [ISSUE, { text: TEXT, on: ON }] as const;
  expect(noticed(numbered().when(OFFICE, publishIssue, publish))).toEqual(['issue.checked', 'issue.sealed']);
  const early = { with: { subject: 'scheme', closesOn: 'issued' } };
  const out = numbered(drafted({ publish: early })).does(OFFICE, publishIssue, publish);
  expect(noticed(out.when(OFFICE, advanceCase, [CASE, { stage: 'publish' }]))).toEqual([
    'issue.reviewed',
    'issue.checked',
    'issue.sealed',
  ]);
});

test.each([
  ['review', 'issue.reviewed', (story: Story) => story.when(LEADER, signIssue, onText)],
  ['countersign', 'issue.countersigned', (story: Story) => story.when(LEADER, signIssue, onText)],
  [
    'check',
    'issue.checked',
    (story: Story) => signed(story).when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]),
  ],
  [
    'seal',
    'issue.sealed',
    (story: Story) => numbered(story).when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]),
  ],
])(
  '%s stands in the way when the hospital says so, shows by default, and is not asked for when off',
  (step, rule, next) => {
    const asking = (effect: string) => drafted({ steps: { ...countersigning, [step]: effect } });
    const stopped = next(asking('block'));
    stopped.refused(rule);
    expect(stopped.decision).toMatchObject({
      refusal: { basis: expect.stringContaining('公文处理工作条例') },
    });
    expect(noticed(next(asking('warn')))).toContain(rule);
    expect(noticed(next(asking('off')))).not.toContain(rule);
  },
);

test('a step is done once, in its time, on the text of the issue', () => {
  drafted()
    .does(DIRECTOR, reviewIssue, onText)
    .when(DIRECTOR, reviewIssue, onText)
    .refused('issue.step-done');
  drafted().when(DIRECTOR, reviewIssue, other).refused('issue.text');
  signed().when(DIRECTOR, reviewIssue, onText).refused('issue.step-now');
  drafted().when(DIRECTOR, checkIssue, onText).refused('issue.step-now');
  signed().when(DIRECTOR, checkIssue, other).refused('issue.text');
  signed().does(DIRECTOR, checkIssue, onText).when(OFFICE, checkIssue, onText).refused('issue.step-done');
  expect(numbered().when(DIRECTOR, checkIssue, onText).types()).toEqual(['issue IssueChecked']);
  signed().when(OFFICE, sealIssue, onText).refused('issue.step-now');
  numbered().when(OFFICE, sealIssue, other).refused('issue.text');
  numbered().does(OFFICE, sealIssue, onText).when(OFFICE, sealIssue, onText).refused('issue.step-done');
});

test('a department countersigns once, when it is asked to', () => {
  const asking = drafted({ steps: { departments: [department(1)] } });
  asking.when(head(2), countersignIssue, onText).refused('issue.countersigner');
  asking.when(LEADER, countersignIssue, onText).refused('issue.countersigner');
  asking.when(head(1), countersignIssue, other).refused('issue.text');
  const done = asking.does(head(1), countersignIssue, onText);
  done.when(head(1), countersignIssue, onText).refused('issue.step-done');
  signed(asking).when(head(1), countersignIssue, onText).refused('issue.step-now');
});

test('whoever checks is another person than whoever signed, whatever post is held besides', () => {
  const double: Capacity = { ...LEADER, as: 'office', post: post(20) };
  signed().when(double, checkIssue, onText).refused('issue.other-checker');
  expect(signed().when(OFFICE, checkIssue, onText).types()).toEqual(['issue IssueChecked']);
});

test('a countersigning department that the hospital does not have shows at the signature', () => {
  const story = drafted({ steps: { unknown: ['撤销科'] } });
  expect(story.when(LEADER, signIssue, onText).decision).toMatchObject({
    notices: [
      { rule: 'issue.reviewed' },
      { rule: 'issue.countersigners-known', facts: { unknown: ['撤销科'] } },
    ],
  });
  const off = drafted({ steps: { unknown: ['撤销科'], countersign: 'off' } });
  expect(noticed(off.when(LEADER, signIssue, onText))).toEqual(['issue.reviewed']);
});

test('steps are owed beside the next one, and before it where they stand in its way', () => {
  expect(owed(drafted({ steps: countersigning }))).toEqual([
    'issue.review office',
    `issue.countersign department-head@${department(1)}`,
    `issue.countersign department-head@${department(2)}`,
    'issue.sign leader',
  ]);
  const strict = drafted({ steps: { review: 'block', check: 'block', seal: 'block' } });
  expect(owed(strict)).toEqual(['issue.review office']);
  const reviewed = strict.does(DIRECTOR, reviewIssue, onText);
  expect(owed(reviewed)).toEqual(['issue.sign leader']);
  expect(owed(signed(reviewed))).toEqual(['issue.check office']);
  const checked = signed(reviewed).does(DIRECTOR, checkIssue, onText);
  expect(owed(checked)).toEqual(['issue.number office']);
  const sealing = checked.does(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]);
  expect(owed(sealing)).toEqual(['issue.seal office']);
  expect(owed(sealing.does(OFFICE, sealIssue, onText))).toEqual(['issue.publish office']);
});

test('an issue that was drafted before steps could be asked for goes on as it did', () => {
  const old = drafted({ first: { steps: undefined, register: undefined } });
  const facts = old.history[`issue/${ISSUE}`]?.map(({ type, data }) => ({
    type,
    data: JSON.parse(JSON.stringify(data)) as object,
  }));
  const story = old.with(`issue/${ISSUE}`, ...(facts ?? []));
  expect(owed(story)).toEqual(['issue.sign leader']);
  expect(noticed(numbered(story).when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]))).toEqual([]);
});

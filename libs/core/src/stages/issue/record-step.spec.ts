import { advanceCase } from '../../case/advance.ts';
import { CASE, department, head, OFFICE, type Story } from '../../testing/council.ts';
import {
  deedOf,
  DIRECTOR,
  drafted,
  ISSUE,
  issued,
  LEADER,
  ON,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { after, NUMBERING, PUBLISHING, recorded, rules, type step } from '../../testing/issue-steps.ts';
import { checkIssue } from './hand-on.ts';
import { numberIssue } from './number.ts';
import { publishIssue } from './publish.ts';
import { signIssue } from './sign.ts';

test('a step is attributed to the post that did it, whose holder is told; the asker recorded it', () => {
  const { decision } = recorded(drafted(), 'review', DIRECTOR);
  expect(decision).toMatchObject({
    notices: [],
    facts: [
      {
        stream: `issue/${ISSUE}`,
        fact: { type: 'IssueReviewed', data: deedOf(DIRECTOR) },
        of: DIRECTOR,
      },
      {
        stream: 'record/new-record',
        fact: {
          type: 'RecordEntered',
          data: {
            about: `issue/${ISSUE}`,
            verb: 'issue.record-step',
            title: '补录核稿：编制工作方案',
            recorder: OFFICE.post,
            people: [{ post: DIRECTOR.post, person: DIRECTOR.person }],
            holds: [],
          },
        },
      },
    ],
  });
});

test('the whole sheet on paper, step by step, breaks nothing and leaves nothing out', () => {
  const steps: readonly Parameters<typeof step>[] = [
    ['review', DIRECTOR],
    ['countersign', head(1)],
    ['sign', LEADER],
    ['check', DIRECTOR],
    ['number', OFFICE, NUMBERING],
    ['seal', OFFICE],
  ];
  const closing = { with: { subject: 'scheme', closesOn: 'issued' } };
  const sheet = drafted({ steps: { departments: [department(1)] }, publish: closing });
  const story = steps.reduce<Story>((so, args) => {
    expect(rules(recorded(so, ...args))).toEqual([]);
    return after(so, ...args);
  }, sheet);
  const published = recorded(story, 'publish', OFFICE, PUBLISHING);
  expect(rules(published)).toEqual([]);
  expect(published.types()).toEqual(['issue Issued', 'record RecordEntered']);
  const left = after(story, 'publish', OFFICE, PUBLISHING).when(OFFICE, advanceCase, [
    CASE,
    { stage: 'publish' },
  ]);
  expect(left.decision).toMatchObject({
    notices: [],
    facts: [{ fact: { type: 'StageClosed', data: { text: TEXT } } }],
  });
});

test('acts and records go on from each other', () => {
  const paper = after(drafted(), 'sign', LEADER, {}, '2025-11-18');
  expect(paper.when(DIRECTOR, checkIssue, [ISSUE, { text: TEXT }]).types()).toEqual(['issue IssueChecked']);
  const number = paper.does(OFFICE, numberIssue, [ISSUE, NUMBERING]);
  number.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: '2025-11-17' }]).refused('issue.date');
  expect(number.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: '2025-11-18' }]).types()).toEqual([
    'issue Issued',
  ]);
  paper.when(LEADER, signIssue, [ISSUE, { text: TEXT }]).refused('issue.drafted');
});

describe('steps in another order', () => {
  test('show what had not been done before them', () => {
    const sealed = recorded(drafted(), 'seal', OFFICE);
    expect(sealed.decision).toMatchObject({
      notices: [{ rule: 'issue.order', facts: { undone: ['review', 'sign', 'check', 'number'] } }],
      facts: [{}, { fact: { data: { holds: [] } } }],
    });
    const off = drafted({ steps: { review: 'off', check: 'off' } });
    expect(recorded(off, 'number', OFFICE, NUMBERING).decision).toMatchObject({
      notices: [{ rule: 'issue.order', facts: { undone: ['sign'] } }],
    });
  });

  test('show by their days, whichever is recorded first', () => {
    const late = after(signed(), 'seal', OFFICE, {}, '2025-11-10');
    expect(recorded(late, 'check', DIRECTOR, {}, '2025-11-12').decision).toMatchObject({
      notices: [{ rule: 'issue.order', facts: { undone: ['review'], later: ['sign'], sooner: ['seal'] } }],
    });
    const reviewed = after(drafted(), 'review', DIRECTOR, {}, '2025-11-19');
    expect(recorded(reviewed, 'sign', LEADER, {}, '2025-11-18').decision).toMatchObject({
      notices: [{ facts: { undone: [], later: ['review'], sooner: [] } }],
    });
    expect(rules(recorded(reviewed, 'sign', LEADER, {}, '2025-11-19'))).toEqual([]);
  });

  test('come to the same end: number before signature, issue before both', () => {
    const early = after(drafted(), 'number', OFFICE, NUMBERING);
    const both = after(early, 'sign', LEADER);
    expect(both.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]).types()).toEqual([
      'issue Issued',
    ]);
    const out = after(drafted(), 'publish', OFFICE, PUBLISHING);
    expect(recorded(out, 'sign', LEADER).types()).toContain('issue IssueSigned');
    expect(recorded(after(out, 'sign', LEADER), 'number', OFFICE, NUMBERING).types()).toEqual([
      'issue IssueNumbered',
      'register NumberTaken',
      'record RecordEntered',
    ]);
    expect(recorded(issued(), 'seal', OFFICE).types()).toContain('issue IssueSealed');
  });

  test('a step that blocks is asked for when the stage ends, and may come from paper', () => {
    const strict = drafted({
      steps: { check: 'block', review: 'off', seal: 'off' },
      publish: { with: { subject: 'scheme', closesOn: 'issued' } },
    });
    const out = after(
      after(after(strict, 'sign', LEADER), 'number', OFFICE, NUMBERING),
      'publish',
      OFFICE,
      PUBLISHING,
    );
    const leave = (story: Story) => story.when(OFFICE, advanceCase, [CASE, { stage: 'publish' }]);
    leave(out).refused('issue.checked');
    expect(leave(after(out, 'check', DIRECTOR)).types()).toContain('case StageClosed');
  });
});

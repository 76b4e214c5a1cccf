import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { CASE, council, department, head, OFFICE, SCHEME } from '../../testing/council.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { DIRECTOR, drafted, ISSUE, LEADER, onIssue, signed, TEXT } from '../../testing/issue-case.ts';
import { draftIssue, DraftIssue } from './draft.ts';
import { countersignIssue, reviewIssue } from './hand-on.ts';
import { signIssue } from './sign.ts';

const AUTHORITY = uuid(900);
const sheet = DraftIssue.parse({
  title: '关于印发《编制工作方案》的通知',
  recipients: [department(2)],
  copiedTo: [
    { to: 'authority' },
    { to: 'department', department: department(1) },
    { to: 'other', name: '某学会' },
  ],
  disclosure: 'public',
  copies: 60,
});
const filled = (more: object) => [ISSUE, { ...sheet, ...more }] as const;
const onText = [ISSUE, { text: TEXT }] as const;

test('the sheet names whom it goes to, with the authority of the case', () => {
  const story = drafted();
  const withAuthority = story.with(
    `case/${CASE}`,
    ...(story.history[`case/${CASE}`] ?? []).map((fact) =>
      fact.type === 'CaseOpened' ? { ...fact, data: { ...fact.data, authority: AUTHORITY } } : fact,
    ),
  );
  const copiedTo = [{ to: 'authority', institution: AUTHORITY }, ...sheet.copiedTo.slice(1)];
  withAuthority
    .when(OFFICE, draftIssue, [ISSUE, sheet])
    .then([onIssue('DraftFilledIn', { ...sheet, copiedTo, post: OFFICE.post })]);
});

test('without a title the one of the stage stays; on paper the authority has no address here', () => {
  drafted()
    .when(OFFICE, draftIssue, filled({ title: null }))
    .then([
      onIssue('DraftFilledIn', {
        ...sheet,
        title: '编制工作方案',
        copiedTo: [{ to: 'authority', institution: null }, ...sheet.copiedTo.slice(1)],
        post: OFFICE.post,
      }),
    ]);
});

test.each([
  ['issue.department-known', { recipients: [department(9)] }],
  ['issue.department-known', { copiedTo: [{ to: 'department', department: department(9) }] }],
  ['issue.addressed-once', { recipients: [department(2), department(2)] }],
  ['issue.addressed-once', { copiedTo: [{ to: 'department', department: department(2) }] }],
  ['issue.addressed-once', { copiedTo: [{ to: 'authority' }, { to: 'authority' }] }],
  [
    'issue.addressed-once',
    {
      copiedTo: [
        { to: 'other', name: '某学会' },
        { to: 'other', name: '某学会' },
      ],
    },
  ],
])('%s', (rule, more) => {
  drafted()
    .when(OFFICE, draftIssue, filled(more as object))
    .refused(rule);
});

test('after the signature the sheet stands', () => {
  signed().when(OFFICE, draftIssue, [ISSUE, sheet]).refused('issue.drafted');
});

test('a sheet that was filled in again is reviewed and countersigned again', () => {
  const story = drafted({ steps: { departments: [department(1)] } })
    .does(DIRECTOR, reviewIssue, onText)
    .does(head(1), countersignIssue, onText)
    .does(OFFICE, draftIssue, [ISSUE, sheet]);
  expect(story.when(LEADER, signIssue, onText).decision).toMatchObject({
    notices: [{ rule: 'issue.reviewed' }, { rule: 'issue.countersigned' }],
  });
  expect(story.when(DIRECTOR, reviewIssue, onText).types()).toEqual(['issue IssueReviewed']);
  expect(story.when(head(1), countersignIssue, onText).types()).toEqual(['issue IssueCountersigned']);
});

test('only departments of the sheet sign for it', () => {
  expect(DraftIssue.safeParse({ ...sheet, recipients: [] }).success).toBe(false);
  expect(DraftIssue.safeParse({ ...sheet, copies: 0 }).success).toBe(false);
  expect(DraftIssue.safeParse({ ...sheet, disclosure: 'secret' }).success).toBe(false);
});

const written = (params: object) => {
  const { definitions } = council({}, {}, null, { with: { subject: 'scheme', ...params } });
  const read = readDefinition(definitions['plan']);
  return 'faults' in read ? read.faults : compileProcedure(read.definition).stage('publish').params;
};

test('a procedure asks by default for 核稿, 复核 and 用印, and lets them only show', () => {
  expect(written({})).toMatchObject({
    register: 'external',
    steps: { review: 'warn', countersign: 'warn', check: 'warn', seal: 'warn', countersigners: [] },
  });
  expect(written({ register: { own: '某医' }, steps: { seal: 'off', check: 'block' } })).toMatchObject({
    register: { own: '某医' },
    steps: { review: 'warn', check: 'block', seal: 'off' },
  });
});

test.each([
  { register: 'own' },
  { register: { own: 'AB' } },
  { register: { own: '医' } },
  { steps: { seal: 'yes' } },
])('%j is no parameter', (params) => {
  expect(written(params)).toEqual([expect.objectContaining({ at: expect.stringContaining('publish') })]);
});

test('what is asked for is frozen when the stage opens, countersigners by name', () => {
  const params = {
    subject: 'scheme',
    register: { own: '某医' },
    steps: { review: 'off', countersigners: ['2科', '撤销科'] },
  };
  const { definitions, history } = council({}, {}, null, { with: params });
  const read = readDefinition(definitions['plan']);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const { kind, params: parsed, ...stage } = compileProcedure(read.definition).stage('publish');
  expect(stage).toBeDefined();
  const { decision } = given(history, { definitions, texts: [SCHEME] }).when(
    {
      verb: 'case.enter',
      on: 'case',
      needs: (_, id) => [{ read: `case/${id}` }],
      decide(now, caseId) {
        const state = now.state('case', caseId);
        const found = read.definition.steps.find(({ id }) => id === 'publish');
        if (!state || !found || 'together' in found) throw new Error('the case is open');
        return {
          facts: kind.enter(
            { given: now, caseId, case: state, stage: found, round: 1, due: null, why: [] },
            parsed,
          ),
        };
      },
    },
    CASE,
    {},
  );
  expect(decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'IssueDrafted',
          data: {
            text: refOf(SCHEME),
            register: { own: '某医' },
            steps: {
              review: 'off',
              countersign: 'warn',
              check: 'warn',
              seal: 'warn',
              departments: [department(2)],
              unknown: ['撤销科'],
            },
          },
        },
      },
    ],
  });
});

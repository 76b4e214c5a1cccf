import { advanceCase } from '../../case/advance.ts';
import { Elsewhere } from '../../elsewhere.ts';
import { CASE, department, head, OFFICE, person, post } from '../../testing/council.ts';
import { INSTITUTION } from '../../testing/given.ts';
import { drafted, ISSUE, issued, numbered, ON, onIssue } from '../../testing/issue-case.ts';
import { acknowledgeIssue, recordReceipt } from './receipt.ts';

const elsewhere = (happened = ON) => Elsewhere.parse({ happened, medium: 'paper', book: '签收登记簿第1页' });
const received = (n: number, receivedOn = ON) => ({ department: department(n), receivedOn });
const list = (...receipts: readonly { department: string; receivedOn: string }[]) =>
  [ISSUE, { elsewhere: elsewhere(), receipts: [...receipts] }] as const;

test('several departments of one list, each by its head, who is told; then the stage ends', () => {
  const record = { stream: 'record/new-record', type: 'RecordEntered' };
  const of = issued().when(OFFICE, recordReceipt, list(received(1), received(2)));
  of.then([
    onIssue('ReceiptSigned', { department: department(1), on: ON }),
    onIssue('ReceiptSigned', { department: department(2), on: ON }),
    record,
  ]);
  expect(of.decision).toMatchObject({
    facts: [
      { of: head(1) },
      { of: head(2) },
      {
        fact: {
          data: {
            title: '补录签收：编制工作方案',
            people: [
              { post: post(31), person: person(31) },
              { post: post(32), person: person(32) },
            ],
          },
        },
      },
    ],
  });
  const all = issued().does(OFFICE, recordReceipt, list(received(1), received(2)));
  expect(all.when(OFFICE, advanceCase, [CASE, { stage: 'publish' }]).types()).toEqual(['case StageClosed']);
});

test('some sign here, the others on paper', () => {
  const half = issued().does(head(1), acknowledgeIssue, [ISSUE, {}]);
  expect(half.when(OFFICE, recordReceipt, list(received(2))).types()).toContain('issue ReceiptSigned');
  half.when(OFFICE, recordReceipt, list(received(1))).refused('issue.received');
});

test('a receipt of a day before the issue shows', () => {
  expect(
    issued().when(OFFICE, recordReceipt, list(received(1, '2025-11-19'), received(2))).decision,
  ).toMatchObject({
    notices: [{ rule: 'issue.receipt-date', facts: { issued: ON, departments: [department(1)] } }],
  });
});

test.each([
  ['nobody sent it there', 'issue.recipient', [received(3)]],
  ['one department twice', 'issue.received', [received(1), received(1)]],
  ['a day to come', 'issue.receipt-day', [received(1, '2025-11-21')]],
])('%s is refused', (_, rule, receipts) => {
  issued()
    .when(OFFICE, recordReceipt, list(...receipts))
    .refused(rule);
});

test('before it is issued, and when everybody has signed, there is nothing to record', () => {
  for (const story of [
    drafted(),
    numbered(),
    issued().does(OFFICE, recordReceipt, list(received(1), received(2))),
  ])
    story.when(OFFICE, recordReceipt, list(received(1))).refused('issue.issued');
});

test('a department without a head is recorded by the office', () => {
  const vacated = { post: post(31), person: person(31), until: '2025-11-01T00:00:00.000Z' };
  const story = issued().but(`org/${INSTITUTION}`, { type: 'PostVacated', data: vacated });
  const { decision } = story.when(OFFICE, recordReceipt, list(received(1)));
  expect(decision).toMatchObject({
    notices: [{ rule: 'record.holder' }],
    facts: [{ fact: { type: 'ReceiptSigned' } }, { fact: { data: { people: [] } } }],
  });
  expect('facts' in decision && decision.facts[0]).not.toHaveProperty('of');
});

test('a receipt of a former head’s time is the former head’s, who is told', () => {
  const until = '2025-11-20T08:00:00.000Z';
  const story = issued().but(
    `org/${INSTITUTION}`,
    { type: 'PostVacated', data: { post: post(31), person: person(31), until } },
    { type: 'PostFilled', data: { post: post(31), person: person(77), from: until } },
  );
  expect(story.when(OFFICE, recordReceipt, list(received(1))).decision).toMatchObject({
    notices: [],
    facts: [
      { fact: { type: 'ReceiptSigned' }, of: { person: person(31), post: post(31) } },
      { fact: { data: { people: [{ post: post(31), person: person(31) }] } } },
    ],
  });
});

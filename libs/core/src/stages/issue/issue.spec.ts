import { advanceCase } from '../../case/advance.ts';
import { CASE, department, head, OFFICE, type Story } from '../../testing/council.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import {
  deedOf,
  drafted,
  issued,
  ISSUE,
  LEADER,
  NUMBER,
  numbered,
  ON,
  onIssue as on,
  signed,
  TEXT,
} from '../../testing/issue-case.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import type { IssueState } from './issue.ts';
import { numberIssue } from './number.ts';
import { publishIssue } from './publish.ts';
import { acknowledgeIssue } from './receipt.ts';
import { issueRows } from './rows.ts';
import { signIssue } from './sign.ts';

const RECIPIENTS = [department(1), department(2)];
/** What was left out and only shows. */
const LEFT_OUT = (...rules: readonly string[]) => rules.map((rule) => expect.objectContaining({ rule }));

const leave = (story: Story) => story.when(OFFICE, advanceCase, [CASE, { stage: 'publish' }]);
const owed = ({ history }: Story) => {
  const kind = streamKind('issue');
  const facts = history[`issue/${ISSUE}`] ?? [];
  const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
  return issueRows(ISSUE, state as IssueState).obligations.map(({ verb, holder }) => `${verb} ${holder}`);
};
test('signed, numbered, issued, received by everybody; then the stage ends', () => {
  drafted()
    .when(LEADER, signIssue, [ISSUE, { text: TEXT }])
    .then([on('IssueSigned', { ...deedOf(LEADER), notices: LEFT_OUT('issue.reviewed') })]);
  const second = numbered().when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]);
  second.then([
    on('Issued', {
      text: TEXT,
      number: NUMBER,
      on: ON,
      recipients: RECIPIENTS,
      notices: LEFT_OUT('issue.checked', 'issue.sealed'),
    }),
  ]);
  const one = issued();
  one
    .when(head(1), acknowledgeIssue, [ISSUE, {}])
    .then([on('ReceiptSigned', { department: department(1), on: ON })]);
  const all = one.does(head(1), acknowledgeIssue, [ISSUE, {}]).does(head(2), acknowledgeIssue, [ISSUE, {}]);
  expect(leave(all).decision).toMatchObject({
    facts: [{ fact: { type: 'StageClosed', data: { stage: 'publish', outcome: 'received', text: TEXT } } }],
  });
});

test('the number goes into the issue and into the register of its code and year', () => {
  const { decision } = signed().when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]);
  expect(decision).toMatchObject({
    facts: [
      { fact: { type: 'IssueNumbered', data: { number: NUMBER } } },
      {
        fact: {
          type: 'NumberTaken',
          data: { code: '某医', year: 2025, seq: 12, number: NUMBER, issue: ISSUE },
        },
      },
    ],
  });
});

test('a number is taken once in its year', () => {
  const register = Object.keys(numbered().history).find((name) => name.startsWith('register/')) ?? '';
  const taken = (seq: number, number: string) => ({
    type: 'NumberTaken',
    data: { code: '某医', year: 2025, seq, number, issue: uuid(1) },
  });
  const number = (story: Story) => story.when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }]);
  number(signed().but(register, taken(12, NUMBER))).refused('issue.number-free');
  expect(number(signed().but(register, taken(11, '某医〔2025〕11号'))).types()).toEqual([
    'issue IssueNumbered',
    'register NumberTaken',
  ]);
});

test('a number of the wrong form is refused', () => {
  signed()
    .when(OFFICE, numberIssue, [ISSUE, { number: '某医[2026]12号' }])
    .refused('issue.number-form');
});

test('issued from the day of the signature to today, by the days of Beijing', () => {
  const { history, definitions } = numbered();
  const late = '2025-11-22T16:30:00.000Z';
  const publish = (day: string) =>
    given(history, { actor: OFFICE, definitions, now: late }).when(publishIssue, ISSUE, {
      text: TEXT,
      on: day,
    });
  publish('2025-11-19').refused('issue.date');
  publish('2025-11-24').refused('issue.date');
  for (const day of ['2025-11-20', '2025-11-23']) expect(publish(day).types()).toEqual(['issue Issued']);
  expect(publish('2025-11-19').decision).toMatchObject({
    refusal: {
      basis: '《党政机关公文处理工作条例》第九条（成文日期、印发日期）',
      facts: { on: '2025-11-19', signed: '2025-11-20', today: '2025-11-23' },
    },
  });
});

test('a number of another year than the day of issue shows and stays in the fact', () => {
  const other = signed().does(OFFICE, numberIssue, [ISSUE, { number: '某医〔2026〕1号' }]);
  const year = { rule: 'issue.number-year', facts: { year: 2026, on: ON } };
  const notices = [...LEFT_OUT('issue.checked', 'issue.sealed'), expect.objectContaining(year)];
  expect(other.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]).decision).toMatchObject({
    facts: [{ fact: { type: 'Issued', data: { notices } } }],
    notices,
  });
});

test('one after the other', () => {
  const publish = [ISSUE, { text: TEXT, on: ON }] as const;
  drafted()
    .when(OFFICE, numberIssue, [ISSUE, { number: NUMBER }])
    .refused('issue.signed');
  signed()
    .when(LEADER, signIssue, [ISSUE, { text: TEXT }])
    .refused('issue.drafted');
  signed().when(OFFICE, publishIssue, publish).refused('issue.numbered');
  issued().when(OFFICE, publishIssue, publish).refused('issue.numbered');
  numbered().when(head(1), acknowledgeIssue, [ISSUE, {}]).refused('issue.issued');
});

test('another text is not signed', () => {
  drafted()
    .when(LEADER, signIssue, [ISSUE, { text: refOf('改动') }])
    .refused('issue.text');
});

test('a text that a gate did not decide is not issued; gate and hashes are named', () => {
  const changed = refOf('改动');
  const publish = numbered().when(OFFICE, publishIssue, [ISSUE, { text: changed, on: ON }]);
  publish.refused('issue.same-text');
  expect(publish.decision).toMatchObject({
    refusal: {
      facts: { text: changed.hash, gates: [{ gate: 'adopt', title: '党委会审议', decided: TEXT.hash }] },
    },
  });
  const redrafted = numbered(drafted({ text: changed }), changed);
  redrafted.when(OFFICE, publishIssue, [ISSUE, { text: changed, on: ON }]).refused('issue.same-text');
  const other = redrafted.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]);
  other.refused('issue.text');
});

test('nothing is issued that no gate has passed', () => {
  const publish = numbered(drafted({ decided: null })).when(OFFICE, publishIssue, [
    ISSUE,
    { text: TEXT, on: ON },
  ]);
  publish.refused('issue.same-text');
  expect(publish.decision).toMatchObject({ refusal: { facts: { gates: [{ decided: null }] } } });
});

test('a body that only advises does not stand in the way', () => {
  const advisory = { with: { body: 'council', subject: 'scheme', effect: 'advisory' } };
  const story = numbered(drafted({ decided: null, stage: advisory }));
  expect(story.when(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: ON }]).types()).toEqual(['issue Issued']);
});

test('the machine of the case is the last wall: a changed text does not leave the stage either', () => {
  const changed = refOf('改动');
  const forged = numbered(drafted({ text: changed }), changed).but(
    `issue/${ISSUE}`,
    { type: 'Issued', data: { text: changed, number: NUMBER, on: ON, recipients: RECIPIENTS, notices: [] } },
    { type: 'ReceiptSigned', data: { department: department(1) } },
    { type: 'ReceiptSigned', data: { department: department(2) } },
  );
  leave(forged).refused('case.text');
});

test('recipients sign once each, others not', () => {
  const one = issued().does(head(1), acknowledgeIssue, [ISSUE, {}]);
  one.when(head(1), acknowledgeIssue, [ISSUE, {}]).refused('issue.received');
  one.when(head(3), acknowledgeIssue, [ISSUE, {}]).refused('issue.recipient');
  one.when(LEADER, acknowledgeIssue, [ISSUE, {}]).refused('issue.recipient');
});

test('the stage waits for the last receipt, by name, or only for the issue', () => {
  leave(numbered()).refused('issue.issued');
  const waiting = leave(issued().does(head(1), acknowledgeIssue, [ISSUE, {}]));
  waiting.refused('issue.all-received');
  expect(waiting.decision).toMatchObject({ refusal: { facts: { missing: ['2科'] } } });
  const early = { with: { subject: 'scheme', closesOn: 'issued' } };
  expect(leave(issued(drafted({ publish: early }))).decision).toMatchObject({
    facts: [{ fact: { type: 'StageClosed', data: { outcome: 'issued' } } }],
  });
});

test('who owes what, in turn', () => {
  expect(owed(drafted())).toEqual(['issue.review office', 'issue.sign leader']);
  expect(owed(signed())).toEqual(['issue.check office', 'issue.number office']);
  expect(owed(numbered())).toEqual(['issue.check office', 'issue.seal office', 'issue.publish office']);
  expect(owed(issued().does(head(1), acknowledgeIssue, [ISSUE, {}]))).toEqual([
    `issue.acknowledge department-head@${department(2)}`,
  ]);
});

import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { openedWith } from '../../testing/asked-consultation.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import {
  FINANCE,
  head,
  history,
  MEDICAL,
  procedure,
  QUALITY,
  SURGERY,
  UNION,
} from '../../testing/plan-case.ts';
import { consultationMachine, type ConsultationState } from './consultation.ts';
import { openText } from './open-text.ts';
import { countReturns, returnsOf, sumOf } from './returns.ts';

const ID = uuid(0x6f);
const stream = `consultation/${ID}` as const;
const opinion = (n: number) => `opinion/${uuid(0x700 + n)}` as const;

const opened = openedWith({ recipients: [MEDICAL, SURGERY, FINANCE, QUALITY], silence: 'as-none' });
const reply = (department: string, opinions: number, n?: number): Fact => ({
  type: 'ReplyReceived',
  data: {
    department,
    opinions,
    opinion: n === undefined ? null : opinion(n),
    received: '2026-02-05T02:00:00.000Z',
  },
});
const entered = (department: string | null, opinions: number, n: number | null, late: boolean): Fact => ({
  type: 'ReplyEntered',
  data: { department, opinions, opinion: n === null ? null : opinion(n), happened: '2026-02-12', late },
});
const unsigned = (n: number): Fact => ({ type: 'UnsignedOpinionReceived', data: { opinion: opinion(n) } });
const closed = (overdue: readonly string[]): Fact => ({
  type: 'ConsultationClosed',
  data: { at: '2026-02-11T16:00:00.000Z', asked: 4, replied: 2, opinions: 3, overdue },
});
const fold = (facts: readonly Fact[]): ConsultationState =>
  facts.reduce(
    (state, fact) => step(consultationMachine, state, fact).state,
    initial(consultationMachine),
  ) as ConsultationState;
const lines = (facts: readonly Fact[]) =>
  returnsOf(fold(facts)).map(({ returned, opinions, late }) => [returned, opinions, late]);

test('says of each of those who were asked whether it has answered, and how', () => {
  const open = [opened, reply(MEDICAL, 2, 1), reply(SURGERY, 0)];
  const rest = [
    ['opinions', 2, false],
    ['none', 0, false],
  ];
  expect(lines(open)).toEqual([...rest, ['waiting', 0, false], ['waiting', 0, false]]);
  const over = [...open, closed([FINANCE, QUALITY])];
  expect(lines(over)).toEqual([...rest, ['overdue', 0, false], ['overdue', 0, false]]);
});

test('what comes late is entered with its mark, and who was overdue at the close stays so in the record', () => {
  const facts = [
    opened,
    reply(MEDICAL, 1, 1),
    closed([SURGERY, FINANCE, QUALITY]),
    entered(FINANCE, 1, 2, true),
  ];
  expect(lines(facts)[2]).toEqual(['opinions', 1, true]);
  expect(fold(facts).context.overdue).toEqual([SURGERY, FINANCE, QUALITY]);
});

test('counts what was sent, what came back, and what is in it', () => {
  const state = fold([
    opened,
    reply(MEDICAL, 1, 1),
    reply(MEDICAL, 2, 2),
    entered(null, 1, 3, false),
    unsigned(4),
    unsigned(5),
    reply(SURGERY, 0),
    { type: 'ReplyWithdrawn', data: { department: MEDICAL, opinions: 1, opinion: opinion(2) } },
  ]);
  const returns = countReturns(state);
  expect(returns).toEqual({
    asked: 4,
    replied: 2,
    opinions: 4,
    unsigned: 2,
    none: 1,
    overdue: [FINANCE, QUALITY],
  });
  expect(sumOf(returns, 'as-none')).toEqual({
    zh: '发出4份，收回2份，意见4条（其中不署名2条），无意见1份，逾期未反馈2份（视为无意见）',
    en: '4 asked, 2 answered, 4 opinions (2 unsigned), 1 without opinion, 2 silent (taken as no opinion)',
  });
  expect(sumOf(returns, 'none').zh).toMatch(/逾期未反馈2份$/);
});

test('whoever has taken back everything has not answered any more', () => {
  const back: Fact = {
    type: 'ReplyWithdrawn',
    data: { department: MEDICAL, opinions: 0, opinion: opinion(1) },
  };
  expect(lines([opened, reply(MEDICAL, 1, 1), back])[0]).toEqual(['waiting', 0, false]);
});

describe('opening the text', () => {
  const open = (facts: readonly Fact[], department = MEDICAL) =>
    given(
      { ...history('consult', { streams: { consult: [stream] } }), [stream]: facts },
      { definitions: { plan: procedure() }, actor: head(department) },
    ).when(openText, ID, {});
  const read: Fact = { type: 'TextOpened', data: { department: MEDICAL, text: refOf('初稿') } };

  test('is noted once for a department', () => {
    open([opened]).then([{ stream, type: 'TextOpened', data: read.data }]);
    open([opened, read]).then([]);
    expect(returnsOf(fold([opened, read])).map((line) => line.read)).toEqual([true, false, false, false]);
  });

  test('is for those who were asked', () => {
    open([opened], UNION).refused('consultation.recipient');
    open([]).refused('consultation.recipient');
  });
});

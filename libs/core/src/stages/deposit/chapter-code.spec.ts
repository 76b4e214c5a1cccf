import { CLOCK } from '../../capacity.ts';
import type { Fact } from '../../stream.ts';
import {
  assigned,
  due,
  escalate,
  fellDue,
  ID as CHAPTER,
  office,
  org,
  stream as chapter,
  submitted,
  text,
} from '../../testing/chapters.ts';
import { fileOf, given, INSTITUTION, uuid } from '../../testing/given.ts';
import { FINANCE, head, history, LEAD, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { escalateChapter } from '../write/dates.ts';
import { handInDeposit } from './confirm.ts';
import { issueDeposit } from './issue-code.ts';
import { receiveDeposit } from './receive.ts';

const ID = uuid(0xd2);
const stream = `deposit/${ID}` as const;
const original = fileOf('篇章.docx');
const received = '2026-01-12T02:00:00.000Z';
const now = '2026-01-12T03:00:00.000Z';

const issued = (data: object = {}): Fact => ({
  type: 'DepositCodeIssued',
  data: {
    case: uuid(1),
    stage: 'write',
    of: chapter,
    department: MEDICAL,
    label: '绩效重点指标',
    due,
    until: '2026-01-19',
    ends: '2026-01-19T16:00:00.000Z',
    days: 5,
    ...data,
  },
});
const input = { department: FINANCE, label: '绩效重点指标（配合材料）', input: true };
const left: Fact = { type: 'DepositReceived', data: { original, received, no: 1 } };

const when = (deposit: readonly Fact[], setting: object = {}, facts: readonly Fact[] = [assigned()]) =>
  given(
    {
      ...history('write', { streams: { write: [chapter] } }),
      [`org/${INSTITUTION}`]: org,
      [chapter]: facts,
      ...(deposit.length > 0 ? { [stream]: deposit } : {}),
    },
    { files: ['篇章.docx'], definitions: { plan: procedure() }, actor: head(MEDICAL), now, ...setting },
  );

describe('a code for a chapter', () => {
  const body = { of: 'chapter' as const, id: CHAPTER, days: 5 };

  test('is issued to the department that has it in hand, and to nobody else', () => {
    when([])
      .when(issueDeposit, ID, body)
      .then([{ stream, ...issued({ case: expect.any(String) as string }) }]);
    when([], { actor: head(SURGERY) })
      .when(issueDeposit, ID, body)
      .refused('deposit.of');
    when([], {}, [assigned(), submitted()]).when(issueDeposit, ID, body).refused('deposit.of');
  });

  test('what is left is told to the chapter, is handed in when it came, and keeps the lead from being told', () => {
    expect(
      when([issued()], { actor: CLOCK }).when(receiveDeposit, ID, { original, received }).types(),
    ).toEqual(['deposit DepositReceived', 'chapter DepositLeft']);
    when([issued(), left])
      .when(handInDeposit, ID, {})
      .then([
        { stream, type: 'DepositHandedIn' },
        {
          stream: chapter,
          type: 'ChapterSubmitted',
          data: expect.objectContaining({ original, received, late: false }) as object,
        },
      ]);
    const waiting: Fact = { type: 'DepositLeft', data: { deposit: ID, received, heldUntil: '2026-12-31' } };
    const escalates = (...facts: readonly Fact[]) =>
      when([issued(), left], { actor: CLOCK, now: escalate }, [assigned(), ...facts, fellDue])
        .when(escalateChapter, CHAPTER, { due: escalate })
        .types();
    expect(escalates(waiting)).toEqual([]);
    expect(escalates()).toEqual(['chapter ChapterEscalated']);
  });

  test('what was left before the chapter was sent back, or given to another department, keeps nothing', () => {
    const waiting: Fact = { type: 'DepositLeft', data: { deposit: ID, received, heldUntil: '2026-12-31' } };
    const again = '2026-01-22T16:00:00.000Z';
    const later = '2026-01-23T00:00:00.000Z';
    const back: Fact = { type: 'ChapterReturned', data: { text, original: null, due: again } };
    const late: Fact = {
      type: 'ChapterFellDue',
      data: { due: again, escalate: later, calendar: 'cn-2026' },
    };
    const other: Fact = {
      type: 'ChapterReassigned',
      data: { writer: FINANCE, lead: LEAD, from: { writer: MEDICAL, lead: LEAD }, document: '9号' },
    };
    const escalates = (at: string, ...facts: readonly Fact[]) =>
      when([issued(), left], { actor: CLOCK, now: at }, [assigned(), waiting, ...facts])
        .when(escalateChapter, CHAPTER, { due: at })
        .types();
    expect(escalates(later, submitted(), back, late)).toEqual(['chapter ChapterEscalated']);
    expect(escalates(escalate, other, fellDue)).toEqual(['chapter ChapterEscalated']);
  });

  test('what another owner writes by now is not handed in with it', () => {
    when([issued({ department: SURGERY }), left], { actor: head(SURGERY) })
      .when(handInDeposit, ID, {})
      .refused('deposit.desk');
  });
});

describe('a code for an input to a chapter', () => {
  const body = { of: 'input' as const, id: CHAPTER, days: 5 };

  test('is issued to a supporting department, or for one by the office', () => {
    const code = [{ stream, ...issued({ ...input, case: expect.any(String) as string }) }];
    when([], { actor: head(FINANCE) })
      .when(issueDeposit, ID, body)
      .then(code);
    when([], { actor: office })
      .when(issueDeposit, ID, { ...body, department: FINANCE })
      .then(code);
    when([], { actor: office }).when(issueDeposit, ID, body).refused('deposit.of');
    when([]).when(issueDeposit, ID, body).refused('deposit.of');
    when([], { actor: head(FINANCE) })
      .when(issueDeposit, ID, { ...body, department: MEDICAL })
      .refused('deposit.of');
  });

  test('what is left is given by its department as of when it came, and holds nothing meanwhile', () => {
    expect(
      when([issued(input)], { actor: CLOCK })
        .when(receiveDeposit, ID, { original, received })
        .types(),
    ).toEqual(['deposit DepositReceived']);
    when([issued(input), left], { actor: head(FINANCE) })
      .when(handInDeposit, ID, {})
      .then([
        { stream, type: 'DepositHandedIn' },
        {
          stream: chapter,
          type: 'ChapterInputGiven',
          data: { department: FINANCE, text: null, original, received, carrier: null },
        },
      ]);
  });

  test('once the chapter was handed in nothing is taken with it', () => {
    const handedIn = [assigned(), submitted()];
    when([issued(input)], { actor: CLOCK }, handedIn)
      .when(receiveDeposit, ID, { original, received })
      .refused('deposit.of');
    when([issued(input), left], { actor: head(FINANCE) }, handedIn)
      .when(handInDeposit, ID, {})
      .refused('chapter.open');
  });
});

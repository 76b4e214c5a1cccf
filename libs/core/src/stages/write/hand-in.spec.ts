import { CLOCK } from '../../capacity.ts';
import { step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  assigned,
  due,
  elsewhere,
  escalate,
  fellDue,
  fold,
  ID,
  leader,
  office,
  owed,
  scan,
  signedOff,
  stream,
  submitted,
  text,
  told,
  when,
} from '../../testing/chapters.ts';
import { fileOf } from '../../testing/given.ts';
import { FINANCE, head, MEDICAL } from '../../testing/plan-case.ts';
import { chapterRows } from './chapter.ts';
import { escalateChapter } from './dates.ts';
import { giveInput } from './input.ts';
import { chapterMachine } from './machine.ts';
import { recordSignOff } from './record.ts';
import { quarantineChapter, signOffChapter } from './sign-off.ts';
import { submitChapter, withdrawChapter } from './submit.ts';

describe('a chapter as an original', () => {
  test('is received, and signed off only once there is a text', () => {
    const original = fileOf(scan);
    when([assigned()], { received: '2026-01-10T02:00:00.000Z' })
      .when(submitChapter, ID, { original })
      .then([{ stream, ...submitted({ text: null, original }) }]);
    const only = [assigned(), submitted({ text: null, original })];
    when(only, { actor: leader }).when(signOffChapter, ID, { text }).refused('chapter.text');
    when(only, { actor: office })
      .when(recordSignOff, ID, { text, elsewhere: elsewhere() })
      .refused('chapter.text');
    when([assigned()])
      .when(submitChapter, ID, { original: fileOf('不在') })
      .refused('file.known');
  });

  test('counts from when its bytes were complete', () => {
    const late = { received: '2026-01-15T16:00:09.000Z', arrived: { [scan]: '2026-01-15T15:59:00.000Z' } };
    const data = { received: '2026-01-15T15:59:00.000Z', late: false, text: null, original: fileOf(scan) };
    when([assigned()], late)
      .when(submitChapter, ID, { original: fileOf(scan) })
      .then([{ stream, ...submitted(data) }]);
  });

  test('may be input, too', () => {
    const received = '2026-01-10T02:00:00.000Z';
    when([assigned()], { actor: head(FINANCE), received })
      .when(giveInput, ID, { original: fileOf(scan) })
      .then([
        {
          stream,
          type: 'ChapterInputGiven',
          data: { department: FINANCE, text: null, original: fileOf(scan), received, carrier: null },
        },
      ]);
  });

  test('that cannot be worked with is asked for again and keeps its time', () => {
    const first = submitted({ original: fileOf(scan) });
    const data = { text, original: fileOf(scan), cause: 'unreadable' as const };
    const aside: Fact = { type: 'ChapterQuarantined', data };
    when([assigned(), first], { actor: office })
      .when(quarantineChapter, ID, { cause: 'unreadable' })
      .then([{ stream, ...aside }]);
    when([assigned()], { actor: office })
      .when(quarantineChapter, ID, { cause: 'unreadable' })
      .refused('chapter.submitted');
    expect(owed([assigned(), first, aside])).toEqual([[`department-head@${MEDICAL}`, 'chapter.submit']]);
    const received = '2026-01-20T02:00:00.000Z';
    when([assigned(), first, aside], { received })
      .when(submitChapter, ID, { text })
      .then([{ stream, ...submitted({ received }) }]);
    expect(fold([assigned(), first, aside, submitted({ received })]).context).toMatchObject({
      received: '2026-01-10T02:00:00.000Z',
      late: false,
    });
  });
});

describe('taking a chapter back', () => {
  test('makes its date stand again, or escalates it when that has passed', () => {
    when([assigned(), submitted()])
      .when(withdrawChapter, ID, {})
      .then([{ stream, type: 'ChapterWithdrawn', data: { due, escalate: null } }]);
    when([assigned(), submitted()], { now: '2026-01-16T02:00:00.000Z' })
      .when(withdrawChapter, ID, {})
      .then([
        { stream, type: 'ChapterWithdrawn', data: { due: null, escalate: '2026-01-19T00:00:00.000Z' } },
      ]);
    const back: Fact = { type: 'ChapterWithdrawn', data: { due, escalate: null } };
    expect(fold([assigned(), submitted(), back])).toMatchObject({
      value: 'open',
      context: { received: null, text: null, late: false },
    });
    expect(step(chapterMachine, fold([assigned(), submitted()]), back).effects).toEqual([
      { type: 'deadline', params: { name: 'due', due, verb: 'chapter.fall-due' } },
    ]);
  });

  test('is too late once it is signed off, and nothing before it is handed in', () => {
    when([assigned(), submitted(), signedOff]).when(withdrawChapter, ID, {}).refused('chapter.submitted');
    when([assigned()]).when(withdrawChapter, ID, {}).refused('chapter.submitted');
  });
});

test('facts of the first version fold to the same, and a late one says so', () => {
  const old = [
    assigned(),
    { type: 'ChapterInputGiven', data: { department: FINANCE, text, received: due } },
    { type: 'ChapterFellDue', data: { due } },
    { type: 'ChapterSubmitted', data: { text, received: escalate, late: true } },
  ];
  expect(chapterRows(ID, fold(old)).item?.status).toBe('submitted-late');
  expect(fold([...old, signedOff]).value).toBe('accepted');
});

describe('a chapter that was sent back has kept its date', () => {
  const back: Fact = { type: 'ChapterReturned', data: { text, original: null } };
  const now = '2026-01-20T02:00:00.000Z';
  const dates = (facts: readonly Fact[]) =>
    chapterRows(ID, fold(facts)).obligations.map(({ verb, due: by }) => [verb, by]);

  test('it is owed without a date, unless one is set with it', () => {
    expect(dates([assigned(), submitted(), back])).toEqual([['chapter.submit', null]]);
    const by = '2026-01-27T16:00:00.000Z';
    const dated: Fact = { type: 'ChapterReturned', data: { text, original: null, due: by } };
    expect(dates([assigned(), submitted(), dated])).toEqual([['chapter.submit', by]]);
  });

  test('its correction may be taken back, nobody is late for it, and no input is asked for again', () => {
    const facts = [assigned(), submitted(), back, submitted({ received: now })];
    const taken: Fact = { type: 'ChapterWithdrawn', data: { due: null, escalate: null } };
    when(facts, { now })
      .when(withdrawChapter, ID, {})
      .then([{ stream, ...taken }]);
    expect(fold([...facts, taken]).context).toMatchObject({
      received: '2026-01-10T02:00:00.000Z',
      late: false,
    });
    expect(dates([...facts, taken])).toEqual([['chapter.submit', null]]);
  });

  test('what its lead was told is over, and its next date tells the lead anew', () => {
    const late = submitted({ received: now, late: true });
    expect(dates([assigned(), fellDue, told, late, back])).toEqual([['chapter.submit', null]]);
    const by = '2026-01-27T16:00:00.000Z';
    const dated: Fact = { type: 'ChapterReturned', data: { text, original: null, due: by } };
    const again: Fact = { type: 'ChapterFellDue', data: { due: by, escalate: '2026-01-28T00:00:00.000Z' } };
    when([assigned(), fellDue, told, late, dated, again], { actor: CLOCK })
      .when(escalateChapter, ID, { due: '2026-01-28T00:00:00.000Z' })
      .then([{ stream, ...told }]);
  });
});

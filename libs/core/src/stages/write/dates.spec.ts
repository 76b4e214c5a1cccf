import { CLOCK } from '../../capacity.ts';
import { step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import {
  assigned,
  director,
  due,
  elsewhere,
  escalate,
  factsOf,
  fellDue,
  fold,
  ID,
  leader,
  office,
  owed,
  stream,
  submitted,
  text,
  told,
  when,
} from '../../testing/chapters.ts';
import { uuid } from '../../testing/given.ts';
import { LEAD } from '../../testing/plan-case.ts';
import { chapterRows } from './chapter.ts';
import { chapterFallDue, escalateChapter, extendChapter, seeChapterEscalation } from './dates.ts';
import { chapterMachine } from './machine.ts';
import { recordChapter } from './record.ts';
import { submitChapter } from './submit.ts';

describe('a chapter that does not come', () => {
  test('is shown to its lead on the next working day, until the lead has seen it or it comes', () => {
    when([assigned()], { actor: CLOCK })
      .when(chapterFallDue, ID, { due })
      .then([{ stream, ...fellDue }]);
    expect(step(chapterMachine, fold([assigned()]), fellDue).effects).toEqual([
      { type: 'deadline', params: { name: 'escalate', due: escalate, verb: 'chapter.escalate' } },
    ]);
    when([assigned(), fellDue], { actor: CLOCK })
      .when(escalateChapter, ID, { due: escalate })
      .then([{ stream, ...told }]);
    const see = [`post:${LEAD}`, 'chapter.see-escalation'];
    expect(owed([assigned(), fellDue, told])).toContainEqual(see);
    when([assigned(), fellDue, told], { actor: leader })
      .when(seeChapterEscalation, ID, {})
      .then([{ stream, type: 'ChapterEscalationSeen', data: { post: LEAD } }]);
    const seen: Fact = { type: 'ChapterEscalationSeen', data: { post: LEAD } };
    expect(owed([assigned(), fellDue, told, seen])).not.toContainEqual(see);
    expect(owed([assigned(), fellDue, told, submitted({ late: true })])).not.toContainEqual(see);
  });

  test('is told once, and seen only when it was told', () => {
    when([assigned(), fellDue, told]).when(escalateChapter, ID, { due: escalate }).then([]);
    when([assigned(), fellDue, submitted({ late: true })])
      .when(escalateChapter, ID, { due: escalate })
      .then([]);
    when([assigned(), fellDue], { actor: leader })
      .when(seeChapterEscalation, ID, {})
      .refused('chapter.escalated');
  });

  test('may be given more time', () => {
    const extend = (facts: readonly Fact[], until: string) =>
      when(facts, { actor: director }).when(extendChapter, ID, { until, reason: '等待省厅指标' });
    const data = { from: due, until: '2026-01-20', due: '2026-01-20T16:00:00.000Z', on: '2026-01-12' };
    const extended: Fact = { type: 'ChapterExtended', data };
    extend([assigned(), fellDue, told], '2026-01-20').then([{ stream, ...extended }]);
    expect(fold([assigned(), fellDue, told, extended]).context).toMatchObject({
      late: false,
      escalation: 'none',
      due: data.due,
    });
    when([assigned(), extended], { received: data.due })
      .when(submitChapter, ID, { text })
      .then([{ stream, ...submitted({ received: data.due }) }]);
    extend([assigned()], '2026-01-15').refused('chapter.until');
    extend([assigned({ due: null })], '2026-01-20').refused('chapter.dated');
    extend([assigned(), submitted()], '2026-01-20').refused('chapter.open');
  });
});

describe('a chapter that came late once', () => {
  const late = submitted({ received: '2026-01-16T02:00:00.000Z', late: true });
  const back: Fact = { type: 'ChapterWithdrawn', data: { due: null, escalate: '2026-01-19T00:00:00.000Z' } };
  const data = { from: due, until: '2026-01-20', due: '2026-01-20T16:00:00.000Z' };
  const extended: Fact = { type: 'ChapterExtended', data };

  test('stays late when it is taken back and given more time', () => {
    const facts = [assigned(), fellDue, late, back, extended];
    expect(fold(facts).context).toMatchObject({ late: true, until: data.until });
    when(facts, { received: '2026-01-19T02:00:00.000Z' })
      .when(submitChapter, ID, { text })
      .then([{ stream, ...submitted({ received: '2026-01-19T02:00:00.000Z', late: true }) }]);
    expect(fold([...facts, submitted()]).context.late).toBe(true);
  });

  test('stays late when it is recorded of an earlier day, which shows', () => {
    const act = when([assigned(), fellDue, late, back], {
      actor: office,
      now: '2026-01-17T02:00:00.000Z',
    }).when(recordChapter, ID, { text, carrier: 'paper', elsewhere: elsewhere() });
    expect(factsOf(act)[0]?.fact.data).toMatchObject({ received: '2026-01-11T16:00:00.000Z', late: true });
    expect(act.decision).toMatchObject({
      notices: [{ rule: 'chapter.input' }, { rule: 'chapter.was-late' }],
    });
  });
});

test('缺报（经批准）: a chapter that a draft does without is owed by nobody and keeps its mark', () => {
  const waived: Fact = { type: 'ChapterWaived', data: { manuscript: `manuscript/${uuid(0x60)}` } };
  const facts = [assigned(), fellDue, told, waived];
  expect(chapterRows(ID, fold(facts))).toMatchObject({ item: { status: 'dispensed' }, obligations: [] });
  expect(fold(facts).context.late).toBe(true);
  when(facts).when(submitChapter, ID, { text }).refused('chapter.open');
});

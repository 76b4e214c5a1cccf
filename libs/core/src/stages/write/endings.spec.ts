import { CLOCK, type Capacity } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, FINANCE, head, history, house, LEAD, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { chapterRows } from './chapter.ts';
import { chapterFallDue, escalateChapter, extendChapter, seeChapterEscalation } from './dates.ts';
import { giveInput } from './input.ts';
import { chapterMachine, type ChapterState } from './machine.ts';
import { recordChapter, recordInput, recordSignOff } from './record.ts';
import { recordReturn } from './return.ts';
import { quarantineChapter, signOffChapter } from './sign-off.ts';
import { submitChapter, withdrawChapter } from './submit.ts';

const ID = uuid(0x41);
const stream = `chapter/${ID}` as const;
const due = '2026-01-15T16:00:00.000Z';
const escalate = '2026-01-16T00:00:00.000Z';
const draft = '绩效重点指标\n';
const text = refOf(draft);
const scan = '送签单.pdf';
const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };
const director: Capacity = { ...office, as: 'office-director' };
const leader: Capacity = { as: 'leader', person: uuid(0x71), post: LEAD, department: null };
const writer = head(MEDICAL);
const org: readonly Fact[] = [
  ...house,
  {
    type: 'PostCreated',
    data: { post: writer.post, title: '医务科科长', as: 'department-head', department: MEDICAL },
  },
  ...[
    { post: LEAD, person: leader.person },
    { post: writer.post, person: writer.person },
  ].map((data) => ({ type: 'PostFilled', data: { ...data, from: '2025-01-01T00:00:00.000Z' } })),
];

const assigned = (data: object = {}): Fact => ({
  type: 'ChapterAssigned',
  data: {
    case: CASE,
    stage: 'write',
    no: 3,
    title: '绩效重点指标',
    lead: LEAD,
    owners: [MEDICAL],
    writer: MEDICAL,
    support: [FINANCE],
    due,
    ...data,
  },
});
const submitted = (data: object = {}): Fact => ({
  type: 'ChapterSubmitted',
  data: {
    text,
    original: null,
    received: '2026-01-10T02:00:00.000Z',
    late: false,
    carrier: null,
    ...data,
  },
});
const fellDue: Fact = { type: 'ChapterFellDue', data: { due, escalate, calendar: 'cn-2026' } };
const told: Fact = { type: 'ChapterEscalated', data: { lead: LEAD } };
const signedOff: Fact = { type: 'ChapterSignedOff', data: { text } };

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    {
      ...history('write', { streams: { write: [stream] } }),
      [`org/${INSTITUTION}`]: org,
      [stream]: facts,
    },
    {
      texts: [draft],
      files: [scan],
      actor: writer,
      definitions: { plan: procedure() },
      now: '2026-01-12T02:00:00.000Z',
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ChapterState =>
  facts.reduce(
    (state, fact) => step(chapterMachine, state, fact).state,
    initial(chapterMachine),
  ) as ChapterState;
const owed = (facts: readonly Fact[]) =>
  chapterRows(ID, fold(facts)).obligations.map(({ holder, verb }) => [holder, verb]);
const elsewhere = (more: object = {}) => ({
  happened: '2026-01-11',
  medium: 'paper' as const,
  scan: fileOf(scan),
  book: null,
  checker: null,
  ...more,
});
const factsOf = ({ decision }: { decision: unknown }) =>
  (decision as { facts: readonly { of?: Capacity; fact: Fact; sealed?: unknown }[] }).facts;

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

describe('recording what happened to a chapter elsewhere', () => {
  test('a chapter on a stick is the writing head’s, late by what is claimed', () => {
    const act = when([assigned()], { actor: office }).when(recordChapter, ID, {
      text,
      carrier: 'usb',
      elsewhere: elsewhere({ happened: '2026-01-12' }),
    });
    expect(act.types()).toEqual(['chapter ChapterSubmitted', 'record RecordEntered']);
    expect(factsOf(act)[0]).toMatchObject({
      of: writer,
      fact: submitted({ received: '2026-01-12T02:00:00.000Z', carrier: 'usb' }),
    });
    expect(act.decision).toMatchObject({ notices: [{ rule: 'chapter.input' }] });
    when([assigned(), submitted()], { actor: office })
      .when(recordChapter, ID, { text, carrier: 'usb', elsewhere: elsewhere() })
      .refused('chapter.open');
  });

  test('input is the supporting department’s', () => {
    const enter = (department: string, facts = [assigned()]) =>
      when(facts, { actor: office }).when(recordInput, ID, {
        text,
        department,
        carrier: 'wechat',
        elsewhere: elsewhere(),
      });
    expect(enter(FINANCE).types()).toEqual(['chapter ChapterInputGiven', 'record RecordEntered']);
    enter(MEDICAL).refused('chapter.support');
    enter(FINANCE, [assigned(), submitted()]).refused('chapter.open');
  });

  test('a signed sheet is the lead’s deed, who is told; a day before the chapter came shows', () => {
    const sign = (more: object = {}) =>
      when([assigned(), submitted()], { actor: office }).when(recordSignOff, ID, {
        text,
        elsewhere: elsewhere(more),
      });
    expect(sign().types()).toEqual(['chapter ChapterSignedOff', 'record RecordEntered']);
    expect(factsOf(sign())[0]).toMatchObject({ of: leader, fact: signedOff });
    expect(factsOf(sign())[1]?.fact.data).toMatchObject({ people: [{ post: LEAD, person: leader.person }] });
    expect(sign().decision).toMatchObject({ notices: [] });
    expect(sign({ happened: '2026-01-09' }).decision).toMatchObject({
      notices: [{ rule: 'chapter.signed-before' }],
    });
    sign({ happened: '2026-01-13' }).refused('record.happened');
  });

  test('a sheet about another text signs nothing', () => {
    when([assigned(), submitted()], { actor: office })
      .when(recordSignOff, ID, { text: refOf('另一稿'), elsewhere: elsewhere() })
      .refused('chapter.same-text');
    when([assigned()], { actor: office })
      .when(recordSignOff, ID, { text, elsewhere: elsewhere() })
      .refused('chapter.submitted');
  });

  test('what the lead sent back is the lead’s, with its words sealed under the lead', () => {
    const act = when([assigned(), submitted()], { actor: office }).when(recordReturn, ID, {
      reason: '口径不一致',
      elsewhere: elsewhere({ medium: 'telephone', scan: null, book: '电话记录第9页' }),
    });
    expect(factsOf(act)[0]).toMatchObject({
      of: leader,
      fact: { type: 'ChapterReturned', data: { text, original: null } },
      sealed: [{ subject: leader.person, plain: { reason: '口径不一致' } }],
    });
    when([assigned()], { actor: office })
      .when(recordReturn, ID, { reason: '无', elsewhere: elsewhere() })
      .refused('chapter.submitted');
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

import type { Fact } from '../../stream.ts';
import { opened } from '../../testing/asked-consultation.ts';
import { given, INSTITUTION, uuid } from '../../testing/given.ts';
import { head, history, house, MEDICAL, procedure, SURGERY, UNION } from '../../testing/plan-case.ts';
import { recordNone, recordOpinion } from './reply-records.ts';

const ID = uuid(0x6f);
const stream = `consultation/${ID}` as const;
const due = '2026-02-11T16:00:00.000Z';
const filled = head(MEDICAL);

const closed: Fact = { type: 'ConsultationClosed', data: { at: due, asked: 2, replied: 0, opinions: 0 } };
const elsewhere = {
  happened: '2026-02-10',
  medium: 'meeting',
  scan: null,
  book: '座谈会记录第3页',
  checker: null,
} as const;

const when = (facts: readonly Fact[]) =>
  given(
    {
      ...history('consult', { streams: { consult: [stream] } }),
      [`org/${INSTITUTION}`]: [
        ...house,
        {
          type: 'PostCreated',
          data: { post: filled.post, title: '医务科主任', as: 'department-head', department: MEDICAL },
        },
        {
          type: 'PostFilled',
          data: { post: filled.post, person: filled.person, from: '2025-10-01T00:00:00.000Z' },
        },
      ],
      [stream]: facts,
    },
    { definitions: { plan: procedure() }, now: '2026-02-13T02:00:00.000Z' },
  );
const said = {
  about: '第三章',
  quote: null,
  wording: '建议补充急诊',
  speaker: null,
  place: null,
  writer: null,
};
const opinion = (facts: readonly Fact[], change: object = {}) =>
  when(facts).when(recordOpinion, ID, { ...said, department: MEDICAL, elsewhere, ...change });

describe('recording an opinion that was given elsewhere', () => {
  test('gives it a number, tells the head of its department, and is the head’s', () => {
    const run = opinion([opened]);
    expect(run.types()).toEqual([
      'opinion OpinionGiven',
      'consultation ReplyEntered',
      'record RecordEntered',
    ]);
    const facts = 'facts' in run.decision ? run.decision.facts : [];
    expect(facts[0]).toMatchObject({
      fact: { data: { department: MEDICAL, no: 1, consultation: ID } },
      of: { as: 'department-head', person: filled.person },
      sealed: [{ subject: filled.person, plain: { wording: '建议补充急诊' } }],
    });
    expect(facts[1]?.fact.data).toEqual({
      department: MEDICAL,
      opinions: 1,
      opinion: 'opinion/new-opinion',
      happened: '2026-02-10',
      late: false,
    });
    expect(facts[2]?.fact.data).toMatchObject({
      people: [{ post: filled.post, person: filled.person }],
      about: stream,
      notices: [],
    });
    expect(run.decision).toMatchObject({ made: 'opinion/new-opinion' });
  });

  test('of staff is of no department, and its words and its speaker are sealed under nobody', () => {
    const run = opinion([opened], { department: null, speaker: '某护士' });
    const [first, second, third] = 'facts' in run.decision ? run.decision.facts : [];
    expect(first).toMatchObject({
      fact: { data: { department: null, from: 'staff' } },
      sealed: [{ subject: 'new-opinion', plain: { speaker: '某护士' } }],
    });
    expect(first).not.toHaveProperty('of');
    expect(second?.fact.data).toMatchObject({ department: null, opinions: 1 });
    expect(third?.fact.data).toMatchObject({ people: [] });
    expect(JSON.stringify([first?.fact, second?.fact, third?.fact])).not.toContain('某护士');
  });

  test.each([
    ['2026-02-11', false],
    [due, false],
    ['2026-02-11T16:00:00.001Z', true],
    ['2026-02-12', true],
  ])('that was given on %s: late is %s, which shows and holds nothing', (happened, late) => {
    const run = opinion([opened, closed], { elsewhere: { ...elsewhere, happened } });
    const facts = 'facts' in run.decision ? run.decision.facts : [];
    expect(facts[1]?.fact.data).toMatchObject({ late });
    expect(run.decision).toMatchObject({ notices: late ? [{ rule: 'consultation.window' }] : [] });
    expect(run.types()).not.toContain('case StepHeld');
  });

  test('from before anybody is known to have headed the department is the recorder’s, and shows', () => {
    const run = opinion([opened], { elsewhere: { ...elsewhere, happened: '2025-09-30' } });
    expect(run.decision).toMatchObject({ notices: [{ rule: 'record.holder' }] });
    expect('facts' in run.decision && run.decision.facts[0]).not.toHaveProperty('of');
  });

  test('of a department that was not asked is taken, and shows', () => {
    expect(opinion([opened], { department: UNION }).decision).toMatchObject({
      notices: [{ rule: 'consultation.recipient' }, { rule: 'record.holder' }],
    });
  });

  test('is refused for what makes no sense alone', () => {
    opinion([]).refused('consultation.known');
    opinion([opened], { department: uuid(0xdead) }).refused('org.department');
    opinion([opened], { elsewhere: { ...elsewhere, happened: '2026-02-14' } }).refused('record.happened');
  });
});

describe('recording that a department has no opinion', () => {
  const none = (facts: readonly Fact[], change: object = {}) =>
    when(facts).when(recordNone, ID, {
      department: SURGERY,
      elsewhere: { ...elsewhere, medium: 'telephone' },
      ...change,
    });

  test('is its answer, also after the window', () => {
    const run = none([opened]);
    expect(run.types()).toEqual(['consultation ReplyEntered', 'record RecordEntered']);
    expect('facts' in run.decision && run.decision.facts[0]?.fact.data).toEqual({
      department: SURGERY,
      opinions: 0,
      opinion: null,
      happened: '2026-02-10',
      late: false,
    });
    expect(none([opened, closed]).types()).toContain('consultation ReplyEntered');
  });

  test('is not for one that has answered', () => {
    const replied: Fact = {
      type: 'ReplyReceived',
      data: { department: SURGERY, opinions: 1, opinion: `opinion/${uuid(0x701)}`, received: due },
    };
    none([opened, replied]).refused('consultation.replied');
    none([]).refused('consultation.known');
  });
});

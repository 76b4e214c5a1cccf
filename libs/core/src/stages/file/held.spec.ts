import { DIRECTOR, adopted, CASE, FILING, LEADER, OFFICE, onPaper } from '../../testing/filed-case.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { EnterAnswer, enterAnswer } from './answer.ts';
import { sendFiling } from './send.ts';
import { recordReceipt, recordSent } from './sent-elsewhere.ts';
import { filingFallDue, recordInstruction } from './unanswered.ts';

const PACKAGE = {
  letter: '请示' as const,
  channel: null,
  manifest: [{ title: '编制说明', text: refOf('编制说明') }],
};
const BY = 'record/somewhere';
const held = () =>
  adopted().but(`case/${CASE}`, {
    type: 'StepHeld',
    data: { by: BY, stage: 'congress', rules: ['meeting.quorum'] },
  });
const sent = () => adopted().does(OFFICE, sendFiling, [FILING, PACKAGE]).at('2026-04-11T02:00:00.000Z');

describe('while a record holds the next step', () => {
  test('nothing is sent; then it goes on', () => {
    held().when(OFFICE, sendFiling, [FILING, PACKAGE]).refused('case.held');
    const released = held().but(`case/${CASE}`, { type: 'StepReleased', data: { by: BY, how: 'corrected' } });
    expect(released.when(OFFICE, sendFiling, [FILING, PACKAGE]).types()).toContain('filing FilingSent');
  });

  test('what was sent on paper all the same is kept, and holds', () => {
    const body = { ...PACKAGE, elsewhere: onPaper('2026-03-30') };
    expect(held().when(OFFICE, recordSent, [FILING, body]).decision).toMatchObject({
      facts: [
        { fact: { type: 'FilingSent' } },
        {},
        { fact: { type: 'RecordEntered', data: { holds: ['case.held'] } } },
        { fact: { type: 'StepHeld' } },
      ],
    });
    expect(adopted().when(OFFICE, recordSent, [FILING, body]).types()).not.toContain('case StepHeld');
  });
});

describe('a paper does not bear a day to come', () => {
  test.each([
    ['2026-04-11', null],
    ['2026-04-12', 'record.happened'],
  ])('of %s: %s', (on, rule) => {
    const receipt = { number: '', on, signedBy: '某经办', elsewhere: onPaper('2026-04-11') };
    const letter = EnterAnswer.parse({
      outcome: 'approved',
      number: '',
      on,
      letter: null,
      elsewhere: onPaper('2026-04-11'),
    });
    const ruleOf = (decision: object) =>
      'refusal' in decision ? (decision.refusal as { rule: string }).rule : null;
    expect(ruleOf(sent().when(OFFICE, recordReceipt, [FILING, receipt]).decision)).toBe(rule);
    expect(ruleOf(sent().when(OFFICE, enterAnswer, [FILING, letter]).decision)).toBe(rule);
  });
});

describe('an instruction is whoever’s held the post then', () => {
  const CHANGED = '2026-05-05T02:00:00.000Z';
  const later = (...facts: readonly { type: string; data: object }[]) =>
    sent()
      .at('2026-05-10T02:00:00.000Z')
      .does({ ...OFFICE, as: 'clock' }, filingFallDue, [FILING, { due: '2026-05-01T16:00:00.000Z' }])
      .but(`org/${INSTITUTION}`, ...facts);
  const left = { type: 'PostVacated', data: { post: LEADER.post, person: LEADER.person, until: CHANGED } };
  const instruct = (happened: string) =>
    [
      FILING,
      {
        instruction: 'ask-again' as const,
        until: null,
        leader: LEADER.post ?? '',
        elsewhere: onPaper(happened),
      },
    ] as const;

  test('a former holder’s stays theirs', () => {
    const tale = later(left, {
      type: 'PostFilled',
      data: { post: LEADER.post, person: uuid(77), from: CHANGED },
    });
    expect(tale.when(OFFICE, recordInstruction, instruct('2026-05-04')).decision).toMatchObject({
      facts: [{ of: LEADER }, { fact: { data: { people: [{ person: LEADER.person }] } } }],
    });
    expect(tale.when(OFFICE, recordInstruction, instruct('2026-05-06')).decision).toMatchObject({
      facts: [{ of: { person: uuid(77) } }, {}],
    });
  });

  test('nobody’s is kept, and shows', () => {
    const { decision } = later(left).when(DIRECTOR, recordInstruction, instruct('2026-05-06'));
    expect(decision).toMatchObject({
      notices: [{ rule: 'record.holder' }],
      facts: [{ fact: { type: 'InstructionRecorded' } }, { fact: { data: { people: [] } } }],
    });
    expect('facts' in decision && decision.facts[0]).not.toHaveProperty('of');
  });
});

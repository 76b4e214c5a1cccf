import { advanceCase } from '../../case/advance.ts';
import { CLOCK } from '../../capacity.ts';
import { exemptGate, grantExemption } from '../../case/exempt.ts';
import { caseRows } from '../../case/rows.ts';
import type { CaseState } from '../../case/case.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import {
  adopted,
  AMENDING,
  CASE,
  DIRECTOR,
  FILING,
  LEADER,
  OFFICE,
  onPaper,
  PLAN,
  SCAN,
  SECRETARY,
  type Tale,
} from '../../testing/filed-case.ts';
import { fileOf, refOf, uuid } from '../../testing/given.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { EnterAnswer, enterAnswer } from './answer.ts';
import type { FilingOutcome } from './facts.ts';
import type { FilingState } from './filing.ts';
import { filingRows } from './rows.ts';
import { sendFiling } from './send.ts';
import { recordReceipt, recordSent } from './sent-elsewhere.ts';
import { takeAnswer } from './take-answer.ts';
import { filingFallDue, recordInstruction } from './unanswered.ts';

const AUTHORITY = uuid(9);
const TEXT = refOf(PLAN);
const stream = `filing/${FILING}`;
const BARE = { letter: '请示' as const, manifest: [], channel: null };
const PACKAGE = { ...BARE, manifest: [{ title: '编制说明', text: refOf('编制说明') }] };
const DUE = '2026-06-30T16:00:00.000Z';

const changed = (authority: object) => ({
  ...AMENDING,
  steps: AMENDING.steps.map((step) =>
    step.id === 'authority' ? { ...step, with: { ...step.with, ...authority } } : step,
  ),
});
/** The procedure in which the authority's stage has no way for one outcome. */
const unrouted = (without: string) => ({
  ...AMENDING,
  steps: AMENDING.steps.map((step) => {
    const then = Object.entries(step.then).filter(([outcome]) => outcome !== without);
    return step.id === 'authority' ? { ...step, then: Object.fromEntries(then) } : step;
  }),
});
const sent = (authority: string | null = null) =>
  adopted({ authority, due: DUE }).does(OFFICE, sendFiling, [FILING, PACKAGE]);
const reply = (outcome: FilingOutcome, more: object = {}) =>
  EnterAnswer.parse({
    outcome,
    number: '某卫发〔2026〕8号',
    on: '2026-04-10',
    register: '收〔2026〕31号',
    letter: refOf('来文'),
    points: ['approved', 'recorded'].includes(outcome) ? [] : ['指标口径与市规划不一致'],
    elsewhere: onPaper('2026-04-11'),
    ...more,
  });
const LATER = '2026-04-11T02:00:00.000Z';
const answered = (outcome: FilingOutcome) =>
  sent()
    .at(LATER)
    .does(OFFICE, enterAnswer, [FILING, reply(outcome)]);
const leave = (tale: Tale) => tale.when(OFFICE, advanceCase, [CASE, { stage: 'authority' }]);
const rulesOf = (decision: object) =>
  'notices' in decision ? (decision.notices as { rule: string }[]).map(({ rule }) => rule) : [];

function folded({ history }: Tale) {
  const kind = streamKind('filing');
  const start = { state: emptyState(kind), effects: [] as readonly unknown[] };
  return (history[stream] ?? []).reduce((so, fact) => nextState(kind, so.state, fact), start);
}
const owed = (tale: Tale) =>
  filingRows(FILING, folded(tale).state as FilingState).obligations.map(({ verb, due }) => [verb, due]);
function caseOwes({ history }: Tale): readonly (string | null)[] {
  const read = readDefinition(AMENDING);
  if ('faults' in read) throw new Error('the fixture is a definition');
  const procedure = compileProcedure(read.definition);
  const kind = streamKind('case', procedure);
  const state = (history[`case/${CASE}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  );
  return caseRows(CASE, state as CaseState, procedure).obligations.map(({ due }) => due);
}

describe('报送', () => {
  test('on paper: the current text is sent as sending 1, and our date stands still', () => {
    const data = {
      case: CASE,
      stage: 'authority',
      text: TEXT,
      ...PACKAGE,
      channel: 'confidential',
      authority: null,
      party: 'paper',
      no: 1,
      answerBy: '2026-05-01T16:00:00.000Z',
      counted: {
        from: '2026-04-01',
        within: { n: 30, unit: 'natural' },
        why: [
          {
            how: 'counted',
            from: '2026-04-01',
            n: 30,
            unit: 'natural',
            day: '2026-05-01',
            calendar: null,
            estimated: false,
          },
        ],
        calendar: 'cn-2026',
        estimated: false,
      },
      notices: [],
    };
    adopted()
      .when(OFFICE, sendFiling, [FILING, { ...PACKAGE, channel: 'confidential' as const }])
      .then([
        { stream, type: 'FilingSent', data },
        { stream: `case/${CASE}`, type: 'StagePaused', data: { stage: 'authority', from: '2026-04-01' } },
      ]);
    expect(folded(sent()).effects).toEqual([
      {
        type: 'deadline',
        params: { name: 'answer', due: '2026-05-01T16:00:00.000Z', verb: 'filing.fall-due' },
      },
    ]);
  });

  test('to an authority that is here: a message with the text and its package', () => {
    expect(folded(sent(AUTHORITY)).effects[0]).toEqual({
      type: 'send',
      params: {
        task: 'deliver-filing',
        payload: {
          to: AUTHORITY,
          title: '“十五五”发展规划',
          text: TEXT,
          letter: '请示',
          manifest: PACKAGE.manifest,
          no: 1,
          reminds: false,
        },
      },
    });
  });

  test('approval is asked for by 请示, recording by 报告, each once', () => {
    const report = { ...PACKAGE, letter: '报告' as const };
    adopted().when(OFFICE, sendFiling, [FILING, report]).refused('filing.letter');
    sent().when(OFFICE, sendFiling, [FILING, PACKAGE]).refused('filing.prepared');
  });

  test('a package that lacks something shows, or is not sent, as the procedure says', () => {
    const shown = adopted().when(OFFICE, sendFiling, [FILING, BARE]);
    expect(shown.decision).toMatchObject({
      notices: [{ rule: 'filing.package', facts: { missing: ['编制说明'] } }],
    });
    const strict = changed({ package: { titles: ['规划正文', '编制说明'], effect: 'block' } });
    adopted({ definition: strict }).when(OFFICE, sendFiling, [FILING, BARE]).refused('filing.package');
    adopted({ definition: strict }).does(OFFICE, sendFiling, [FILING, PACKAGE]);
  });

  test('every paper of the package must be known', () => {
    const manifest = [{ title: '编制说明', text: refOf('没有') }];
    adopted()
      .when(OFFICE, sendFiling, [FILING, { ...PACKAGE, manifest }])
      .refused('text.known');
  });

  test('a sending that is recorded is not refused for what it lacked; a block holds the next step', () => {
    const strict = changed({ package: { titles: ['编制说明'], effect: 'block' } });
    const body = { ...BARE, letter: '报告' as const, elsewhere: onPaper('2026-03-30') };
    const recorded = adopted({ definition: strict }).when(OFFICE, recordSent, [FILING, body]);
    expect(rulesOf(recorded.decision)).toEqual(['filing.letter', 'filing.package']);
    expect(recorded.types()).toEqual([
      'filing FilingSent',
      'case StagePaused',
      'record RecordEntered',
      'case StepHeld',
    ]);
    sent().when(OFFICE, recordSent, [FILING, body]).refused('filing.prepared');
  });

  test('the receipt of a sending is recorded once, and who signed is sealed', () => {
    const body = {
      number: '签〔2026〕7号',
      on: '2026-04-02',
      signedBy: '某经办',
      elsewhere: onPaper('2026-04-02'),
    };
    const tale = sent().at(LATER);
    const { decision } = tale.when(OFFICE, recordReceipt, [FILING, body]);
    expect(decision).toMatchObject({
      facts: [
        {
          fact: { type: 'SendingReceipted', data: { no: 1, number: '签〔2026〕7号', on: '2026-04-02' } },
          sealed: [{ plain: { signedBy: '某经办' } }],
        },
        { fact: { type: 'RecordEntered' } },
      ],
    });
    expect(JSON.stringify('facts' in decision && decision.facts.map(({ fact }) => fact))).not.toContain(
      '某经办',
    );
    const receipted = tale.does(OFFICE, recordReceipt, [FILING, body]);
    receipted.when(OFFICE, recordReceipt, [FILING, body]).refused('filing.receipted');
    adopted().at(LATER).when(OFFICE, recordReceipt, [FILING, body]).refused('filing.sent');
  });
});

describe('答复', () => {
  test('a letter is recorded with its numbers; wording of points is sealed; our date runs on', () => {
    const { decision } = sent()
      .at(LATER)
      .when(OFFICE, enterAnswer, [FILING, reply('returned')]);
    const due = '2026-07-10T16:00:00.000Z';
    expect(decision).toMatchObject({
      facts: [
        {
          fact: {
            type: 'AnswerReceived',
            data: { outcome: 'returned', points: 1, register: '收〔2026〕31号', no: 1, due, notices: [] },
          },
          sealed: [{ plain: { points: ['指标口径与市规划不一致'] } }],
        },
        { fact: { type: 'StageResumed', data: { stage: 'authority', due } } },
        { fact: { type: 'RecordEntered', data: { medium: 'paper', verb: 'filing.enter-answer' } } },
      ],
    });
  });

  test('what does not fit an answer shows', () => {
    const odd = reply('recorded', { elsewhere: { ...onPaper('2026-04-11'), scan: null } });
    const shown = sent().at(LATER).when(OFFICE, enterAnswer, [FILING, odd]);
    expect(rulesOf(shown.decision)).toEqual(['filing.outcome', 'record.evidence']);
    const bare = sent()
      .at(LATER)
      .when(OFFICE, enterAnswer, [FILING, reply('returned', { points: [] })]);
    expect(rulesOf(bare.decision)).toEqual(['filing.points']);
  });

  test('no answer before the sending, with an unknown letter, or from a day to come', () => {
    adopted()
      .at(LATER)
      .when(OFFICE, enterAnswer, [FILING, reply('approved')])
      .refused('filing.sent');
    const unknown = reply('approved', { letter: refOf('没有') });
    sent().at(LATER).when(OFFICE, enterAnswer, [FILING, unknown]).refused('text.known');
    sent()
      .when(OFFICE, enterAnswer, [FILING, reply('approved')])
      .refused('record.happened');
  });

  test('incomplete: the same stage sends again, as sending 2, without a change of the text', () => {
    const lacking = answered('incomplete');
    leave(lacking).refused('filing.answered');
    expect(owed(lacking)).toEqual([['filing.send', '2026-07-10T16:00:00.000Z']]);
    lacking.when(OFFICE, sendFiling, [FILING, PACKAGE]).then([
      { stream, type: 'FilingSent' },
      { stream: `case/${CASE}`, type: 'StagePaused', data: { stage: 'authority', from: '2026-04-11' } },
    ]);
    const again = lacking.does(OFFICE, sendFiling, [FILING, PACKAGE]);
    expect((folded(again).state as FilingState).context).toMatchObject({ no: 2, text: TEXT });
  });

  const MESSAGE = {
    dossier: uuid(901),
    outcome: 'returned' as const,
    number: '8号',
    letter: null,
    points: 3,
    receipt: 'a'.repeat(64),
  };

  test('the authority’s own answer arrives once, however often it is delivered', () => {
    const arriving = sent(AUTHORITY).when(CLOCK, takeAnswer, [FILING, MESSAGE]);
    expect(arriving.types()).toEqual(['filing AnswerReceived', 'case StageResumed']);
    sent(AUTHORITY)
      .does(CLOCK, takeAnswer, [FILING, MESSAGE])
      .when(CLOCK, takeAnswer, [FILING, MESSAGE])
      .then([]);
    const lacks = { ...MESSAGE, outcome: 'incomplete' as const };
    const resent = sent(AUTHORITY)
      .does(CLOCK, takeAnswer, [FILING, lacks])
      .does(OFFICE, sendFiling, [FILING, PACKAGE]);
    resent.when(CLOCK, takeAnswer, [FILING, lacks]).then([]);
  });

  test('a letter of an authority that is here is marked, and its answer here changes nothing', () => {
    const tale = sent(AUTHORITY).at(LATER);
    expect(rulesOf(tale.when(OFFICE, enterAnswer, [FILING, reply('approved')]).decision)).toEqual([
      'filing.by-authority',
    ]);
    tale
      .does(OFFICE, enterAnswer, [FILING, reply('approved')])
      .when(CLOCK, takeAnswer, [FILING, MESSAGE])
      .then([]);
  });

  test.each([
    ['approved', 'issue'],
    ['returned', 'amendment'],
    ['approved-with-changes', 'amendment'],
  ] as const)('%s leads to %s', (outcome, next) => {
    expect(leave(answered(outcome)).decision).toMatchObject({
      facts: [
        {
          fact: { type: 'StageClosed', data: { outcome, text: TEXT, sum: { number: '某卫发〔2026〕8号' } } },
        },
        { fact: { type: 'StageEntered', data: { stage: next } } },
        {},
      ],
    });
  });

  test('a procedure without a way for approval with changes takes it as sent back', () => {
    const definition = unrouted('approved-with-changes');
    const tale = adopted({ definition })
      .does(OFFICE, sendFiling, [FILING, PACKAGE])
      .at(LATER)
      .does(OFFICE, enterAnswer, [FILING, reply('approved-with-changes')]);
    expect(leave(tale).decision).toMatchObject({
      facts: [{ fact: { data: { outcome: 'returned' } } }, {}, {}],
    });
  });

  test('the stage does not end without an answer, nor with one to an old text', () => {
    leave(sent()).refused('filing.answered');
    expect(owed(adopted())).toEqual([['filing.send', null]]);
    expect(owed(sent())).toEqual([['filing.enter-answer', null]]);
    expect(owed(sent(AUTHORITY))).toEqual([]);
  });

  test('while the authority holds it nothing of the stage has a date', () => {
    expect(caseOwes(adopted({ due: DUE }))).toEqual([DUE]);
    expect(caseOwes(sent())).toEqual([null]);
    expect(caseOwes(answered('approved'))).toEqual(['2026-07-10T16:00:00.000Z']);
  });
});

describe('未答复', () => {
  const BY = '2026-05-01T16:00:00.000Z';
  const silent = () =>
    sent()
      .at('2026-05-06T02:00:00.000Z')
      .does(CLOCK, filingFallDue, [FILING, { due: BY }]);
  const instruct = (instruction: 'wait' | 'ask-again' | 'issue', more: object = {}) => ({
    instruction,
    until: instruction === 'wait' ? '2026-05-20' : null,
    leader: LEADER.post ?? '',
    elsewhere: onPaper('2026-05-06'),
    ...more,
  });

  test('the period ends once; a date that was moved says nothing', () => {
    sent()
      .when(CLOCK, filingFallDue, [FILING, { due: BY }])
      .then([{ stream, type: 'FilingUnanswered', data: { no: 1, due: BY } }]);
    sent()
      .when(CLOCK, filingFallDue, [FILING, { due: '2026-05-02T16:00:00.000Z' }])
      .then([]);
    silent()
      .when(CLOCK, filingFallDue, [FILING, { due: BY }])
      .then([]);
    expect(owed(silent())).toEqual([['filing.record-instruction', null]]);
  });

  test('an instruction is the leader’s, who is told', () => {
    const { decision } = silent().when(OFFICE, recordInstruction, [FILING, instruct('ask-again')]);
    expect(decision).toMatchObject({
      facts: [
        {
          of: LEADER,
          fact: { type: 'InstructionRecorded', data: { instruction: 'ask-again', until: null } },
        },
        { fact: { type: 'RecordEntered', data: { people: [{ post: LEADER.post, person: LEADER.person }] } } },
      ],
    });
  });

  test('waiting has a new date', () => {
    const waiting = silent().does(OFFICE, recordInstruction, [FILING, instruct('wait')]);
    expect(folded(waiting).effects).toEqual([
      {
        type: 'deadline',
        params: { name: 'answer', due: '2026-05-20T16:00:00.000Z', verb: 'filing.fall-due' },
      },
    ]);
    silent()
      .when(OFFICE, recordInstruction, [FILING, instruct('wait', { until: null })])
      .refused('filing.until');
    silent()
      .when(OFFICE, recordInstruction, [FILING, instruct('wait', { until: '2026-05-05' })])
      .refused('filing.until');
  });

  test('asking again is sending 2, by a 催办函', () => {
    const asking = silent().does(OFFICE, recordInstruction, [FILING, instruct('ask-again')]);
    expect(owed(asking)).toEqual([['filing.send', null]]);
    asking.when(OFFICE, sendFiling, [FILING, PACKAGE]).refused('filing.letter');
    const again = asking.does(OFFICE, sendFiling, [FILING, { ...BARE, letter: '催办函' }]);
    expect((folded(again).state as FilingState).context.no).toBe(2);
    again.does(OFFICE, enterAnswer, [FILING, reply('approved')]);
  });

  test('an instruction needs somebody who gave it; one of no leader holds, one too early shows', () => {
    silent()
      .when(OFFICE, recordInstruction, [FILING, instruct('issue', { leader: uuid(77) })])
      .refused('filing.leader');
    adopted()
      .when(OFFICE, recordInstruction, [FILING, instruct('issue')])
      .refused('filing.unanswered');
    const strange = silent().when(OFFICE, recordInstruction, [
      FILING,
      instruct('issue', { leader: SECRETARY.post }),
    ]);
    expect(rulesOf(strange.decision)).toEqual(['filing.instructed-by']);
    expect(strange.types()).toContain('case StepHeld');
    const early = sent()
      .at(LATER)
      .when(OFFICE, recordInstruction, [FILING, instruct('issue', { elsewhere: onPaper('2026-04-11') })]);
    expect(rulesOf(early.decision)).toEqual(['filing.period']);
  });

  const waived = () => silent().does(OFFICE, recordInstruction, [FILING, instruct('issue')]);
  const ASKED = {
    gate: 'authority',
    approvedBy: LEADER.post ?? '',
    paper: fileOf(SCAN),
    reason: '急需印发',
  };

  test('issuing without an answer needs an exemption of the gate, granted by another person', () => {
    leave(waived()).refused('filing.exempted');
    const asked = waived().does(OFFICE, exemptGate, [CASE, ASKED]);
    leave(asked).refused('filing.exempted');
    const granted = asked.does(DIRECTOR, grantExemption, [CASE, { gate: 'authority' }]);
    expect(leave(granted).decision).toMatchObject({
      facts: [
        { fact: { type: 'StageClosed', data: { outcome: 'unanswered', text: TEXT } } },
        { fact: { type: 'StageEntered', data: { stage: 'issue' } } },
        {},
      ],
    });
  });

  test('whoever waits after all leaves it with the authority: our date stands still again', () => {
    const waits = waived().when(OFFICE, recordInstruction, [FILING, instruct('wait')]);
    expect(waits.types()).toContain('case StagePaused');
    const asksAgain = silent().when(OFFICE, recordInstruction, [FILING, instruct('ask-again')]);
    expect(asksAgain.types()).not.toContain('case StagePaused');
  });

  test('an answer that comes after all is taken', () => {
    const late = waived().does(OFFICE, enterAnswer, [FILING, reply('approved')]);
    expect(leave(late).decision).toMatchObject({
      facts: [{ fact: { data: { outcome: 'approved' } } }, {}, {}],
    });
  });

  test('a procedure that knows no way on without an answer stays', () => {
    const definition = unrouted('unanswered');
    const tale = adopted({ definition })
      .does(OFFICE, sendFiling, [FILING, PACKAGE])
      .at('2026-05-06T02:00:00.000Z')
      .does(OFFICE, recordInstruction, [FILING, instruct('issue')]);
    leave(tale).refused('filing.unanswered-route');
  });
});

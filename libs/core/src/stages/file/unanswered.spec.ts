import { CLOCK } from '../../capacity.ts';
import { exemptGate, grantExemption } from '../../case/exempt.ts';
import {
  adopted,
  CASE,
  DIRECTOR,
  FILING,
  LEADER,
  OFFICE,
  onPaper,
  SCAN,
  SECRETARY,
} from '../../testing/filed-case.ts';
import {
  BARE,
  folded,
  LATER,
  leave,
  owed,
  PACKAGE,
  reply,
  rulesOf,
  sent,
  stream,
  TEXT,
  unrouted,
} from '../../testing/filings.ts';
import { fileOf, uuid } from '../../testing/given.ts';
import { enterAnswer } from './answer.ts';
import type { FilingState } from './filing.ts';
import { sendFiling } from './send.ts';
import { filingFallDue, recordInstruction } from './unanswered.ts';

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

import { CLOCK } from '../../capacity.ts';
import { adopted, CASE, FILING, OFFICE, onPaper } from '../../testing/filed-case.ts';
import {
  answered,
  AUTHORITY,
  caseOwes,
  DUE,
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
import { refOf, uuid } from '../../testing/given.ts';
import { enterAnswer } from './answer.ts';
import type { FilingState } from './filing.ts';
import { sendFiling } from './send.ts';
import { takeAnswer } from './take-answer.ts';

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

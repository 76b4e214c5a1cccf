import { adopted, CASE, FILING, OFFICE, onPaper } from '../../testing/filed-case.ts';
import {
  AUTHORITY,
  BARE,
  changed,
  folded,
  LATER,
  PACKAGE,
  rulesOf,
  sent,
  stream,
  TEXT,
} from '../../testing/filings.ts';
import { refOf } from '../../testing/given.ts';
import { sendFiling } from './send.ts';
import { recordReceipt, recordSent } from './sent-elsewhere.ts';

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

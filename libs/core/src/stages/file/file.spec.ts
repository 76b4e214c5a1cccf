import { advanceCase } from '../../case/advance.ts';
import { CLOCK } from '../../capacity.ts';
import { CASE, council, OFFICE, SCHEME, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { enterAnswer, takeAnswer } from './answer.ts';
import { filingRows, type FilingState } from './filing.ts';
import { sendFiling } from './send.ts';

const FILING = uuid(800);
const AUTHORITY = uuid(9);
const TEXT = refOf(SCHEME);
const PACKAGE = { letter: '请示' as const, manifest: [{ title: '附件', text: refOf('附件') }] };
const prepared = (authority: string | null, mode: 'approve' | 'record' | 'none' = 'approve'): Story => {
  const stage = {
    kind: 'file@1',
    with: { authority: mode, subject: 'scheme' },
    then: { approved: 'publish', recorded: 'publish', returned: 'again' },
  };
  const story = council({}, stage, authority);
  const [opened] = story.history[`case/${CASE}`] ?? [];
  if (!opened) throw new Error('the fixture has a case');
  const streams = mode === 'none' ? [] : [`filing/${FILING}`];
  const entered = { type: 'StageEntered', data: { stage: 'adopt', round: 1, due: null, streams } };
  const data = { case: CASE, stage: 'adopt', subject: 'scheme', title: '规划', mode, authority, due: null };
  const begun = story.with(`case/${CASE}`, opened, entered);
  return mode === 'none' ? begun : begun.but(`filing/${FILING}`, { type: 'FilingPrepared', data });
};
const sent = (authority: string | null = null) =>
  prepared(authority).does(OFFICE, sendFiling, [FILING, PACKAGE]);
const answer = (outcome: 'approved' | 'recorded' | 'returned') =>
  [FILING, { outcome, number: '某卫发〔2026〕8号', on: '2026-05-06', letter: refOf('附件') }] as const;
const leave = (story: Story) => story.when(OFFICE, advanceCase, [CASE, { stage: 'adopt' }]);
const folded = ({ history }: Story) => {
  const kind = streamKind('filing');
  const start = { state: emptyState(kind), effects: [] as readonly unknown[] };
  return (history[`filing/${FILING}`] ?? []).reduce((so, fact) => nextState(kind, so.state, fact), start);
};
const owed = (story: Story) =>
  filingRows(FILING, folded(story).state as FilingState).obligations.map(({ verb }) => verb);

test('on paper: the current text is sent, and no message leaves', () => {
  const data = { case: CASE, stage: 'adopt', text: TEXT, ...PACKAGE, authority: null, party: 'paper' };
  prepared(null)
    .when(OFFICE, sendFiling, [FILING, PACKAGE])
    .then([{ stream: `filing/${FILING}`, type: 'FilingSent', data }]);
  expect(folded(sent()).effects).toEqual([]);
});

test('to an authority that is here: a message with the text and its package', () => {
  expect(folded(sent(AUTHORITY)).effects).toEqual([
    {
      type: 'send',
      params: {
        task: 'deliver-filing',
        payload: { to: AUTHORITY, title: '规划', text: TEXT, ...PACKAGE },
      },
    },
  ]);
});

test('approval is asked for by 请示, recording by 报告, each once', () => {
  const report = { ...PACKAGE, letter: '报告' as const };
  prepared(null).when(OFFICE, sendFiling, [FILING, report]).refused('filing.letter');
  prepared(null, 'record').when(OFFICE, sendFiling, [FILING, PACKAGE]).refused('filing.letter');
  expect(prepared(null, 'record').when(OFFICE, sendFiling, [FILING, report]).types()).toEqual([
    'filing FilingSent',
  ]);
  sent().when(OFFICE, sendFiling, [FILING, PACKAGE]).refused('filing.prepared');
});

test('every paper of the package must be known', () => {
  const manifest = [{ title: '决议', text: refOf('没有') }];
  prepared(null)
    .when(OFFICE, sendFiling, [FILING, { ...PACKAGE, manifest }])
    .refused('text.known');
});

test('there must be a text', () => {
  const data = {
    case: CASE,
    stage: 'adopt',
    subject: 'manuscript',
    title: '规划',
    mode: 'approve',
    authority: null,
    due: null,
  };
  prepared(null)
    .with(`filing/${FILING}`, { type: 'FilingPrepared', data })
    .when(OFFICE, sendFiling, [FILING, PACKAGE])
    .refused('filing.text');
});

test('an answer on paper is recorded as such; what does not fit is shown', () => {
  const data = {
    outcome: 'approved',
    number: '某卫发〔2026〕8号',
    on: '2026-05-06',
    letter: refOf('附件'),
    text: TEXT,
    party: 'paper',
    dossier: null,
    receipt: null,
    notices: [],
  };
  sent()
    .when(OFFICE, enterAnswer, answer('approved'))
    .then([{ stream: `filing/${FILING}`, type: 'AnswerReceived', data }]);
  const odd = sent().when(OFFICE, enterAnswer, [
    FILING,
    { outcome: 'recorded', number: '', on: '2026-05-06', letter: null },
  ]);
  expect(odd.decision).toMatchObject({
    notices: [{ rule: 'filing.outcome' }, { rule: 'filing.letter-kept' }],
  });
});

test('no answer before the sending, or with an unknown letter', () => {
  prepared(null).when(OFFICE, enterAnswer, answer('approved')).refused('filing.sent');
  sent()
    .when(OFFICE, enterAnswer, [FILING, { ...answer('approved')[1], letter: refOf('没有') }])
    .refused('text.known');
});

const MESSAGE = {
  dossier: uuid(901),
  outcome: 'returned' as const,
  number: '8号',
  letter: null,
  receipt: 'a'.repeat(64),
};

test('the authority’s own answer arrives once, however often it is delivered', () => {
  const data = { ...MESSAGE, on: null, text: TEXT, party: 'system', notices: [] };
  const arriving = sent(AUTHORITY).when(CLOCK, takeAnswer, [FILING, MESSAGE]);
  arriving.then([{ stream: `filing/${FILING}`, type: 'AnswerReceived', data }]);
  const again = sent(AUTHORITY)
    .does(CLOCK, takeAnswer, [FILING, MESSAGE])
    .when(CLOCK, takeAnswer, [FILING, MESSAGE]);
  again.then([]);
});

test('a letter from an authority that is here is recorded with a mark, and its answer here changes nothing', () => {
  const entered = sent(AUTHORITY).when(OFFICE, enterAnswer, answer('approved'));
  expect(entered.decision).toMatchObject({
    facts: [
      {
        fact: {
          data: {
            outcome: 'approved',
            party: 'paper',
            notices: [{ rule: 'filing.by-authority', facts: { authority: AUTHORITY } }],
          },
        },
      },
    ],
    notices: [{ rule: 'filing.by-authority' }],
  });
  sent(AUTHORITY)
    .does(OFFICE, enterAnswer, answer('approved'))
    .when(CLOCK, takeAnswer, [FILING, MESSAGE])
    .then([]);
});

test('the stage ends with the answer, never without one', () => {
  leave(sent()).refused('filing.answered');
  const approved = leave(sent().does(OFFICE, enterAnswer, answer('approved')));
  expect(approved.decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'StageClosed',
          data: { outcome: 'approved', text: TEXT, sum: { number: '某卫发〔2026〕8号' } },
        },
      },
      { fact: { type: 'StageEntered', data: { stage: 'publish' } } },
      {},
    ],
  });
  const returned = leave(sent().does(OFFICE, enterAnswer, answer('returned')));
  expect(returned.types()).toEqual(['case StageClosed', 'case StageEntered', 'filing FilingPrepared']);
});

test('where no authority answers, the stage has nothing to wait for', () => {
  expect(leave(prepared(null, 'none')).decision).toMatchObject({
    facts: [{ fact: { type: 'StageClosed', data: { outcome: 'recorded', text: null } } }, {}, {}],
  });
});

test('the office owes the sending, and the answer when it comes on paper', () => {
  expect(owed(prepared(null))).toEqual(['filing.send']);
  expect(owed(sent())).toEqual(['filing.enter-answer']);
  expect(owed(sent(AUTHORITY))).toEqual([]);
});

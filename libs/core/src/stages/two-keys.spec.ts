import { actor, CASE, council, type Story } from '../testing/council.ts';
import { uuid } from '../testing/given.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { ballotRows, type BallotState } from './ballot.ts';
import { confirmTally, enterTally } from './two-keys.ts';

const BALLOT = uuid(700);
const TELLER = actor(8, 'teller');
const SCRUTINEER = actor(9, 'scrutineer');
const COUNTS = { issued: 58, returned: 58, yes: 51, no: 4, abstain: 2, invalid: 1 };
const open = (): Story =>
  council().but(`ballot/${BALLOT}`, {
    type: 'BallotOpened',
    data: { meeting: uuid(2), case: CASE, stage: 'adopt', bodyKey: 'council', issued: 58 },
  });
const entered = (counts: object = {}) => open().does(TELLER, enterTally, [BALLOT, { ...COUNTS, ...counts }]);
const stateOf = ({ history }: Story): BallotState => {
  const kind = streamKind('ballot');
  const facts = history[`ballot/${BALLOT}`] ?? [];
  return facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)) as BallotState;
};
const owed = (story: Story) =>
  ballotRows(BALLOT, stateOf(story)).obligations.map(({ verb, holder }) => `${verb} ${holder}`);

test('two people enter the same counts, and nothing but counts is recorded of the votes', () => {
  open()
    .when(TELLER, enterTally, [BALLOT, COUNTS])
    .then([
      {
        stream: `ballot/${BALLOT}`,
        type: 'TallyEntered',
        data: { ...COUNTS, post: TELLER.post, person: TELLER.person },
      },
    ]);
  entered()
    .when(SCRUTINEER, confirmTally, [BALLOT, COUNTS])
    .then([
      { stream: `ballot/${BALLOT}`, type: 'TallyConfirmed', data: { ...COUNTS, post: SCRUTINEER.post } },
    ]);
});

test('a difference is named without the first count, and the teller enters again', () => {
  const differing = entered({ yes: 50, no: 5 });
  const second = differing.when(SCRUTINEER, confirmTally, [BALLOT, COUNTS]);
  second.refused('ballot.two-keys');
  expect(second.decision).toMatchObject({
    refusal: { said: { zh: '赞成、反对票数与计票人录入不一致' }, facts: { differ: ['yes', 'no'] } },
  });
  expect(JSON.stringify(second.decision)).not.toMatch(/\d/);
  const mended = differing.does(TELLER, enterTally, [BALLOT, COUNTS]);
  expect(mended.when(SCRUTINEER, confirmTally, [BALLOT, COUNTS]).types()).toEqual(['ballot TallyConfirmed']);
});

test('each key has its own seat and its own person', () => {
  open().when(SCRUTINEER, enterTally, [BALLOT, COUNTS]).refused('ballot.seat');
  open()
    .when({ ...TELLER, person: null }, enterTally, [BALLOT, COUNTS])
    .refused('ballot.seat');
  entered().when(TELLER, confirmTally, [BALLOT, COUNTS]).refused('ballot.seat');
  entered()
    .when({ ...SCRUTINEER, person: TELLER.person }, confirmTally, [BALLOT, COUNTS])
    .refused('ballot.two-people');
});

test('the counts must add up, and no more go out than people are present', () => {
  open()
    .when(TELLER, enterTally, [BALLOT, { ...COUNTS, invalid: 2 }])
    .refused('ballot.sum');
  open()
    .when(TELLER, enterTally, [BALLOT, { ...COUNTS, issued: 59 }])
    .refused('ballot.sum');
});

test('one after the other, once', () => {
  open().when(SCRUTINEER, confirmTally, [BALLOT, COUNTS]).refused('ballot.open');
  const confirmed = entered().does(SCRUTINEER, confirmTally, [BALLOT, COUNTS]);
  confirmed.when(SCRUTINEER, confirmTally, [BALLOT, COUNTS]).refused('ballot.open');
  confirmed.when(TELLER, enterTally, [BALLOT, COUNTS]).refused('ballot.open');
  expect(stateOf(confirmed).value).toBe('confirmed');
});

test('more back than out is confirmed as void', () => {
  const over = { ...COUNTS, issued: 57 };
  expect(stateOf(entered(over).does(SCRUTINEER, confirmTally, [BALLOT, over])).value).toBe('void');
});

test('first the teller owes, then the scrutineer', () => {
  expect(owed(open())).toEqual(['ballot.tally teller@council']);
  expect(owed(entered())).toEqual(['ballot.confirm scrutineer@council']);
  expect(owed(entered().does(SCRUTINEER, confirmTally, [BALLOT, COUNTS]))).toEqual([]);
});

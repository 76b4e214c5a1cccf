import type { Capacity } from '../../capacity.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import {
  actor,
  CASE,
  council,
  head,
  OFFICE,
  person,
  post,
  SCHEME,
  type Story,
} from '../../testing/council.ts';
import { INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { askTabling, reviseTabling, withdrawTabling } from './ask.ts';
import { approveTabling, backTabling, declineTabling } from './judge.ts';
import { circulatePapers, noteConsensus, readPapers } from './prepare.ts';
import { tablingRows } from './rows.ts';
import type { TablingState } from './tabling.ts';

const SHEET = uuid(40);
const STREAM = `tabling/${SHEET}`;
const [CHAIR, SPONSOR, MEMBER, SECRETARY] = [actor(1), actor(2), actor(3), actor(7)];
const HEAD = head(1);
const ASK = {
  case: CASE,
  stage: 'adopt',
  title: '关于审议编制工作方案的议题',
  text: refOf(SCHEME),
  sponsor: post(2),
};
const asked = (more: object = {}, by: Capacity = HEAD): Story =>
  council().does(by, askTabling, [SHEET, { ...ASK, ...more }]);
const backed = (): Story => asked().does(SPONSOR, backTabling, [SHEET, { agree: true }]);
const cleared = (): Story => backed().does(CHAIR, approveTabling, [SHEET, {}]);
const sent = (): Story => cleared().does(SECRETARY, circulatePapers, [SHEET, { papers: [refOf('附件')] }]);

/** The machine's state after the facts of a story. */
function stateOf({ history }: Story): TablingState {
  const kind = streamKind('tabling');
  const facts = history[STREAM] ?? [];
  return facts.reduce((state, fact) => nextState(kind, state, fact).state, emptyState(kind)) as TablingState;
}
const owed = (story: Story): readonly string[] =>
  tablingRows(SHEET, stateOf(story)).obligations.map(({ holder, verb }) => `${holder} ${verb}`);

test('an item is asked for, signed, approved, and sent to every member, each owing the next hand', () => {
  expect(owed(asked())).toEqual([`post:${post(2)} tabling.back`]);
  expect(owed(asked({ sponsor: null }))).toEqual(['chair@council tabling.approve']);
  expect(owed(backed())).toEqual(['chair@council tabling.approve']);
  expect(owed(cleared())).toEqual([]);
  expect(owed(sent())).toEqual([1, 2, 3, 4, 5, 6].map((n) => `post:${post(n)} tabling.read`));
  const read = sent().does(MEMBER, readPapers, [SHEET, { text: refOf(SCHEME) }]);
  expect(owed(read)).toHaveLength(5);
  expect(stateOf(read).context).toMatchObject({ approved: true, read: [post(3)], papers: [refOf('附件')] });
});

test('what is said on the sheet is sealed; the line in the list is what the case calls it', () => {
  const asking = council().when(HEAD, askTabling, [SHEET, { ...ASK, words: '已征求财务科意见' }]);
  expect(asking.decision).toMatchObject({
    made: STREAM,
    facts: [
      {
        fact: {
          type: 'TablingAsked',
          data: { bodyKey: 'council', round: 1, post: HEAD.post, by: HEAD.person },
        },
        sealed: [{ subject: HEAD.person, plain: { title: ASK.title, words: '已征求财务科意见' } }],
      },
    ],
  });
  expect(JSON.stringify(asked().history[STREAM])).not.toContain('议题的');
  expect(tablingRows(SHEET, stateOf(asked())).item).toMatchObject({
    label: '议题申报：《“十五五”发展规划》（编制工作方案）（党委会审议）',
    status: 'asked',
    case: CASE,
  });
});

test('asked once, for a stage that stands open, with a text of one’s own and a post that there is', () => {
  asked().when(HEAD, askTabling, [SHEET, ASK]).refused('tabling.standing');
  council()
    .when(HEAD, askTabling, [SHEET, { ...ASK, stage: 'publish' }])
    .refused('case.stage-open');
  council()
    .when(HEAD, askTabling, [SHEET, { ...ASK, text: refOf('别人的') }])
    .refused('text.known');
  council()
    .when(HEAD, askTabling, [SHEET, { ...ASK, sponsor: uuid(77) }])
    .refused('tabling.sponsor-known');
});

test('the leader in charge signs alone, or says what has to change; then it is asked, and signed, anew', () => {
  asked()
    .when(CHAIR, backTabling, [SHEET, { agree: true }])
    .refused('tabling.sponsor');
  asked()
    .when(SPONSOR, backTabling, [SHEET, { agree: false }])
    .refused('tabling.words');
  backed()
    .when(SPONSOR, backTabling, [SHEET, { agree: true }])
    .refused('tabling.standing');
  const changing = asked().does(SPONSOR, backTabling, [SHEET, { agree: false, words: '请补充测算' }]);
  expect(owed(changing)).toEqual([`post:${HEAD.post} tabling.revise`]);
  changing.when(head(2), reviseTabling, [SHEET, { text: refOf('附件') }]).refused('tabling.asker');
  changing.when(HEAD, reviseTabling, [SHEET, { text: refOf('没有') }]).refused('text.known');
  asked()
    .when(HEAD, reviseTabling, [SHEET, { text: refOf('附件') }])
    .refused('tabling.standing');
  const again = changing.does(HEAD, reviseTabling, [SHEET, { text: refOf('附件'), words: '已补充' }]);
  expect(owed(again)).toEqual([`post:${post(2)} tabling.back`]);
  expect(stateOf(again).context).toMatchObject({ text: refOf('附件'), backed: false });
});

test('whoever chairs the body approves, after the leader in charge; while the chair is vacant its first deputy', () => {
  asked().when(CHAIR, approveTabling, [SHEET, {}]).refused('tabling.backed');
  backed().when(MEMBER, approveTabling, [SHEET, {}]).refused('tabling.chair');
  backed().when(SPONSOR, approveTabling, [SHEET, {}]).refused('tabling.chair');
  cleared().when(CHAIR, approveTabling, [SHEET, {}]).refused('tabling.standing');
  asked({ sponsor: null }).does(CHAIR, approveTabling, [SHEET, { words: '同意上会' }]);
  const [org = ''] = Object.keys(backed().history).filter((name) => name.startsWith('org/'));
  const vacant = { type: 'PostVacated', data: { post: post(1), until: '2025-11-19T00:00:00.000Z' } };
  backed().but(org, vacant).does(SPONSOR, approveTabling, [SHEET, {}]);
});

test('the chair declines it for good, or sends it back; an approval that is taken back is none', () => {
  const over = backed().does(CHAIR, declineTabling, [SHEET, { reason: '不属本会', again: false }]);
  expect([stateOf(over).value, owed(over)]).toEqual(['declined', []]);
  over.when(OFFICE, noteConsensus, [SHEET, { agreed: true }]).refused('tabling.standing');
  backed()
    .when(MEMBER, declineTabling, [SHEET, { reason: '不妥', again: false }])
    .refused('tabling.chair');
  const back = cleared().does(CHAIR, declineTabling, [SHEET, { reason: '请再论证', again: true }]);
  expect(stateOf(back)).toMatchObject({ value: 'changing', context: { approved: false, backed: false } });
});

test('taken back by whoever asked, or the office, before a meeting is called for it', () => {
  const reason = { reason: '材料待补' };
  asked().when(head(2), withdrawTabling, [SHEET, reason]).refused('tabling.asker');
  expect(stateOf(cleared().does(OFFICE, withdrawTabling, [SHEET, reason])).value).toBe('withdrawn');
  const tabled = cleared().but(STREAM, { type: 'ItemTabled', data: { meeting: `meeting/${uuid(2)}` } });
  tabled.when(HEAD, withdrawTabling, [SHEET, reason]).refused('tabling.standing');
});

test('what the two chiefs agreed is noted by anybody of the house, and the last note counts', () => {
  const noted = asked().does(CHAIR, noteConsensus, [SHEET, { agreed: false }]);
  expect(stateOf(noted).context.agreed).toBe(false);
  const agreed = noted.does(OFFICE, noteConsensus, [SHEET, { agreed: true }]);
  expect(stateOf(agreed).context.agreed).toBe(true);
});

test('papers are read by whoever was sent them, in the text as it is now, and noted once', () => {
  asked()
    .when(MEMBER, readPapers, [SHEET, { text: refOf(SCHEME) }])
    .refused('tabling.circulated');
  sent()
    .when(OFFICE, readPapers, [SHEET, { text: refOf(SCHEME) }])
    .refused('tabling.circulated');
  sent()
    .when(MEMBER, readPapers, [SHEET, { text: refOf('附件') }])
    .refused('tabling.text');
  const read = sent().does(MEMBER, readPapers, [SHEET, { text: refOf(SCHEME) }]);
  expect(read.when(MEMBER, readPapers, [SHEET, { text: refOf(SCHEME) }]).decision).toEqual({ facts: [] });
  cleared()
    .when(SECRETARY, circulatePapers, [SHEET, { papers: [refOf('没有')] }])
    .refused('text.known');
  expect(read.history[STREAM]?.at(-1)?.data).toEqual({ post: post(3), by: person(3) });
});

/** A story that stands in each state of the sheet. */
const STANDING = {
  absent: () => council(),
  asked: () => asked(),
  changing: () => asked().does(SPONSOR, backTabling, [SHEET, { agree: false, words: '改' }]),
  backed,
  cleared,
  tabled: () => sent().but(STREAM, { type: 'ItemTabled', data: { meeting: `meeting/${uuid(2)}` } }),
  declined: () => asked().does(CHAIR, declineTabling, [SHEET, { reason: '不妥', again: false }]),
  withdrawn: () => asked().does(OFFICE, withdrawTabling, [SHEET, { reason: '暂缓' }]),
};
const PEOPLE = [HEAD, SPONSOR, CHAIR, MEMBER, SECRETARY, OFFICE];
const EVERYTHING: readonly ((story: Story, by: Capacity) => ReturnType<Story['when']>)[] = [
  (story, by) => story.when(by, askTabling, [SHEET, ASK]),
  (story, by) => story.when(by, reviseTabling, [SHEET, { text: refOf('附件') }]),
  (story, by) => story.when(by, withdrawTabling, [SHEET, { reason: '暂缓' }]),
  (story, by) => story.when(by, backTabling, [SHEET, { agree: true }]),
  (story, by) => story.when(by, backTabling, [SHEET, { agree: false, words: '改' }]),
  (story, by) => story.when(by, approveTabling, [SHEET, {}]),
  (story, by) => story.when(by, declineTabling, [SHEET, { reason: '不妥', again: false }]),
  (story, by) => story.when(by, declineTabling, [SHEET, { reason: '改', again: true }]),
  (story, by) => story.when(by, noteConsensus, [SHEET, { agreed: true }]),
  (story, by) => story.when(by, circulatePapers, [SHEET, { papers: [] }]),
  (story, by) => story.when(by, readPapers, [SHEET, { text: refOf(SCHEME) }]),
];

test.each(Object.entries(STANDING))(
  '%s: whatever anybody asks is refused by name or leaves facts that the machine takes',
  (value, standing) => {
    const story = standing();
    const before: ReturnType<typeof emptyState> = stateOf(story);
    expect(before.value).toBe(value);
    const kind = streamKind('tabling');
    const done = PEOPLE.flatMap((by) =>
      EVERYTHING.map((ask) => {
        const { decision } = ask(story, by);
        if ('refusal' in decision) return decision.refusal.rule;
        const after = decision.facts.reduce((state, { fact }) => nextState(kind, state, fact).state, before);
        return String(after.value);
      }),
    );
    expect(done).toHaveLength(PEOPLE.length * EVERYTHING.length);
    expect(done.filter((one) => !/^(?:tabling|text)\.|^[a-z]+$/.test(one))).toEqual([]);
    const over = value === 'declined' || value === 'withdrawn';
    expect(done.every((one) => one === 'tabling.standing')).toBe(over);
  },
);

test('the states are these', () => {
  expect(Object.keys(streamKind('tabling').machine.states).toSorted()).toEqual(
    Object.keys(STANDING).toSorted(),
  );
});

test('whoever acts in the chair’s vacant post approves it', () => {
  const at = '2025-11-20T00:00:00.000Z';
  const story = backed().but(
    `org/${INSTITUTION}`,
    { type: 'PostVacated', data: { post: post(1), person: person(1), until: at } },
    {
      type: 'ActingAppointed',
      data: { post: post(1), by: { post: post(3) }, from: at, until: null, document: null },
    },
  );
  story.when(actor(2), approveTabling, [SHEET, {}]).refused('tabling.chair');
  const acting = { ...actor(1), person: person(3), acting: true } as const;
  expect(story.when(acting, approveTabling, [SHEET, {}]).types()).toEqual(['tabling TablingApproved']);
});

import { emptyState, nextState, streamKind } from '../../streams.ts';
import {
  actor,
  CASE,
  council,
  head,
  MEETING,
  OFFICE,
  person,
  post,
  SCHEME,
  UNTABLED,
  type Story,
} from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { broken, voted } from '../../testing/held-meeting.ts';
import { askTabling } from '../tabling/ask.ts';
import { approveTabling, backTabling } from '../tabling/judge.ts';
import { circulatePapers, noteConsensus, readPapers } from '../tabling/prepare.ts';
import { addPaper } from './add-paper.ts';
import { adjournMeeting, openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import { putItem } from './put.ts';
import { recuse } from './recuse.ts';

const SHEET = uuid(40);
const SECRETARY = actor(7);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-24T02:00:00.000Z', place: '二楼会议室' };
const TABLED = { ...CALL, tabling: SHEET };
const RULES = ['meeting.intake', 'meeting.consensus', 'meeting.circulated'] as const;
/** The body weighs all three so, or by default. */
const weighing = (effect?: string): Story =>
  council({
    rules: effect ? Object.fromEntries(RULES.map((rule) => [rule, { effect, reason: '本院议事规则' }])) : {},
  });
const ask = (story: Story, text = SCHEME): Story =>
  story.does(OFFICE, askTabling, [
    SHEET,
    { case: CASE, stage: 'adopt', title: '议题', text: refOf(text), sponsor: post(2) },
  ]);
const approved = (story: Story, text = SCHEME): Story =>
  ask(story, text)
    .does(actor(2), backTabling, [SHEET, { agree: true }])
    .does(actor(1), approveTabling, [SHEET, {}]);
const agreed = (story: Story): Story => story.does(OFFICE, noteConsensus, [SHEET, { agreed: true }]);
const sent = (story: Story): Story => story.does(SECRETARY, circulatePapers, [SHEET, { papers: [] }]);
const rulesOf = (story: Story, body: typeof CALL & { tabling?: string } = TABLED): readonly string[] => {
  const { decision } = story.when(SECRETARY, callMeeting, [MEETING, body]);
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  return (decision.notices ?? []).map(({ rule }) => rule);
};

test('by default it shows what an item did not go through before it was called', () => {
  expect(rulesOf(weighing(), CALL)).toEqual([...RULES]);
  expect(rulesOf(ask(weighing()))).toEqual([...RULES]);
  expect(rulesOf(approved(weighing()))).toEqual(['meeting.consensus', 'meeting.circulated']);
  expect(rulesOf(agreed(approved(weighing())))).toEqual(['meeting.circulated']);
  expect(rulesOf(sent(agreed(approved(weighing()))))).toEqual([]);
});

test('a body that turns the rules off never hears of them; one that must have them calls no meeting without', () => {
  expect(rulesOf(weighing('off'), CALL)).toEqual([]);
  const calling = (story: Story, body: object = TABLED) =>
    story.when(SECRETARY, callMeeting, [MEETING, { ...CALL, ...body }]);
  calling(weighing('block'), CALL).refused('meeting.intake');
  calling(approved(weighing('block'))).refused('meeting.consensus');
  calling(agreed(approved(weighing('block')))).refused('meeting.circulated');
  const disagreed = approved(weighing('block')).does(OFFICE, noteConsensus, [SHEET, { agreed: false }]);
  expect(calling(disagreed).decision).toMatchObject({
    refusal: {
      rule: 'meeting.consensus',
      facts: { agreed: false },
      needs: { zh: '请书记、院长沟通一致后登记' },
    },
  });
  calling(sent(agreed(approved(weighing('block'))))).then([
    { stream: `meeting/${MEETING}`, type: 'MeetingCalled' },
    { stream: `case/${CASE}`, type: 'ItemScheduled' },
    { stream: `tabling/${SHEET}`, type: 'ItemTabled', data: { meeting: `meeting/${MEETING}` } },
  ]);
});

test('what was approved is a text: another one is not', () => {
  expect(rulesOf(sent(agreed(approved(weighing(), '附件'))))).toEqual(['meeting.intake']);
});

test('a sheet that is not there, is over, or is another stage’s makes no sense', () => {
  const calling = (story: Story) => story.when(SECRETARY, callMeeting, [MEETING, TABLED]);
  calling(weighing()).refused('tabling.standing');
  calling(ask(weighing()).but(`tabling/${SHEET}`, WITHDRAWN)).refused('tabling.standing');
  const [first] = ask(weighing()).history[`tabling/${SHEET}`] ?? [];
  const strange = { type: 'TablingAsked', data: { ...first?.data, stage: 'publish' } };
  calling(weighing().with(`tabling/${SHEET}`, strange)).refused('tabling.stage');
});
const WITHDRAWN = { type: 'TablingWithdrawn', data: { post: null, by: '' } };

test('a meeting that is recorded is judged by the same rules, and never refused for them', () => {
  const story = (effect?: string) => weighing(effect);
  expect(broken({}, story())).toEqual(expect.arrayContaining([...RULES]));
  expect(broken({}, story('off'))).not.toContain('meeting.intake');
  expect(broken({}, story('block'))).toEqual(expect.arrayContaining(RULES.map((rule) => `${rule}!`)));
  expect(broken({ tabling: SHEET }, sent(agreed(approved(story()))))).not.toContain('meeting.intake');
});

test('a recorded meeting says by its list who was in charge and away, and who had not read', () => {
  const sheet = sent(agreed(approved(weighing('off'))));
  const without = {
    tabling: SHEET,
    present: [1, 3, 4].map(post),
    votes: voted([3, 'yes'], [4, 'yes'], [1, 'yes']),
  };
  expect(broken(without, sheet)).toEqual(expect.arrayContaining(['meeting.sponsor', 'meeting.read']));
  expect(broken({ tabling: SHEET }, sheet)).not.toContain('meeting.sponsor');
});

/** Called with its sheet, these members here. */
const here = (story: Story, ...members: readonly number[]): Story =>
  members
    .reduce(
      (so, n) => so.does(actor(n), signIn, [MEETING, { by: 'room' as const }]),
      story.does(SECRETARY, callMeeting, [MEETING, TABLED]),
    )
    .does(SECRETARY, openMeeting, [MEETING, {}]);
const opening = (rules: object) => sent(agreed(approved(council({ rules }))));
const OFF = { ...UNTABLED, 'meeting.read': UNTABLED['meeting.intake'] };

test('the leader in charge who is not there shows when the item is put, or holds it', () => {
  const putting = (rules: object, ...members: readonly number[]) =>
    here(opening(rules), ...members).when(actor(1), putItem, [MEETING, {}]);
  expect(putting(OFF, 1, 3, 4).decision).toMatchObject({
    notices: expect.arrayContaining([expect.objectContaining({ rule: 'meeting.sponsor' })]),
  });
  expect(JSON.stringify(putting(OFF, 1, 2, 4).decision)).not.toContain('meeting.sponsor');
  const block = { ...OFF, 'meeting.sponsor': { effect: 'block', reason: '分管领导应当到会' } };
  putting(block, 1, 3, 4).refused('meeting.sponsor');
  const left = here(opening(block), 1, 3, 4).does(actor(2), recuse, [MEETING, { reason: '有利害关系' }]);
  expect(left.when(actor(1), putItem, [MEETING, {}]).types()).toContain('meeting ItemPut');
});

test('a member who is there and has not opened the papers shows, or holds the item', () => {
  const read = opening(UNTABLED).does(actor(1), readPapers, [SHEET, { text: refOf(SCHEME) }]);
  const { decision } = here(read, 1, 2, 3).when(actor(1), putItem, [MEETING, {}]);
  expect(decision).toMatchObject({
    notices: expect.arrayContaining([
      expect.objectContaining({ rule: 'meeting.read', facts: { posts: [post(2), post(3)] } }),
    ]),
  });
  const block = { ...UNTABLED, 'meeting.read': { effect: 'block', reason: '会前必读' } };
  here(opening(block), 1, 2, 3).when(actor(1), putItem, [MEETING, {}]).refused('meeting.read');
});

const paper = { paper: refOf('附件'), replaces: null };
const called = (rule: object = {}): Story => {
  const notice = { n: 2, unit: 'working', effect: 'warn' };
  return council({ notice, ...rule }).does(SECRETARY, callMeeting, [MEETING, CALL]);
};

test('a paper after the call is late when less than the body’s notice is left', () => {
  const at = (day: string) => ({ ...CALL, at: `2025-11-${day}T02:00:00.000Z` });
  const adding = (rule: object, day: string) =>
    council({ notice: { n: 2, unit: 'working', effect: 'off' }, ...rule })
      .does(SECRETARY, callMeeting, [MEETING, at(day)])
      .when(OFFICE, addPaper, [MEETING, paper]);
  expect(adding({}, '24').decision).toMatchObject({ notices: [] });
  expect(adding({}, '21').decision).toMatchObject({
    notices: [{ rule: 'meeting.late-papers', facts: { n: 2, unit: 'working', earliest: '2025-11-24' } }],
  });
  const rules = (effect: string) => ({
    rules: { 'meeting.late-papers': { effect, reason: '本院议事规则' } },
  });
  adding(rules('block'), '21').refused('meeting.late-papers');
  expect(adding(rules('off'), '21').decision).toMatchObject({ notices: [] });
});

test('a paper is added or replaced by whoever runs the meeting, once; the text of the item is not a paper', () => {
  const adding = (body: object, by = SECRETARY, story = called()) =>
    story.when(by, addPaper, [MEETING, { ...paper, ...body }]);
  adding({}).then([{ stream: `meeting/${MEETING}`, type: 'PaperAdded', data: { ...paper, notices: [] } }]);
  adding({}, head(1)).refused('meeting.runs');
  adding({ paper: refOf('没有') }).refused('text.known');
  adding({ replaces: refOf('纪要') }).refused('meeting.paper');
  adding({ replaces: refOf(SCHEME) }).refused('meeting.other-text');
  const twice = called().does(SECRETARY, addPaper, [MEETING, paper]);
  adding({}, SECRETARY, twice).refused('meeting.paper-sent');
  adding({ paper: refOf('纪要'), replaces: refOf('附件') }, SECRETARY, twice).then([
    { stream: `meeting/${MEETING}`, type: 'PaperAdded' },
  ]);
  adding({}, SECRETARY, council()).refused('meeting.before-put');
});

test('whoever had read the papers owes to read them again', () => {
  const read = sent(agreed(approved(council()))).does(actor(3), readPapers, [SHEET, { text: refOf(SCHEME) }]);
  const story = read.does(SECRETARY, callMeeting, [MEETING, TABLED]).does(OFFICE, addPaper, [MEETING, paper]);
  expect(story.history[`tabling/${SHEET}`]?.at(-1)).toEqual({
    type: 'PapersRenewed',
    data: { meeting: `meeting/${MEETING}` },
  });
  const kind = streamKind('tabling');
  const facts = story.history[`tabling/${SHEET}`] ?? [];
  const { item, obligations } = kind.rows(
    SHEET,
    facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind)),
  );
  // Under another name than before: who was told of the old papers is told of the new ones.
  expect(item?.label).toMatch(/（材料有更新）$/);
  expect(obligations.map(({ name }) => name)).toContain(`reread:${post(3)}`);
  story.does(actor(3), readPapers, [SHEET, { text: refOf(SCHEME) }]);
  expect(story.history[`tabling/${SHEET}`]?.at(-3)?.data).toEqual({ post: post(3), by: person(3) });
});

test('nobody owes to read papers once the item was put, or taken back; called again, they are read again', () => {
  const owed = ({ history }: Story): number => {
    const kind = streamKind('tabling');
    const facts = history[`tabling/${SHEET}`] ?? [];
    const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
    return kind.rows(SHEET, state).obligations.length;
  };
  const story = here(opening(UNTABLED), 1, 2, 3, 4);
  expect(owed(story)).toBe(6);
  const putOff = story
    .does(actor(1), putItem, [MEETING, {}])
    .does(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }])
    .does(SECRETARY, declareItem, [MEETING, { minutes: null }]);
  expect(owed(putOff)).toBe(0);
  expect(owed(putOff.does(SECRETARY, callMeeting, [uuid(3), TABLED]))).toBe(6);
  const before = story.does(actor(1), decideItem, [MEETING, { outcome: 'deferred', reason: '再议' }]);
  expect(owed(before)).toBe(0);
  expect(owed(story.does(SECRETARY, adjournMeeting, [MEETING, { reason: '另行召集' }]))).toBe(0);
  expect(broken({ tabling: SHEET }, opening(UNTABLED))).not.toContain('meeting.intake');
});

import { Organisation } from '@mouding/contract';
import { addDays, type Definition } from '@mouding/core';
import type { Session } from '../../client/session.ts';
import { CALENDAR } from '../plan-calendar.ts';
import { SCAN } from '../scan.ts';
import { call, declare, postOf, roomOf, type MeetingPlay, type Room } from '../plays/meeting.ts';
import { meetingOf } from '../plays/sitting.ts';
import { holderOf, moveTo, office, overview, type Story } from '../story.ts';
import { obligationsOf } from './clockwork.ts';
import { expectConformance } from './conforming.ts';
import { S8, S8_ABOVE } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { openScheme } from './two-bodies.ts';

const INTERESTED = '党委委员（中医与信息）';
const PAPER = '越医传承中心建设项目施工合同（送审稿）';
const RECUSED = 'meeting.recused';

/** S8 回避: the base shrinks with whoever leaves, the papers are hidden, and nothing is ever stuck. */
export const s8: Scenario = {
  id: 'S8',
  title: { zh: '回避', en: 'recusal' },
  async play(scene) {
    const definition = contractReview(scene.definition);
    const story = await openScheme(scene, definition, PAPER);
    await declared(scene, story);
    await expectConformance(scene, story, S8);
    const again = await anotherContract(scene, definition, '越医传承中心设备采购合同');
    await tooManyLeave(scene, again);
    await expectConformance(scene, again, S8_ABOVE);
    const third = await anotherContract(scene, definition, '越医传承中心物业服务合同');
    await oneVoice(scene, third);
  },
};

/** One gate, 党委会: quorum and majority are of those who are not recused, and two thirds must be left. */
export function contractReview({ bodies }: Definition): Definition {
  const { 'party-committee': body } = bodies;
  if (!body) throw new Error('the procedure has no Party committee');
  const quorum: typeof body.quorum = { ...body.quorum, base: 'entitled' };
  const pass: typeof body.pass = { ...body.pass, base: 'entitled' };
  return {
    id: 'contract-review',
    title: '重大项目合同审议程序',
    summary: '',
    bodies: { 'party-committee': { ...body, quorum, pass, recusalFloor: { num: 2, den: 3 } } },
    chapters: [],
    steps: [
      {
        id: 'contract',
        kind: 'meeting@1',
        title: '党委会审议合同',
        with: { body: 'party-committee', subject: 'scheme', binds: true },
        then: { passed: 'end', 'not-passed': 'again', deferred: 'again', withdrawn: 'again' },
      },
    ],
  };
}

async function anotherContract(scene: Scene, { id }: Definition, title: string): Promise<Story> {
  const clerk = await scene.hospital.cast.as('office');
  const scheme = await clerk.keep(`${title}（送审稿）\n`);
  const { made } = await clerk.make('case', { title, procedure: id, scheme, authority: null });
  return { ...scene.of(made.slice('case/'.length)), definition: contractReview(scene.definition) };
}

const planned = (days: number): MeetingPlay => ({
  stage: 'contract',
  body: 'party-committee',
  called: addDays(CALENDAR.schemeMeeting, days - 5),
  on: addDays(CALENDAR.schemeMeeting, days),
  place: '行政楼五楼党委会议室',
  absent: 0,
  no: 1,
  abstain: 0,
});

interface Held {
  readonly meeting: string;
  readonly room: Room;
  readonly him: Session;
}

/** Nine seats; one leaves, one is away. */
async function declared(scene: Scene, story: Story): Promise<void> {
  const play = { ...planned(7), papers: [`${PAPER}\n合同价款及工期说明\n`] };
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  const him = await holderOf(story, INTERESTED);
  await scene.tell(
    '党委会拟审议越医传承中心建设项目合同',
    'the committee is called over a building contract',
  );
  await hidden(scene, story, { meeting, room, him });
  await moveTo(story, play.on, 15);
  await refusedBy(scene, RECUSED, '回避人员签到', 'who is recused signs in', () =>
    him.act(meeting, 'sign-in'),
  );
  const there = room.present.filter(({ post }) => post !== INTERESTED).slice(1);
  for (const { session } of there) await session.act(meeting, 'sign-in');
  await room.secretary.act(meeting, 'open');
  await room.chair.session.act(meeting, 'put');
  await nobodyInstead(scene, { meeting, room, him }, play.on);
  for (const [i, { session }] of there.entries())
    await session.act(meeting, 'vote', { vote: i === 0 ? 'no' : 'yes' });
  await declare(story, meeting, room.secretary, play);
  await stated(scene, story, { meeting, room, him });
}

/** 申请回避: the meeting and its papers are gone from before him, wherever else they are cited. */
async function hidden(scene: Scene, story: Story, { meeting, room, him }: Held): Promise<void> {
  const { data } = await meetingOf(room.secretary, meeting);
  const { text } = data.item;
  const paper = data.papers[0] ?? text;
  const opens = (reader: Session, stream: string, ref: typeof text) =>
    reader.bytesOf(stream, ref).then(
      () => true,
      () => false,
    );
  const [before, scheme] = [await opens(him, meeting, paper), await opens(him, `case/${story.caseId}`, text)];
  await him.act(meeting, 'recuse', { reason: '本人近亲属在投标单位任职' });
  await scene.tell('副院长（中医与信息）申请回避', 'one of the vice presidents declares an interest');
  const seen = await meetingOf(him, meeting).then(
    () => true,
    () => false,
  );
  const after = [await opens(him, meeting, paper), await opens(him, `case/${story.caseId}`, text)];
  scene.shows(
    '自申请之时起，会议、材料和合同文本均对其不可见',
    'from then on the meeting, its papers and the contract are hidden from him',
    before && scheme && !seen && after.every((open) => !open),
  );
  const others = await opens(room.chair.session, meeting, text);
  const owed = await obligationsOf(him, meeting);
  scene.shows(
    '其他成员照常阅看，他不再有该会议的待办',
    'others read it; he owes nothing of it',
    others && owed.length === 0,
  );
}

/** 代为表决: neither the secretary for him nor anybody in his place. */
async function nobodyInstead(scene: Scene, { meeting, room, him }: Held, on: string): Promise<void> {
  const elsewhere = { happened: on, medium: 'meeting', book: '党委会记录本第2册第6页' };
  const post = postOf(him, INTERESTED);
  await refusedBy(scene, RECUSED, '会议秘书代录其表决', 'the secretary records a vote of his', () =>
    room.secretary.act(meeting, 'record-vote', { post, vote: 'yes', elsewhere }),
  );
  await refusedBy(scene, RECUSED, '回避人员表决', 'he votes himself', () =>
    him.act(meeting, 'vote', { vote: 'yes' }),
  );
  const deputy = await scene.hospital.cast.as('yiwuke');
  const refused = await deputy.act(meeting, 'vote', { vote: 'yes' }).then(
    () => false,
    () => true,
  );
  scene.shows('他人不能代其表决', 'nobody votes in his place', refused);
}

/** The base is eight, and the sum says so. */
async function stated(scene: Scene, story: Story, { meeting, room }: Held): Promise<void> {
  const { stages } = await overview(story);
  const { data } = await meetingOf(room.secretary, meeting);
  await scene.tell('其余7人到会表决，6人赞成，合同通过', 'seven are there, six in favour: passed');
  scene.shows(
    '应到9人，回避1人，计票基数8人；纪要和会议情况载明回避',
    'nine, one of them recused: the base is eight, and the minutes state it',
    stages.find(({ id }) => id === 'contract')?.outcome === 'passed' &&
      data.recusals.length === 1 &&
      data.outcome === 'passed',
  );
}

/** Four of nine leave: fewer than two thirds are left, and the organ above is asked. */
async function tooManyLeave(scene: Scene, story: Story): Promise<void> {
  const play = planned(14);
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  await moveTo(story, play.on, 15);
  for (const { session } of room.present.slice(0, 4))
    await session.act(meeting, 'recuse', { reason: '与议题有利害关系' });
  for (const { session } of room.present.slice(4)) await session.act(meeting, 'sign-in');
  await scene.tell('审议另一合同，4人回避', 'over another contract four leave');
  const problem = await refusedBy(
    scene,
    'meeting.recusal-floor',
    '余5人开会',
    'the five who are left meet',
    () => room.secretary.act(meeting, 'open'),
  );
  scene.shows(
    '说明写明：全体9，回避4，余5人，请提请上级决定',
    'it says: nine, four recused, five left; refer it',
    problem?.said?.zh.includes('全体9，回避4，余5人') === true && problem.needs?.zh === '请提请上级决定',
  );
  await room.secretary.act(meeting, 'refer', { reason: '回避后人数不足，不能作出决定' });
  const clerk = await office(story);
  scene.shows(
    '提请上级决定，列入规划办待办，没有停滞',
    'it is referred upward, the office owes the answer, nothing is stuck',
    (await obligationsOf(clerk, meeting)).includes('meeting.record-answer'),
  );
  await answered(scene, story, { meeting, on: play.on, clerk });
}

interface Referred {
  readonly meeting: string;
  readonly on: string;
  readonly clerk: Session;
}

async function answered(scene: Scene, story: Story, { meeting, on, clerk }: Referred): Promise<void> {
  await moveTo(story, addDays(on, 5), 10);
  const scan = await clerk.keepFile('上级批复.png', SCAN);
  await clerk.act(meeting, 'record-answer', {
    outcome: 'passed',
    organ: '市直机关党工委',
    number: '云直工〔2025〕21号',
    elsewhere: { happened: addDays(on, 4), medium: 'paper', scan },
  });
  await scene.tell('上级答复同意，规划办登记', 'the organ above agrees, and the office records it');
  const { stages } = await overview(story);
  scene.shows(
    '按上级答复办结',
    'the stage ends as the organ above decided',
    stages.find(({ id }) => id === 'contract')?.outcome === 'passed',
  );
}

/** 一人一票: he is given a second seat, and has one voice all the same. */
async function oneVoice(scene: Scene, story: Story): Promise<void> {
  const play = planned(28);
  await secondSeat(scene);
  const room = await roomOf(story, play);
  const meeting = await call(story, play, room.secretary);
  await moveTo(story, play.on, 15);
  const him = await holderOf(story, INTERESTED);
  const others = room.present.filter(({ post }) => post !== INTERESTED && post !== SECOND);
  for (const { session } of [...others, { session: him }]) await session.act(meeting, 'sign-in');
  await refusedBy(scene, 'meeting.signed', '以另一席位再次签到', 'he signs in by his second seat', () =>
    him.act(meeting, 'sign-in'),
  );
  await room.secretary.act(meeting, 'open');
  await room.chair.session.act(meeting, 'put');
  await him.act(meeting, 'vote', { vote: 'yes' });
  const { data } = await meetingOf(room.secretary, meeting);
  scene.shows(
    '同一人兼任两个席位：一人一票，实到8人',
    'one person with two seats has one voice: eight are there',
    data.present.length === 8 && data.votes.length === 1,
  );
  await refusedBy(scene, 'meeting.one-vote', '再投一票', 'he votes again', () =>
    him.act(meeting, 'vote', { vote: 'yes' }),
  );
}

const SECOND = '党委委员（群团）';

async function secondSeat({ hospital }: Scene): Promise<void> {
  const admin = await hospital.cast.as('admin');
  const him = await hospital.cast.as('fuyuanzhang3');
  const org = `org/${him.me.institution.id}`;
  const { posts } = await admin.read('/v1/org', Organisation);
  const post = posts.find(({ title }) => title === SECOND)?.id;
  await admin.act(org, 'vacate-post', { post });
  await admin.act(org, 'fill-post', { post, person: him.me.person });
}

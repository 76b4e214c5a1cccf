import { DissentReceipt, resourceOf } from '@mouding/contract';
import { addDays } from '@mouding/core';
import { CALENDAR } from '../plan-calendar.ts';
import { convene, declare, type Convened, type MeetingPlay } from '../plays/meeting.ts';
import { overview, person, type Story } from '../story.ts';
import { expectConformance } from './conforming.ts';
import { S9, S9_SHOWN } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { openScheme, twoBodies } from './two-bodies.ts';

const Meeting = resourceOf('meeting');
const CHAIR_LAST = 'meeting.chair-last';
/** 不同意见, of the four who are against; word for word. */
export const DISSENTS = [
  '投资规模偏大，资金来源没有落实，不同意按现方案启动。',
  '床位规模的测算依据不足，建议重新论证。',
  '工期安排过紧，影响现有门诊，持反对意见。',
  '人才配置没有同步规划，暂不同意。',
];
const REASON = '多数意见所提资金问题已与财政部门商定，启动时间不能再延，先行启动、分步论证。';
const FIRST = CALENDAR.schemeMeeting;

/** S9 末位表态与不同意见: a chief who decides with two of six, and a secretary whom a vote binds. */
export const s9: Scenario = {
  id: 'S9',
  title: { zh: '末位表态与不同意见', en: 'the chair speaks last, and dissent is kept' },
  async play(scene) {
    const must = { [CHAIR_LAST]: { effect: 'block' as const, reason: '本院议事规则：主持人必须末位表态' } };
    const definition = twoBodies(scene.definition, 'scheme-chair-last', must);
    const story = await openScheme(scene, definition, '“十五五”发展规划编制工作方案');
    await chiefDecides(scene, story);
    await voteBinds(scene, story);
    await shownOnly(scene);
  },
};

const deans = (on: string): MeetingPlay => ({
  stage: 'dean-meeting',
  body: 'dean-meeting',
  called: addDays(on, -6),
  on,
  place: '行政楼三楼院长办公会议室',
  absent: 0,
  no: DISSENTS.length,
  abstain: 0,
});

/** Votes of everybody but whoever presides: the first are against and say why. */
async function othersVote({ meeting, room }: Convened, against: readonly string[]): Promise<void> {
  const others = room.present.filter((seat) => seat !== room.chair);
  for (const [place, { session }] of others.entries()) {
    const statement = against[place];
    await session.act(meeting, 'vote', statement ? { vote: 'no', statement } : { vote: 'yes' });
  }
}

const inFavour = ({ meeting, room }: Convened) => room.chair.session.act(meeting, 'vote', { vote: 'yes' });

/** 院长办公会, 首长负责: six speak, four are against, and the chief decides with the two. */
async function chiefDecides(scene: Scene, story: Story): Promise<void> {
  const play = deans(FIRST);
  const convened = await convene(story, play);
  await scene.tell('院长办公会审议编制工作方案，6人到会', 'the dean’s meeting: six are present');
  const early = await refusedBy(scene, CHAIR_LAST, '院长先行表态', 'the dean votes first', () =>
    inFavour(convened),
  );
  scene.shows(
    '说明写明尚有5人未表态、还需5人表态，并注明依据',
    'it says that five have not spoken, and on what it rests',
    early?.facts?.['waiting'] === 5 &&
      early.needs?.zh === '还需5人表态' &&
      early.basis?.includes('末位表态') === true,
  );
  const passed = { outcome: 'passed', reason: REASON };
  await refusedBy(scene, CHAIR_LAST, '院长先行作出决定', 'the dean decides first', () =>
    convened.room.chair.session.act(convened.meeting, 'decide', passed),
  );
  await othersVote(convened, DISSENTS);
  await inFavour(convened);
  await scene.tell(
    '其余5人先表态，4人反对，院长末位表态',
    'the others speak, four against; the dean is last',
  );
  await refusedBy(
    scene,
    'meeting.reason',
    '不说明理由，与多数意见不一致作出决定',
    'the dean departs from the majority without a reason',
    () => convened.room.chair.session.act(convened.meeting, 'decide', { outcome: 'passed' }),
  );
  await convened.room.chair.session.act(convened.meeting, 'decide', passed);
  await declare(story, convened.meeting, convened.room.secretary, play);
  await scene.tell('院长说明理由，决定通过', 'the dean gives the reason, and it passes');
  await showsKept(scene, story, convened);
  await takesHome(scene, convened);
}

/** What was said stands word for word before those who were there and before 审计, and nowhere in the open. */
async function showsKept(scene: Scene, story: Story, { meeting, room }: Convened): Promise<void> {
  const readers = [room.secretary, room.chair.session, await person(story, 'shenji')];
  const heard = await Promise.all(
    readers.map(async (reader) => {
      const { wording } = await reader.read(`/v1/meetings/${meeting.split('/')[1]}`, Meeting);
      return wording.flatMap(({ said }) => [said?.['statement'], said?.['reason']]);
    }),
  );
  scene.shows(
    '4人的不同意见和院长的理由原文保留，会议秘书、主持人和审计均可查阅',
    'four dissents and the reason are kept word for word, for the secretary, the chair and the auditor',
    heard.every((words) => [...DISSENTS, REASON].every((said) => words.includes(said))),
  );
  const stranger = await (
    await person(story, 'hulibu')
  )
    .read(`/v1/meetings/${meeting.split('/')[1]}`, Meeting)
    .catch(() => null);
  scene.shows('不在名册的科室看不到该会议', 'a department without a seat does not see it', stranger === null);
}

/** 不同意见凭证: whoever was against takes one home, for himself alone, and no word of it stands there. */
async function takesHome(scene: Scene, { meeting, room }: Convened): Promise<void> {
  const id = meeting.split('/')[1];
  const receiptOf = ({ session }: Convened['room']['chair']) =>
    session
      .read(`/v1/meetings/${id}/dissent-receipt`, DissentReceipt)
      .catch(() => ({ receipt: '', key: '' }));
  const [first = room.chair] = room.present.filter((seat) => seat !== room.chair);
  const { receipt, key } = await receiptOf(first);
  const others = await receiptOf(room.chair);
  const isSilent = DISSENTS.every((words) => !receipt.includes(words));
  scene.shows(
    '发表不同意见的人取得凭证：载明会议、议题序号、时间和承诺值，不含内容；未发表的人没有',
    'whoever was against gets a receipt: meeting, item, time and commitment, and no word; the others get none',
    receipt.includes(`dissent ${id}`) && isSilent && others.receipt === '',
  );
  scene.keep('receipt', receipt);
  scene.keep('key', key);
}

/** 党委会, 票决: five to four against; the secretary cannot decide otherwise, only put it before the organ above. */
async function voteBinds(scene: Scene, story: Story): Promise<void> {
  const on = addDays(FIRST, 7);
  const convened = await convene(story, {
    ...deans(on),
    stage: 'party-committee',
    body: 'party-committee',
    place: '行政楼五楼党委会议室',
  });
  await scene.tell('党委会审议，9人到会', 'the Party committee: nine are present');
  await refusedBy(scene, CHAIR_LAST, '书记先行表态', 'the secretary votes first', () => inFavour(convened));
  await othersVote(convened, [...DISSENTS, '同意上述意见。']);
  await inFavour(convened);
  await scene.tell('4人赞成，5人反对，书记末位表态', 'four for, five against; the secretary is last');
  const secretary = convened.room.chair.session;
  await refusedBy(scene, 'meeting.vote-binds', '书记决定通过', 'the secretary decides that it passes', () =>
    secretary.act(convened.meeting, 'decide', { outcome: 'passed', reason: REASON }),
  );
  await secretary.act(convened.meeting, 'refer', { reason: '双方人数相当，事关重大，提请上级党组织决定。' });
  await scene.tell('书记不能改变表决结果，提请上级决定', 'it is referred to the organ above');
  const { stages } = await overview(story);
  const committee = stages.find(({ id }) => id === 'party-committee');
  const issue = stages.find(({ id }) => id === 'issue');
  scene.shows(
    '本环节以提请上级决定结束，重新审议；未进入印发',
    'the stage ends so and comes again; nothing is issued',
    committee?.state === 'open' && committee.round === 2 && issue?.state !== 'open',
  );
  await expectConformance(scene, story, S9);
}

/** The same act where the body only marks it. */
async function shownOnly(scene: Scene): Promise<void> {
  const definition = twoBodies(scene.definition, 'scheme-shown', {});
  const story = await openScheme(scene, definition, '信息化建设专项规划编制工作方案');
  const play = deans(addDays(FIRST, 14));
  const convened = await convene(story, play);
  await scene.tell('另一方案，末位表态只作提示', 'another scheme, under a rule that only shows');
  const { notices } = await inFavour(convened);
  scene.shows(
    '院长先行表态予以登记，并作程序提示',
    'the dean’s early vote is entered, with a mark',
    notices.some(({ rule }) => rule === CHAIR_LAST),
  );
  await othersVote(convened, []);
  await convened.room.chair.session.act(convened.meeting, 'decide', { outcome: 'passed' });
  await declare(story, convened.meeting, convened.room.secretary, play);
  await scene.tell('其余5人赞成，院长决定通过', 'the others are in favour, and it passes');
  await expectConformance(scene, story, S9_SHOWN);
}

import { addDays, type Definition } from '@mouding/core';
import { CALENDAR, instantOf } from '../plan-calendar.ts';
import { congressPlay } from '../plays/congress.ts';
import { declare, hold, postOf, roomOf, type Room } from '../plays/meeting.ts';
import { meetingPlay } from '../plays/meetings.ts';
import {
  arriveAll,
  callSitting,
  countBallot,
  meetingOf,
  sittingOf,
  type Sat,
  type SittingPlay,
} from '../plays/sitting.ts';
import { moveTo, overview, type Story } from '../story.ts';
import { playText } from '../whole-case.ts';
import { expectConformance } from './conforming.ts';
import { S6 } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import type { Scenario, Scene } from './scenario.ts';
import { openScheme } from './two-bodies.ts';

const [ALL, PRESENT, LEAVE, RETURN] = [66, 47, 5, 3];
const QUORUM = 'meeting.quorum';

/** S6 会议不足法定人数: several matters in one sitting; the quorum is counted when each is put. */
export const s6: Scenario = {
  id: 'S6',
  title: { zh: '会议不足法定人数', en: 'a quorum that is lost between two items' },
  async play(scene) {
    const story = await scene.open();
    await playText(story, 41);
    await hold(story, { ...meetingPlay(story, 'dean-meeting'), no: 0 });
    await hold(story, { ...meetingPlay(story, 'party-committee'), no: 0, abstain: 0 });
    await scene.tell('规划经院长办公会、党委会通过，提交职代会', 'the plan goes to the congress');
    const others = await schemes(scene);
    const room = await roomOf(story, { ...congressPlay(story), absent: ALL - PRESENT });
    const play = planned(story, others);
    const sat = await callSitting(story, play, room.secretary);
    await scene.tell(
      '召集职代会会次，议程4项：1项其他议题，3项本系统议题',
      'a sitting with four matters, three of them ours',
    );
    await opening(scene, story, { play, sat, room });
    await firstItem(scene, story, { play, sat, room });
    await lostQuorum(scene, story, { play, sat, room });
    await adjourned(scene, { play, sat, room });
    await nextSitting(scene, story, sat);
    await expectConformance(scene, story, S6);
  },
};

interface Hall {
  readonly play: SittingPlay;
  readonly sat: Sat;
  readonly room: Room;
}

/** One stage: the congress, by the rules of the shipped procedure. */
export function congressAlone({ bodies }: Definition): Definition {
  const { congress } = bodies;
  if (!congress) throw new Error('the procedure has no congress');
  return {
    id: 'congress-alone',
    title: '职代会审议程序',
    summary: '',
    bodies: { congress },
    chapters: [],
    steps: [
      {
        id: 'congress',
        kind: 'congress@1',
        title: '职代会审议',
        with: { body: 'congress', subject: 'scheme', binds: true },
        then: { passed: 'end', 'not-passed': 'again', deferred: 'again', withdrawn: 'again' },
      },
    ],
  };
}

/** Two other matters for the same sitting. */
async function schemes(scene: Scene): Promise<readonly Story[]> {
  const definition = congressAlone(scene.definition);
  const first = await openScheme(scene, definition, '绩效分配方案');
  const { made } = await (
    await scene.hospital.cast.as('office')
  ).make('case', {
    title: '职工食堂改造方案',
    procedure: definition.id,
    scheme: await (await scene.hospital.cast.as('office')).keep('职工食堂改造方案\n改善职工就餐条件。\n'),
    authority: null,
  });
  return [first, { ...scene.of(made.slice('case/'.length)), definition }];
}

const planned = (story: Story, others: readonly Story[]): SittingPlay => ({
  body: 'congress',
  called: addDays(CALENDAR.congress, -14),
  on: CALENDAR.congress,
  place: '门诊楼六楼报告厅',
  others: ['听取工会工作报告'],
  ours: [...others, story].map(({ caseId }) => ({ caseId, stage: 'congress' })),
});

async function opening(scene: Scene, story: Story, { play, sat, room }: Hall): Promise<void> {
  await moveTo(story, play.on, 15);
  await arriveAll(sat.sitting, room);
  await room.secretary.act(sat.sitting, 'open');
  await room.secretary.act(sat.sitting, 'note-item', { no: 1, words: '听取了报告' });
  await scene.tell(`应到${ALL}人，实到${PRESENT}人，开会`, `${PRESENT} of ${ALL} are there; it opens`);
}

async function firstItem(scene: Scene, story: Story, { sat, room }: Hall): Promise<void> {
  const meeting = sat.meetings[0] ?? '';
  await room.secretary.act(sat.sitting, 'take-up', { no: 2 });
  await room.chair.session.act(meeting, 'put');
  const issued = await countBallot(story, meeting, room, 5);
  await declare(story, meeting, room.secretary, congressPlay(story));
  await scene.tell(
    `第2项议题付表决，发出选票${issued}张，表决通过`,
    `the second item is put and passed, ${issued} ballots`,
  );
  const { data } = await meetingOf(room.secretary, meeting);
  scene.shows(
    `付表决时实到${PRESENT}人，达到法定人数`,
    `${PRESENT} are there when it is put: a quorum`,
    data.present.length === PRESENT && data.outcome === 'passed',
  );
}

/** Five leave: 42 of 66 is less than two thirds; three come back: 45 is enough. */
async function lostQuorum(scene: Scene, story: Story, { play, sat, room }: Hall): Promise<void> {
  const [first, second] = sat.meetings;
  const goers = room.present.slice(0, LEAVE);
  await room.secretary.act(sat.sitting, 'take-up', { no: 3 });
  for (const { session } of goers) await session.act(sat.sitting, 'leave');
  await scene.tell(`${LEAVE}人离会，主持人提请审议第3项`, `${LEAVE} leave; the third item would be put`);
  await putInVain(scene, room, second ?? '', PRESENT - LEAVE);
  const { data } = await meetingOf(room.secretary, first ?? '');
  scene.shows('第2项已通过的决议仍然有效', 'what was decided before stands', data.outcome === 'passed');
  await backdating(scene, story, { play, sat, room });
  for (const { session } of goers.slice(0, RETURN)) await session.act(sat.sitting, 'arrive');
  await room.chair.session.act(second ?? '', 'put');
  await countBallot(story, second ?? '', room, 0);
  await declare(story, second ?? '', room.secretary, congressPlay(story));
  await scene.tell(
    `${RETURN}人返回，实到${PRESENT - LEAVE + RETURN}人，第3项付表决并通过`,
    `${RETURN} come back: ${PRESENT - LEAVE + RETURN} are there, and it is put and passed`,
  );
}

async function putInVain(scene: Scene, room: Room, meeting: string, present: number): Promise<void> {
  const problem = await refusedBy(scene, QUORUM, '人数不足，提请审议', 'too few are there for the item', () =>
    room.chair.session.act(meeting, 'put'),
  );
  scene.shows(
    `说明写明：全体${ALL}，实到${present}<44，还需${44 - present}人到会`,
    `it shows the sum: ${present} of ${ALL}, 44 are needed`,
    problem?.said?.zh.includes(`全体${ALL}，实到${present}<44`) === true &&
      problem.needs?.zh === `还需${44 - present}人到会`,
  );
}

/** Nobody enters an arrival long past alone, and the one that two enter stays marked. */
async function backdating(scene: Scene, story: Story, { play, sat, room }: Hall): Promise<void> {
  await moveTo(story, play.on, 16);
  const gone = room.present[0];
  const post = gone ? postOf(gone.session, gone.post) : '';
  const claim = { post, what: 'coming', at: instantOf(play.on, 15.5) };
  await room.secretary.act(sat.sitting, 'record-attendance', claim);
  await putInVain(scene, room, sat.meetings[1] ?? '', PRESENT - LEAVE);
  await refusedBy(scene, 'sitting.two-keys', '补登人自己确认', 'whoever entered it confirms it', () =>
    room.secretary.act(sat.sitting, 'confirm-attendance', { claim: 1, agree: true }),
  );
  await room.chair.session.act(sat.sitting, 'confirm-attendance', { claim: 1, agree: true });
  const { movements, claims } = await sittingOf(room.secretary, sat.sitting);
  scene.shows(
    '倒签到会须两人：主持人确认后方计入，并留有补登标记',
    'an arrival that is backdated takes two, and stays marked',
    claims.length === 0 &&
      movements.some(
        (one) => one.entered === 'afterwards' && one.confirmed !== undefined && one.post === post,
      ),
  );
  await gone?.session.act(sat.sitting, 'leave');
}

/** 休会: the plan was not come to; it is carried over on the papers of its call. */
async function adjourned(scene: Scene, { sat, room }: Hall): Promise<void> {
  const plan = sat.meetings[2] ?? '';
  const before = (await meetingOf(room.secretary, plan)).data.item;
  for (const { session } of room.present.slice(0, RETURN)) await session.act(sat.sitting, 'leave');
  await room.secretary.act(sat.sitting, 'take-up', { no: 4 });
  await refusedBy(scene, QUORUM, '提请审议规划', 'the plan would be put', () =>
    room.chair.session.act(plan, 'put'),
  );
  await room.secretary.act(sat.sitting, 'adjourn', { reason: '人数不足，规划另行审议。' });
  await scene.tell('休会，规划结转下次会议', 'adjourned: the plan is carried over');
  const { data, status } = await meetingOf(room.secretary, plan);
  const { carried } = await sittingOf(room.secretary, sat.sitting);
  scene.shows(
    '未议决的规划结转，文稿仍为召集时的文稿',
    'the plan stays called, on the papers of its call',
    status === 'called' && carried.join() === plan && data.item.text.hash === before.text.hash,
  );
}

/** The next sitting hears it, on the same text. */
async function nextSitting(scene: Scene, story: Story, { meetings }: Sat): Promise<void> {
  const plan = meetings[2] ?? '';
  const on = addDays(CALENDAR.congress, 11);
  const room = await roomOf(story, congressPlay(story));
  const play = {
    body: 'congress',
    called: addDays(on, -9),
    on,
    place: '门诊楼六楼报告厅',
    others: [],
    ours: [],
  };
  const { sitting } = await callSitting(story, play, room.secretary);
  await room.secretary.act(plan, 'carry-over', { sitting: { id: sitting.split('/')[1] } });
  await moveTo(story, on, 15);
  await arriveAll(sitting, room);
  await room.secretary.act(sitting, 'open');
  await room.secretary.act(sitting, 'take-up', { no: 1 });
  await room.chair.session.act(plan, 'put');
  const issued = await countBallot(story, plan, room, 7);
  await declare(story, plan, room.secretary, congressPlay(story));
  await room.secretary.act(sitting, 'adjourn', { reason: '议程已毕' });
  await scene.tell(
    `下次会议实到${issued}人，结转的规划表决通过`,
    `at the next sitting ${issued} are there, and the plan is passed`,
  );
  const { stages } = await overview(story);
  scene.shows(
    '进入市卫健委审议同意环节',
    'the plan may go to the authority',
    stages.find(({ id }) => id === 'authority')?.state === 'open',
  );
}

import type { Session } from '../../client/session.ts';
import { playIssue } from '../whole-case.ts';
import { postOf } from '../plays/meeting.ts';
import { congress } from '../plays/congress.ts';
import { instantOf } from '../plan-calendar.ts';
import { holderOf, moveTo, office, overview, person, stageNow, type Story } from '../story.ts';
import { SCAN } from '../scan.ts';
import { expectConformance } from './conforming.ts';
import { S16 } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import { throughForm } from './joining-form.ts';
import type { Scenario, Scene } from './scenario.ts';
import { STAGES_BEFORE, takingOver } from './taken-over.ts';

const ON = '2026-03-12';
/** S16 中途接入: a hospital begins to use the system when its plan stands before the Party committee. */
export const s16: Scenario = {
  id: 'S16',
  title: {
    zh: '中途接入：规划已到党委会时开始使用',
    en: 'taken over under way: the plan already stands before the Party committee',
  },
  async play(scene) {
    await moveTo(scene, ON, 9);
    await scene.tell('规划办补录接入前各环节', 'the office records the stages before');
    const story = await takeOver(scene);
    await confirm(scene, story);
    await recordMeeting(scene, story);
    await goOn(scene, story);
  },
};

async function takeOver(scene: Scene): Promise<Story> {
  const clerk = await scene.hospital.cast.as('office');
  const plan = scene.chapters.map(({ content }) => content).join('\n\n');
  const body = await takingOver(scene, clerk, plan);
  await throughForm(scene, clerk, body);
  await refusedBy(scene, 'case.earlier-order', '漏报一个环节', 'one stage is left out', () =>
    clerk.make('case', { ...body, earlier: body.earlier.slice(1) }, 'joined'),
  );
  const { made } = await clerk.make('case', { ...body, authority: scene.authorityId }, 'joined');
  return scene.of(made.slice('case/'.length));
}

async function confirm(scene: Scene, story: Story): Promise<void> {
  const before = await stageNow(story, 'party-committee');
  scene.shows(
    '确认之前，党委会审议不能开始',
    'nothing opens before it is confirmed',
    before.state === 'waiting',
  );
  const clerk = await office(story);
  await refusedBy(scene, 'policy.capacity', '录入人自己确认', 'whoever entered it confirms', () =>
    clerk.act(`case/${story.caseId}`, 'confirm-joining'),
  );
  const director = await person(story, 'zhuren');
  await director.act(`case/${story.caseId}`, 'confirm-joining');
  await scene.tell('规划办主任核对并确认', 'the director of the office confirms');
  const { stages, joined } = await overview(story);
  const marked = stages.filter(({ before: papers }) => papers !== null).map(({ id }) => id);
  scene.shows(
    '接入前11个环节均标明“接入前”及材料日期',
    'all eleven stages before are marked with the day of their papers',
    joined?.confirmed === true &&
      STAGES_BEFORE.every((stage) => marked.includes(stage)) &&
      marked.length === 11,
  );
  const open = stages.filter(({ state }) => state === 'open').map(({ id }) => id);
  scene.shows('在办环节：党委会审议', 'the Party committee stands open', open.join() === 'party-committee');
}

/** The committee met on paper the day before, called a day ahead instead of two working days. */
async function recordMeeting(scene: Scene, story: Story): Promise<void> {
  await moveTo(story, '2026-03-13', 9);
  const secretary = await person(story, 'mishu');
  const answer = await secretary.make('meeting', await heldOnPaper(story, secretary), 'recorded');
  await scene.tell(
    '会议秘书补录前一日召开的党委会',
    'the secretary records the committee held the day before',
  );
  scene.shows(
    '会前通知不足，显示为程序提示，记录照收',
    'the short notice shows and the record stands',
    answer.notices.some(({ rule }) => rule === 'meeting.notice'),
  );
  const { stages } = await overview(story);
  scene.shows(
    '党委会审议按补录结果办结，进入职代会',
    'the stage ends as it was recorded, and the congress opens',
    stages.find(({ id }) => id === 'party-committee')?.state === 'closed' &&
      stages.find(({ id }) => id === 'congress')?.state === 'open',
  );
}

async function heldOnPaper(story: Story, secretary: Session): Promise<object> {
  const scan = await secretary.keepFile('党委会记录.png', SCAN);
  const seats = story.hospital.plan.bodies.find(({ key }) => key === 'party-committee')?.seats ?? [];
  const voting = seats.filter(({ role }) => ['chair', 'deputy', 'member'].includes(role));
  const posts = await Promise.all(voting.map(({ post }) => postNamed(story, post)));
  return {
    case: story.caseId,
    stage: 'party-committee',
    at: instantOf(ON, 15),
    place: '第一会议室',
    elsewhere: { happened: ON, medium: 'meeting', scan, book: '党委会记录本第6册第18页' },
    called: '2026-03-11',
    present: posts.slice(0, 8),
    chair: posts[0] ?? null,
    tally: { yes: 7, no: 0, abstain: 1 },
    outcome: 'passed',
    text: (await overview(story)).texts.manuscript,
    minutes: null,
  };
}

/** From there everything holds as usual, to the last 签收. */
async function goOn(scene: Scene, story: Story): Promise<void> {
  await congress(story);
  await playIssue(story);
  await scene.tell(
    '职代会、市卫健委、印发、签收照常办理',
    'congress, authority, issue and receipts go on as usual',
  );
  const { done } = await overview(story);
  scene.shows('全部办结', 'the case has ended', done);
  await expectConformance(scene, story, S16);
}

const postNamed = async (story: Story, title: string): Promise<string> =>
  postOf(await holderOf(story, title), title);

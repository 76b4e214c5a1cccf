import { type MigrationPreview, ProcedureDiff, ProcedurePage, PublishedProcedure } from '@mouding/contract';
import type { Session } from '../../client/session.ts';
import { convene, decide, type Convened, type MeetingPlay } from '../plays/meeting.ts';
import { meetingPlay } from '../plays/meetings.ts';
import { SCAN } from '../scan.ts';
import { moveTo, office, overview, person, type Story } from '../story.ts';
import { expectConformance } from './conforming.ts';
import { S12_PAST, S12_REVIEWED } from './expected-conformance.ts';
import { refusedBy } from './expecting.ts';
import { reviewed, withReview } from './legal-review.ts';
import { moveCases, movePreview, takeBack } from './moving-cases.ts';
import type { Scenario, Scene } from './scenario.ts';
import { takeOver } from './taken-over.ts';

const PLAN = '第一章 总体目标\n到2030年建成省级区域中医医疗中心。\n';
/** Days that the office has set, by stage. */
const DATES = {
  'group-discussion': '2026-03-18',
  revision: '2026-03-20',
  'dean-meeting': '2026-03-26',
  'party-committee': '2026-04-02',
  congress: '2026-04-16',
};
const RESOLUTION = { title: '关于完善五年规划编制程序的决议', number: '党委会2026年第6次' };

/** One plan of the hospital and three of its branches, each at another stage of the same procedure. */
interface Four {
  readonly main: Story;
  readonly revising: Story;
  readonly voting: Story;
  readonly past: Story;
}

/** S12 流程中途改版: four cases under way, a stage is put in and a majority changed. */
export const s12: Scenario = {
  id: 'S12',
  title: {
    zh: '流程中途改版：在办工作换版与撤回',
    en: 'a procedure changes under way: cases move and are taken back',
  },
  async play(scene) {
    await moveTo(scene, '2026-03-12', 9);
    const four = await underWay(scene);
    const play: MeetingPlay = {
      ...meetingPlay(scene, 'dean-meeting'),
      called: '2026-03-13',
      on: '2026-03-16',
    };
    const vote = await convene(four.voting, play);
    await scene.tell('一项工作的院长办公会正在表决', 'the dean’s meeting of one case is voting');
    const procedure = await publishSecond(scene);
    await stopByVote(scene, procedure, four);
    await closeVote(scene, four.voting, vote, play);
    await moveAndBack(scene, procedure, four);
    await goOn(scene, procedure, four.revising);
    await expectConformance(scene, four.revising, S12_REVIEWED);
    await expectConformance(scene, four.past, S12_PAST);
    await stillReadable(scene, procedure);
  },
};

async function underWay(scene: Scene): Promise<Four> {
  const four = {
    main: await takeOver(scene, PLAN, DATES, 'group-discussion'),
    revising: await takeOver(scene, PLAN, DATES, 'revision'),
    voting: await takeOver(scene, PLAN, DATES, 'dean-meeting'),
    past: await takeOver(scene, PLAN, DATES, 'congress'),
  };
  await scene.tell(
    '主规划与三项同类工作分别办到四个环节',
    'one main case and three siblings stand at four stages',
  );
  return four;
}

/** 党委会 resolves: the lawyers look at it before the dean’s meeting, and the congress passes by two thirds. */
async function publishSecond(scene: Scene): Promise<string> {
  const clerk = await scene.hospital.cast.as('office');
  const file = await clerk.keepFile('党委会决议.png', SCAN);
  const definition = withReview(scene.definition);
  const unbound = await clerk.make('procedure', { definition, document: null });
  scene.shows(
    '发布未附批准文件及决议，显示为程序提示',
    'publishing without the document that authorises it shows',
    unbound.notices.some(({ rule }) => rule === 'procedure.bound'),
  );
  const answer = await clerk.make('procedure', { definition, document: { ...RESOLUTION, file } });
  await scene.tell('按党委会决议发布新版本', 'the new version is published on the resolution');
  scene.shows(
    '发布时即列出与上一版本的不同',
    'publishing answers what is other than in the version before',
    answer.notices.some(({ rule }) => rule === 'procedure.changed'),
  );
  await showsDiff(scene, clerk, answer.made);
  return answer.made;
}

async function showsDiff(scene: Scene, clerk: Session, procedure: string): Promise<void> {
  const address = `/v1/procedures/${procedure.slice('procedure/'.length)}`;
  const { changes } = await clerk.read(`${address}/diff?from=1&to=3`, ProcedureDiff);
  const said = changes.map(({ zh }) => zh).join('；');
  scene.shows(
    `用文字说明不同：${said}`,
    'the difference is told in words: the stage, its seven working days, the majority',
    ['合法性审查', '7个工作日', '职工代表大会', '2/3'].every((part) => said.includes(part)),
  );
  const { versions } = await clerk.read(`${address}`, PublishedProcedure);
  scene.shows(
    '新版本与批准文件、会议届次、扫描件绑定',
    'the version is bound to the document, the session and the scan',
    versions.at(-1)?.bound?.number === RESOLUTION.number && versions.at(-1)?.bound?.file !== null,
  );
}

const allOf = ({ main, revising, voting, past }: Four): readonly Story[] => [main, revising, voting, past];

async function stopByVote(scene: Scene, procedure: string, four: Four): Promise<void> {
  const seen = await movePreview(four.main, procedure, allOf(four));
  const conflicts = seen.cases.map((each) => each.conflicts.map(({ rule }) => rule).join());
  scene.shows(
    '预览：只有正在表决的一项不能换版',
    'the preview: only the case that votes cannot move',
    conflicts.join('|') === '||case.migrate-vote|',
  );
  const director = await person(four.main, 'zhuren');
  await refusedBy(scene, 'case.migrate-vote', '四项一并换版', 'moving all four', () =>
    moveCases(director, procedure, seen, RESOLUTION),
  );
  const clerk = await office(four.main);
  await refusedBy(scene, 'policy.capacity', '经办人换版', 'a clerk moving them', () =>
    moveCases(clerk, procedure, seen, RESOLUTION),
  );
  const { procedure: bound } = await overview(four.main);
  scene.shows('一项不能换版，其余也不换', 'one cannot move, and none does', bound.version === 1);
}

async function closeVote(scene: Scene, story: Story, vote: Convened, play: MeetingPlay): Promise<void> {
  await decide(story, vote, play);
  const { stages } = await overview(story);
  await scene.tell('院长办公会表决结果已宣布', 'the result of the dean’s meeting is declared');
  const committee = stages.find(({ id }) => id === 'party-committee');
  scene.shows('该项工作进入党委会审议', 'that case goes to the Party committee', committee?.state === 'open');
}

/** What the office sees of a case, but for the version and what depends on the moment. */
const standing = async (story: Story): Promise<string> => {
  const { stages, texts, procedure, moved } = await overview(story);
  return JSON.stringify({ stages, texts, procedure, moved });
};

async function moveAndBack(scene: Scene, procedure: string, four: Four): Promise<void> {
  const director = await person(four.main, 'zhuren');
  const before = await Promise.all(allOf(four).map(standing));
  const seen = await movePreview(four.main, procedure, allOf(four));
  showsPreview(scene, seen);
  await refusedBy(scene, 'case.migrate-moved', '预览以后情况有变', 'after the preview things changed', () =>
    moveCases(director, procedure, { ...seen, digest: '0'.repeat(64) }, RESOLUTION),
  );
  await moveCases(director, procedure, seen, RESOLUTION);
  await scene.tell('办公室主任据决议将四项一并换版', 'the director moves all four on the resolution');
  await showsMoved(scene, four.main, seen);
  await takeBack(director, procedure, allOf(four), RESOLUTION);
  await scene.tell('撤回换版', 'the move is taken back');
  const after = await Promise.all(allOf(four).map(standing));
  scene.shows('四项恢复原状，分毫不差', 'all four stand exactly as before', after.join() === before.join());
  await moveCases(director, procedure, await movePreview(four.main, procedure, allOf(four)), RESOLUTION);
}

async function showsMoved(scene: Scene, story: Story, seen: MigrationPreview): Promise<void> {
  const { stages, procedure, moved } = await overview(story);
  const legal = stages.find(({ id }) => id === 'legal-review');
  const previewed = seen.cases[0]?.dates.find(({ stage }) => stage === 'legal-review');
  scene.shows(
    '换版后与预览一致：新环节待办，时限如预览',
    'it is as previewed: the new stage is ahead, with its date',
    [procedure.version === 3, legal?.state === 'waiting', legal?.due === previewed?.after].every(Boolean),
  );
  scene.shows(
    '写明由第1版转来，可以撤回',
    'it says from which version it came, and that it can be taken back',
    moved?.from === 1 && moved.restorable,
  );
  const why = stages
    .flatMap((stage) => (stage === legal ? stage.why : []))
    .map(({ said }) => said.zh)
    .join('；');
  scene.shows(
    `新环节的时限写明由来：${why}`,
    'the date of the new stage tells how it was counted',
    why.includes('7个工作日'),
  );
}

function showsPreview(scene: Scene, { cases: [main, revising, voting, past] }: MigrationPreview): void {
  const states = [main, revising, voting, past].map(
    (each) => each?.stages.find(({ id }) => id === 'legal-review')?.state,
  );
  scene.shows(
    '预览：未过的两项今后须经合法性审查，已过的两项不再补办',
    'two cases get the new stage ahead; the two past it are not asked for it',
    states.join() === 'ahead,ahead,skipped,skipped',
  );
  const moved = main?.dates.map(({ title, said }) => `${title}：${said.zh}`) ?? [];
  scene.shows(
    `时限重算并说明理由：${moved.join('；')}`,
    'dates are recomputed, each with its reason',
    moved.some((line) => line.includes('7个工作日')) && moved.some((line) => line.includes('顺延')),
  );
  scene.shows(
    '职代会通过比例的改变在预览中说明',
    'the other majority of the congress is told',
    main?.decisions.some(({ stage, said }) => stage === 'congress' && said.zh.includes('2/3')) === true,
  );
}

/** One case goes through the new stage; then the version before cannot hold it any more. */
async function goOn(scene: Scene, procedure: string, story: Story): Promise<void> {
  await reviewed(story);
  await scene.tell('修改完善后进入合法性审查，律师出具意见', 'after the revision the lawyers look at it');
  const { stages } = await overview(story);
  scene.shows(
    '合法性审查办结，进入院长办公会',
    'the new stage ends, and the dean’s meeting opens',
    stages.find(({ id }) => id === 'legal-review')?.state === 'closed' &&
      stages.find(({ id }) => id === 'dean-meeting')?.state === 'open',
  );
  const director = await person(story, 'zhuren');
  await refusedBy(scene, 'case.roll-back', '新环节已办，撤回换版', 'taking it back after the new stage', () =>
    takeBack(director, procedure, [story], RESOLUTION),
  );
}

async function stillReadable(scene: Scene, procedure: string): Promise<void> {
  const clerk = await scene.hospital.cast.as('office');
  const id = procedure.slice('procedure/'.length);
  const first = await clerk.read(`/v1/procedures/${id}?version=1`, PublishedProcedure);
  const { items } = await clerk.read('/v1/procedures', ProcedurePage);
  scene.shows(
    '旧版本照样可查',
    'the old versions are readable',
    first.version === 1 &&
      !first.definition.steps.some((step) => step.id === 'legal-review') &&
      items.some(({ versions }) => versions.length === 3),
  );
}

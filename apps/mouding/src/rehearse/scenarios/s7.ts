import { addDays, type Definition } from '@mouding/core';
import { CALENDAR, type PlanCalendar } from '../plan-calendar.ts';
import { congressPlay } from '../plays/congress.ts';
import { hold, type MeetingPlay } from '../plays/meeting.ts';
import { meetingPlay, type MeetingStage } from '../plays/meetings.ts';
import { planOpinions } from '../opinions.ts';
import { publish } from '../open-case.ts';
import { itemsOf, moveTo, office, overview, type Story } from '../story.ts';
import { playText } from '../whole-case.ts';
import { agreeInPrinciple, committeeBehindConditions } from './conditions.ts';
import { congressOnPaper, recordByName, type Counted } from './on-paper.ts';
import type { Scenario, Scene } from './scenario.ts';

const [PRESENT, YES, ALL] = [52, 33, 66];
/** The second plan is made half a year later; no day of its falls on a holiday. */
const LATER = 224;
const SPECIAL_CHAPTER = 9;

/** S7 表决不通过与附条件通过: one count under two rules, conditions that hold the next body, and a second reading. */
export const s7: Scenario = {
  id: 'S7',
  title: { zh: '表决不通过与附条件通过', en: 'not passed, and passed on conditions' },
  async play(scene) {
    const story = await scene.open();
    await playText(story, 41);
    await scene.tell('规划送审稿提交院长办公会', 'the plan is ready for the bodies that decide');
    const { meeting, set } = await agreeInPrinciple(scene, story);
    await reviseFor(story, meeting, addDays(CALENDAR.deanMeeting, 3));
    const again = addDays(CALENDAR.deanMeeting, 5);
    await hold(story, { ...planned(story, 'dean-meeting'), called: addDays(again, -2), on: again });
    await scene.tell(
      '按会议意见修改后，院长办公会再次审议，讨论通过',
      'revised, the dean’s meeting passes it',
    );
    await committeeBehindConditions(scene, story, set);
    await failed(scene, story);
    await secondReading(scene, story);
    await underTheOtherRule(scene);
  },
};

/** Nobody is against, nobody abstains. */
const planned = (story: Story, stage: MeetingStage): MeetingPlay => ({
  ...meetingPlay(story, stage),
  no: 0,
  abstain: 0,
});

const congress = (story: Story): MeetingPlay => ({ ...congressPlay(story), absent: ALL - PRESENT });

const openStages = async (story: Story): Promise<string> =>
  (await overview(story)).stages.flatMap(({ id, state }) => (state === 'open' ? [id] : [])).join();

const outcomeOf = async (story: Story, stage: string): Promise<string | null | undefined> =>
  (await overview(story)).stages.find(({ id }) => id === stage)?.outcome;

/** 33 of 66 is not more than half. */
async function failed(scene: Scene, story: Story): Promise<void> {
  const counted = await congressOnPaper(story, congress(story), YES);
  await scene.tell(
    `职代会：应到${ALL}人，实到${PRESENT}人，赞成${YES}票`,
    `the congress: ${PRESENT} of ${ALL} present, ${YES} in favour`,
  );
  scene.shows(
    `须超过全体${ALL}人的半数即${YES + 1}票：未获通过`,
    `more than half of all ${ALL} takes ${YES + 1}: not passed`,
    isCount(counted, YES) && (await outcomeOf(story, 'congress')) === 'not-passed',
  );
  scene.shows(
    '未获通过：退回修改完善，不往下走',
    'it goes back to the revision, and nowhere else',
    (await openStages(story)) === 'revision',
  );
  await reviseFor(story, counted.meeting, addDays(CALENDAR.congress, 3));
}

const isCount = ({ all, present, yes }: Counted, wanted: number): boolean =>
  all === ALL && present === PRESENT && yes === wanted;

/** 第二次审议: both bodies meet on paper again, and the congress hears the revised text a week later at the earliest. */
async function secondReading(scene: Scene, story: Story): Promise<void> {
  const [dean, committee, second] = [5, 6, 17].map((days) => addDays(CALENDAR.congress, days));
  await recordByName(story, { ...planned(story, 'dean-meeting'), ...onDay(dean ?? '', 2) });
  await recordByName(story, { ...planned(story, 'party-committee'), ...onDay(committee ?? '', 2) });
  await scene.tell(
    '修改后院长办公会、党委会再次审议通过，会议秘书补录',
    'revised, both bodies pass it again; their secretary enters what was held in a room',
  );
  const counted = await congressOnPaper(story, { ...congress(story), ...onDay(second ?? '', 10) }, YES + 1);
  await scene.tell(
    `职代会第二次审议：实到${PRESENT}人，赞成${YES + 1}票`,
    `the second reading: ${YES + 1} in favour`,
  );
  scene.shows(
    `${YES + 1}票超过半数：表决通过`,
    `${YES + 1} is more than half: passed`,
    isCount(counted, YES + 1) && (await outcomeOf(story, 'congress')) === 'passed',
  );
  scene.shows(
    '进入市卫健委审议同意环节',
    'the plan may go to the authority',
    (await openStages(story)) === 'authority',
  );
}

const onDay = (on: string, ahead: number): Pick<MeetingPlay, 'called' | 'on'> => ({
  on,
  called: addDays(on, -ahead),
});

/** The shipped procedure with one rule changed: half of all is enough. */
export function withHalf(definition: Definition): Definition {
  const { congress: body } = definition.bodies;
  if (!body) throw new Error(`${definition.id} has no congress`);
  const pass: typeof body.pass = { base: 'all', num: 1, den: 2, strict: false };
  return {
    ...definition,
    id: `${definition.id}-half`,
    title: `${definition.title}（职代会过半数含本数）`,
    bodies: { ...definition.bodies, congress: { ...body, pass } },
  };
}

/** The same count on another plan, whose procedure lets half be enough. */
async function underTheOtherRule(scene: Scene): Promise<void> {
  const definition = withHalf(scene.definition);
  await publish(await scene.hospital.cast.as('office'), definition);
  await scene.tell(
    '发布另一编制程序：赞成达到全体半数即通过',
    'another procedure is published: half is enough',
  );
  const story = await scene.open({
    title: '信息化建设专项规划',
    definition,
    chapters: scene.chapters.filter(({ plan }) => plan.no === SPECIAL_CHAPTER),
    calendar: later(CALENDAR),
  });
  await playText(story, 42);
  await hold(story, planned(story, 'dean-meeting'));
  await hold(story, planned(story, 'party-committee'));
  const counted = await congressOnPaper(story, congress(story), YES);
  await scene.tell(
    `另一规划的职代会：应到${ALL}人，实到${PRESENT}人，赞成${YES}票`,
    `its congress: ${PRESENT} of ${ALL} present, ${YES} in favour`,
  );
  scene.shows(
    `须达到全体${ALL}人的半数即${YES}票：表决通过`,
    `half of all ${ALL} is ${YES}: passed`,
    isCount(counted, YES) && (await outcomeOf(story, 'congress')) === 'passed',
  );
}

const later = (calendar: PlanCalendar): PlanCalendar => ({
  ...calendar,
  ...Object.fromEntries(Object.entries(calendar).map(([name, day]) => [name, addDays(String(day), LATER)])),
});

/** 修改: one passage, for the reason that a meeting gave. */
async function reviseFor(story: Story, cites: string, on: string): Promise<void> {
  await moveTo(story, on, 10);
  const clerk = await office(story);
  const { texts } = await overview(story);
  const stream = (await itemsOf(story, 'revision', 'manuscript')).at(-1)?.stream ?? '';
  const content = texts.manuscript ? (await clerk.bytesOf(stream, texts.manuscript)).toString('utf8') : '';
  const [passage] = planOpinions(content, 1, story.random);
  const quote = passage?.quote ?? '';
  const edits = [{ quote, replacement: `${quote}（已按会议意见完善）`, cites, reason: '按会议意见修改' }];
  await clerk.act(stream, 'revise', { base: texts.manuscript, label: '送审稿', edits, done: true });
}

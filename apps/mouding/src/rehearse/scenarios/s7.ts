import { addDays } from '@mouding/core';
import { CALENDAR, type PlanCalendar } from '../plan-calendar.ts';
import { publish } from '../open-case.ts';
import { hold, type MeetingPlay } from '../plays/meeting.ts';
import type { Story } from '../story.ts';
import { playText } from '../whole-case.ts';
import { agreeInPrinciple, committeeBehindConditions } from './conditions.ts';
import { expectConformance } from './conforming.ts';
import { S7, S7_HALF } from './expected-conformance.ts';
import { insideMandate, outsideMandate } from './mandates.ts';
import { congressOnPaper } from './on-paper.ts';
import { openStages, outcomeOf, reviseFor } from './reading-text.ts';
import {
  ALL,
  congress,
  failed,
  isCount,
  planned,
  PRESENT,
  secondReading,
  thirdReading,
  YES,
} from './readings.ts';
import { withHalf, withReadings } from './rule-variants.ts';
import type { Scenario, Scene } from './scenario.ts';

/** The second plan is made half a year later; no day of its falls on a holiday. */
const LATER = 224;
const SPECIAL_CHAPTER = 9;

/**
 * S7 表决不通过与附条件通过: one count under two rules, conditions that hold the next body, a second reading and a third
 * one, and texts that are changed under a mandate.
 */
export const s7: Scenario = {
  id: 'S7',
  title: { zh: '表决不通过与附条件通过', en: 'not passed, and passed on conditions' },
  async play(scene) {
    const definition = withReadings(scene.definition);
    await publish(await scene.hospital.cast.as('office'), definition);
    const story = await scene.open({ definition });
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
    await thirdReading(scene, story);
    await expectConformance(scene, story, S7);
    await underTheOtherRule(scene);
  },
};

/** The same count on another plan, whose procedure lets half be enough. */
async function underTheOtherRule(scene: Scene): Promise<void> {
  const definition = withHalf(scene.definition);
  await publish(await scene.hospital.cast.as('office'), definition);
  await scene.tell(
    '发布另一编制程序：赞成达到全体半数即通过，可以授权修改',
    'another procedure is published: half is enough, and texts may be changed under a mandate',
  );
  const story = await scene.open({
    title: '信息化建设专项规划',
    definition,
    chapters: scene.chapters.filter(({ plan }) => plan.no === SPECIAL_CHAPTER),
    calendar: later(CALENDAR),
  });
  await playText(story, 42);
  await insideMandate(scene, story);
  await outsideMandate(scene, story);
  await bothAgain(scene, story);
  const counted = await congressOnPaper(story, { ...congress(story), ...days(story, 15, 24) }, YES);
  await scene.tell(
    `另一规划的职代会：应到${ALL}人，实到${PRESENT}人，赞成${YES}票`,
    `its congress: ${PRESENT} of ${ALL} present, ${YES} in favour`,
  );
  scene.shows(
    `须达到全体${ALL}人的半数即${YES}票：表决通过`,
    `half of all ${ALL} is ${YES}: passed`,
    isCount(counted, YES) && (await outcomeOf(story, 'congress')) === 'passed',
  );
  await expectConformance(scene, story, S7_HALF);
}

/** Called and held so many days after the first meeting of 党委会. */
const days = (
  { calendar: { partyCommittee } }: Story,
  called: number,
  on: number,
): Pick<MeetingPlay, 'called' | 'on'> => ({
  called: addDays(partyCommittee, called),
  on: addDays(partyCommittee, on),
});

/** Changed outside the mandate, the text is decided on again by both bodies. */
async function bothAgain(scene: Scene, story: Story): Promise<void> {
  const reconsiders = await hold(story, { ...planned(story, 'dean-meeting'), ...days(story, 3, 6) });
  await hold(story, { ...planned(story, 'dean-meeting'), ...days(story, 7, 11), reconsiders });
  scene.shows(
    '院长办公会复议后维持原决议：原决议一直有效，仍在党委会审议环节',
    'reconsidered, the dean’s meeting confirms what it decided, which was in force all along',
    (await outcomeOf(story, 'dean-meeting')) === 'passed' && (await openStages(story)) === 'party-committee',
  );
  await hold(story, { ...planned(story, 'party-committee'), ...days(story, 12, 14) });
  await scene.tell('院长办公会、党委会就修改后的文稿再次审议通过', 'both bodies pass the changed text');
}

const later = (calendar: PlanCalendar): PlanCalendar => ({
  ...calendar,
  ...Object.fromEntries(Object.entries(calendar).map(([name, day]) => [name, addDays(String(day), LATER)])),
});

import { addDays } from '@mouding/core';
import { CALENDAR, instantOf } from '../plan-calendar.ts';
import { congressPlay } from '../plays/congress.ts';
import { roomOf, type MeetingPlay } from '../plays/meeting.ts';
import { meetingPlay, type MeetingStage } from '../plays/meetings.ts';
import type { Story } from '../story.ts';
import { refusedBy } from './expecting.ts';
import { congressOnPaper, recordByName, type Counted } from './on-paper.ts';
import { openStages, outcomeOf, reviseFor } from './reading-text.ts';
import type { Scene } from './scenario.ts';

export const [PRESENT, YES, ALL] = [52, 33, 66];

/** Nobody is against, nobody abstains. */
export const planned = (story: Story, stage: MeetingStage): MeetingPlay => ({
  ...meetingPlay(story, stage),
  no: 0,
  abstain: 0,
});

export const congress = (story: Story): MeetingPlay => ({ ...congressPlay(story), absent: ALL - PRESENT });

export const isCount = ({ all, present, yes }: Counted, wanted: number): boolean =>
  all === ALL && present === PRESENT && yes === wanted;

const after = (days: number): string => addDays(CALENDAR.congress, days);

/** 33 of 66 is not more than half. */
export async function failed(scene: Scene, story: Story): Promise<void> {
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
  await reviseFor(story, counted.meeting, after(2));
}

type Days = readonly [called: number, on: number];

/** Called and held so many days after the first reading. */
const between = ([called, on]: Days): Pick<MeetingPlay, 'called' | 'on'> => ({
  called: after(called),
  on: after(on),
});

/** Both bodies pass the revised text again, on paper. Answers the meeting of 党委会. */
async function passedAgain(scene: Scene, story: Story, dean: Days, committee: Days): Promise<string> {
  await recordByName(story, { ...planned(story, 'dean-meeting'), ...between(dean) });
  const meeting = await recordByName(story, { ...planned(story, 'party-committee'), ...between(committee) });
  await scene.tell(
    '修改后院长办公会、党委会再次审议通过，会议秘书补录',
    'revised, both bodies pass it again; their secretary enters what was held in a room',
  );
  return meeting;
}

/** 第二次审议: not before the seventh day after the first; it is not passed either. */
export async function secondReading(scene: Scene, story: Story): Promise<void> {
  await passedAgain(scene, story, [0, 4], [3, 5]);
  await calledInVain(scene, story, after(6), [
    '不足7日即召集第二次审议',
    'a second reading in less than 7 days',
  ]);
  const counted = await congressOnPaper(story, { ...congress(story), ...between([7, 17]) }, YES);
  await scene.tell(
    `职代会第二次审议：赞成${YES}票，仍未获通过`,
    `the second reading: ${YES} in favour, not passed`,
  );
  await reviseFor(story, counted.meeting, after(19));
}

/** 第三次审议: only on a resolution that 党委会 has passed since; that one is named, and it passes. */
export async function thirdReading(scene: Scene, story: Story): Promise<void> {
  const upon = await passedAgain(scene, story, [19, 21], [20, 24]);
  await calledInVain(scene, story, after(42), [
    '未经党委会决定召集第三次审议',
    'a third reading nobody decided on',
  ]);
  const counted = await congressOnPaper(story, { ...congress(story), ...between([30, 42]), upon }, YES + 1);
  await scene.tell(
    `经党委会决定，职代会第三次审议：实到${PRESENT}人，赞成${YES + 1}票`,
    `the committee has decided so, and it is read a third time: ${YES + 1} in favour`,
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

async function calledInVain(
  scene: Scene,
  story: Story,
  on: string,
  [zh, en]: readonly [zh: string, en: string],
): Promise<void> {
  const play = congress(story);
  const { secretary } = await roomOf(story, play);
  const body = { case: story.caseId, stage: play.stage, at: instantOf(on, 15), place: play.place };
  const problem = await refusedBy(scene, 'meeting.second-reading', zh, en, () =>
    secretary.make('meeting', body),
  );
  const { needs, basis = '' } = problem ?? {};
  if (!needs) return;
  scene.shows(
    `说明写明所据规则和怎样才能办理：${needs.zh}`,
    `it says on what it rests and what would make it possible: ${needs.en}`,
    basis.includes('职工代表大会条例'),
  );
}

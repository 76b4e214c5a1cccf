import { Organisation, resourceOf } from '@mouding/contract';
import { addDays } from '@mouding/core';
import { decide, hold, sit, type Convened, type MeetingPlay } from '../plays/meeting.ts';
import { meetingPlay } from '../plays/meetings.ts';
import { headOf, holderOf, office, overview, type Story } from '../story.ts';
import { obligationsOf } from './clockwork.ts';
import { refusedBy } from './expecting.ts';
import type { Scene } from './scenario.ts';

const Meeting = resourceOf('meeting');

/** 四项条件: what is asked for, and of which department. */
const ASKED = [
  { department: '财务科', wording: '补充资金来源和分年度投入测算' },
  { department: '医务科', wording: '核实重点专科建设的床位数据' },
  { department: '科教科', wording: '明确科研平台建设的牵头科室' },
  { department: '护理部', wording: '补充护理人力配置标准' },
] as const;

/** A condition and the department that has to meet it. */
export interface Set {
  readonly condition: string;
  readonly department: string;
}

/** 院长办公会原则同意，附四项条件. Answers the meeting and its conditions in their order. */
export async function agreeInPrinciple(
  scene: Scene,
  story: Story,
): Promise<{ readonly meeting: string; readonly set: readonly Set[] }> {
  const clerk = await office(story);
  const { departments } = await clerk.read('/v1/org', Organisation);
  const idOf = (name: string) => departments.find((one) => one.name === name)?.id;
  const play = meetingPlay(story, 'dean-meeting');
  const conditions = ASKED.map(({ department, wording }) => ({
    wording,
    owner: { department: idOf(department) },
    due: addDays(play.on, 14),
  }));
  const meeting = await hold(story, { ...play, no: 0, decision: { outcome: 'in-principle', conditions } });
  await scene.tell(
    '院长办公会原则同意，附4项条件',
    'the dean’s meeting agrees in principle, on 4 conditions',
  );
  const { data } = await clerk.read(`/v1/meetings/${meeting.split('/')[1]}`, Meeting);
  const set = data.conditions.map(({ condition }, i) => ({
    condition,
    department: ASKED[i]?.department ?? '',
  }));
  await showImposed(scene, story, set);
  return { meeting, set };
}

async function showImposed(scene: Scene, story: Story, set: readonly Set[]): Promise<void> {
  const { stages } = await overview(story);
  const open = stages.filter(({ state }) => state === 'open').map(({ id }) => id);
  scene.shows(
    '原则同意不等于通过：文稿退回修改完善',
    'an agreement in principle approves nothing: the text goes to its revision',
    open.join() === 'revision' && stages.find(({ id }) => id === 'dean-meeting')?.outcome === 'in-principle',
  );
  const owed = await Promise.all(
    set.map(async ({ condition, department }) =>
      (await obligationsOf(await headOf(story, department), condition)).includes('condition.meet'),
    ),
  );
  scene.shows(
    '4项条件分别列入4个责任科室的待办',
    'each of the four departments finds its condition among what it owes',
    owed.length === ASKED.length && owed.every(Boolean),
  );
}

/**
 * 党委会: papers are prepared and the meeting is opened, and its item cannot be put before each condition is verified
 * or waived.
 */
export async function committeeBehindConditions(
  scene: Scene,
  story: Story,
  set: readonly Set[],
): Promise<void> {
  const papers = ['关于提请审议发展规划（送审稿）的说明\n'];
  const play: MeetingPlay = { ...meetingPlay(story, 'party-committee'), no: 0, abstain: 0, papers };
  const convened = await sit(story, play);
  await scene.tell(
    '党委会发出通知和会议材料，到会开会',
    'the Party committee is called with its papers, and opens',
  );
  await putInVain(scene, convened, set.length, ['提请党委会审议', 'the item would be put']);
  const secretary = await holderOf(story, '会议秘书');
  for (const [i, { condition, department }] of set.slice(0, -1).entries()) {
    const head = await headOf(story, department);
    await head.act(condition, 'meet', { report: '已按要求补充完善，材料附后。' });
    if (i === 0)
      await putInVain(scene, convened, set.length, [
        '第1项已报告、未核实，提请审议',
        'one is reported, not verified',
      ]);
    await secretary.act(condition, 'verify', { agree: true });
  }
  await scene.tell('前3项条件由责任科室报告落实，会议秘书核实', 'three conditions are met and verified');
  await putInVain(scene, convened, 1, ['第4项未落实，提请审议', 'the fourth is not met']);
  const last = set.at(-1)?.condition ?? '';
  await (await holderOf(story, '院长')).act(last, 'waive', { reason: '并入年度人力计划一并落实' });
  await scene.tell('第4项条件由院长说明理由，免除条件', 'the president waives the fourth with a reason');
  await convened.room.chair.session.act(convened.meeting, 'put');
  await decide(story, convened, play);
  await scene.tell('党委会表决，研究通过', 'the committee votes, and passes it');
}

async function putInVain(
  scene: Scene,
  { meeting, room }: Convened,
  open: number,
  [zh, en]: readonly [zh: string, en: string],
): Promise<void> {
  const problem = await refusedBy(scene, 'meeting.conditions', zh, en, () =>
    room.chair.session.act(meeting, 'put'),
  );
  scene.shows(
    `说明写明：尚有${open}项条件未落实`,
    `it says that ${open} conditions are open`,
    problem?.facts?.['open'] === open && problem.said?.zh.includes(`尚有${open}项未落实`) === true,
  );
}

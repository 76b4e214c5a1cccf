import { Me, resourceOf } from '@mouding/contract';
import { holderOf, office, person, type Story } from '../story.ts';
import { exactly, obligationsOf } from './clockwork.ts';
import { COMES, POST, SEAT, SUCCESSOR, textOf, type Waiting } from './people-before.ts';
import { signOffs } from './people-between.ts';
import type { Scene } from './scenario.ts';

const Meeting = resourceOf('meeting');

/** 3月5日零时: the successor comes into both posts, and finds what is open. */
export async function successorComes(scene: Scene, story: Story, { last }: Waiting): Promise<void> {
  await exactly(story, COMES, '08:30:00');
  const [successor, deputy] = [await person(story, SUCCESSOR.login), await holderOf(story, '党委副书记')];
  const { capacities } = await successor.read('/v1/me', Me);
  await scene.tell('3月5日，新任书记到职', 'the successor comes');
  scene.shows(
    '新任书记在任，副书记主持自动结束',
    'the successor holds both posts, and nobody acts in them any more',
    [POST, SEAT].every((title) => capacities.some((held) => held.title === title && !held.acting)) &&
      (await deputy.read('/v1/me', Me)).capacities.every(({ acting }) => !acting),
  );
  const owed = await obligationsOf(successor, last);
  await successor.act(last, 'sign-off', { text: await textOf(story, last, successor) });
  const signed = await signOffs(story, 3);
  scene.shows(
    '未了事项由新任书记办结；以前的审定仍在原人员、原岗位名下',
    'what was open is done by the successor, and what was done stands under those who did it',
    owed.includes('chapter.sign-off') &&
      new Set(signed.map((actor) => actor.person)).size === 3 &&
      signed.every(({ post }) => post === POST),
  );
}

/** An old meeting shows its own nine names, whoever holds the seats now; the one of the vacancy its own eight. */
export async function showOldMeeting(
  scene: Scene,
  story: Story,
  { old, between }: { readonly old: string; readonly between: string },
): Promise<void> {
  const [clerk, former, successor] = [
    await office(story),
    await person(story, 'shuji'),
    await person(story, SUCCESSOR.login),
  ];
  const votersOf = async (meeting: string): Promise<readonly (string | null)[]> => {
    const { data } = await clerk.read(`/v1/meetings/${meeting.split('/')[1]}`, Meeting);
    return data.roll.filter(({ role }) => role !== 'secretary').map((seat) => seat.person);
  };
  const [then, since] = [await votersOf(old), await votersOf(between)];
  scene.shows(
    '换人前的党委会仍显示当时的9人',
    'the meeting before shows its own nine',
    then.length === 9 && then.includes(former.me.person) && !then.includes(successor.me.person),
  );
  scene.shows(
    '空缺期间的党委会显示当时的8人',
    'the one of the vacancy shows its eight',
    since.length === 8 && !since.includes(former.me.person) && !since.includes(successor.me.person),
  );
}

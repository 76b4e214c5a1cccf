import { resourceOf, type MessageLine } from '@mouding/contract';
import { instantOf } from '../plan-calendar.ts';
import { headOf, holderOf, moveTo, office, type Story } from '../story.ts';
import { obligationsOf } from './clockwork.ts';
import { askedOf, handInAll, headsOf } from './departments.ts';
import { outboxOf, untilOutbox } from './outbox.ts';
import type { Scene } from './scenario.ts';

const Contribution = resourceOf('contribution');
const TODAY = '2025-12-09';
const ROOM = '行政楼五楼党委会议室';

/** Departments that hand in while the server is down, and those that still owe when it is back. */
export interface Affected {
  readonly during: readonly string[];
  readonly owing: readonly string[];
}

/** The meeting that stands, and the one that was called before it and adjourned. */
export interface Called {
  readonly standing: string;
  readonly adjourned: string;
  /** Persons who sit there with a vote. */
  readonly members: readonly string[];
}

/** Reminders are due, a meeting is called: none of it can be sent. */
export async function goesDown(scene: Scene, story: Story, { during, owing }: Affected): Promise<Called> {
  await scene.postOffice().down();
  await scene.tell('邮件服务器停止响应', 'the mail server stops answering');
  await moveTo(story, TODAY, 9);
  const clerk = await office(story);
  const heads = await headsOf(story, [...during, ...owing]);
  await untilOutbox(clerk, 'the reminders', (lines) =>
    heads.every((head) => remindersOf(lines, head).length === 1),
  );
  await scene.tell(
    `科室发展规划时限前1个工作日，向未报送的${heads.length}个科室催办`,
    `a working day before the date: ${heads.length} departments are to be reminded`,
  );
  return callTwice(scene, story);
}

const remindersOf = (lines: readonly MessageLine[], person: string): readonly MessageLine[] =>
  lines.filter(({ kind, recipient }) => kind === 'reminder' && recipient.person === person);

/** The Party committee on another plan's scheme: called too late, adjourned, and called again in time. */
async function callTwice(scene: Scene, story: Story): Promise<Called> {
  const other = await scene.open({ title: '后勤服务保障专项规划', chapters: scene.chapters.slice(3, 4) });
  const secretary = await holderOf(story, '会议秘书');
  const call = (on: string) =>
    secretary.make('meeting', {
      case: other.caseId,
      stage: 'scheme-adoption',
      at: instantOf(on, 15),
      place: ROOM,
    });
  const members = await membersOf(story);
  const { arrived } = scene.postOffice();
  const before = arrived.length;
  const late = await call('2025-12-10');
  await scene.tell('会议秘书通知次日召开党委会', 'the secretary calls the Party committee for the next day');
  scene.shows(
    '程序提示：会前通知不足；通知时间自系统内送达之日起算，不以邮件为准',
    'the notice is too short, and says that it counts from its delivery here and not from any mail',
    late.notices.some(
      ({ rule, said }) => rule === 'meeting.notice' && said.zh.includes('自系统内送达之日起算，不以邮件为准'),
    ),
  );
  const clerk = await office(story);
  await untilOutbox(
    clerk,
    'the notices of the meeting',
    (lines) => noticesOf(lines, late.made).length === members.length,
  );
  await secretary.act(late.made, 'adjourn', { reason: '通知时间不足，另行召集。' });
  const inTime = await call('2025-12-12');
  await scene.tell('休会，改为通知12月12日召开', 'it is adjourned and called for 12-12 instead');
  scene.shows(
    '会前通知足够2个工作日，虽无一封邮件发出',
    'two working days of notice are enough, though no mail has gone out',
    !inTime.notices.some(({ rule }) => rule === 'meeting.notice') && arrived.length === before,
  );
  return { standing: inTime.made, adjourned: late.made, members };
}

/** The states of the notices of one meeting. */
const noticesOf = (lines: readonly MessageLine[], meeting: string): readonly string[] =>
  lines.flatMap(({ kind, about, state }) => (kind === 'meeting' && about?.stream === meeting ? [state] : []));

async function membersOf(story: Story): Promise<readonly string[]> {
  const seats = story.hospital.plan.bodies.find(({ key }) => key === 'party-committee')?.seats ?? [];
  const voting = seats.filter(({ role }) => role !== 'secretary');
  return Promise.all(voting.map(async ({ post }) => (await holderOf(story, post)).me.person));
}

/** What people do meanwhile, and what they see. */
export async function workGoesOn(
  scene: Scene,
  story: Story,
  { during, owing, called, usual }: Affected & { readonly called: Called; readonly usual: number },
): Promise<void> {
  await moveTo(story, TODAY, 15);
  const took = await handInAll(story, during);
  await scene.tell(
    `${during.length}个科室报送并受理；每项办理用时（中位数）${took}毫秒，停机前${usual}毫秒`,
    `${during.length} departments hand in; an act takes ${took} ms (median), ${usual} ms before the outage`,
  );
  const clerk = await office(story);
  const states = await Promise.all(
    during.map(async (name) => (await clerk.read((await askedOf(story, name)).href, Contribution)).status),
  );
  scene.shows(
    `停机期间报送、受理${2 * during.length}项，全部办成`,
    `all ${2 * during.length} acts of theirs were carried out`,
    states.every((status) => status === 'accepted'),
  );
  scene.shows(
    '站内待办齐全，与邮件无关',
    'what is owed stands in the system, mail or no mail',
    await inSystem(story, owing, called),
  );
  await showWaiting(scene, story, { during, owing, called });
}

async function inSystem(story: Story, owing: readonly string[], { standing }: Called): Promise<boolean> {
  const submits = await Promise.all(
    owing.map(async (name) => obligationsOf(await headOf(story, name), (await askedOf(story, name)).stream)),
  );
  const signs = await obligationsOf(await holderOf(story, '党委委员（书记）'), standing);
  return submits.every((verbs) => verbs.includes('contribution.submit')) && signs.includes('meeting.sign-in');
}

/** 待发、已撤销: what the outbox says of every recipient. */
async function showWaiting(
  scene: Scene,
  story: Story,
  { during, owing, called }: Affected & { readonly called: Called },
): Promise<void> {
  const clerk = await office(story);
  const [handedIn, waiting] = [await headsOf(story, during), await headsOf(story, owing)];
  const are = (lines: readonly MessageLine[], people: readonly string[], state: string): boolean =>
    people.every((person) => remindersOf(lines, person).every((line) => line.state === state));
  await untilOutbox(clerk, 'what is settled to be cancelled', (lines) => are(lines, handedIn, 'cancelled'));
  const lines = await outboxOf(clerk);
  scene.shows(
    `发件箱逐人列明：未报送的${waiting.length}个科室，催办均为待发`,
    `the outbox names each of the ${waiting.length} that still owe: queued`,
    are(lines, waiting, 'queued') &&
      lines.some(({ state, lastError }) => state === 'queued' && lastError !== null),
  );
  scene.shows(
    `已报送的${handedIn.length}个科室，催办已撤销`,
    `the reminders of the ${handedIn.length} that have handed in are cancelled`,
    are(lines, handedIn, 'cancelled'),
  );
  const isAll = (meeting: string, state: string): boolean => {
    const states = noticesOf(lines, meeting);
    return states.length === called.members.length && states.every((one) => one === state);
  };
  scene.shows(
    '已休会的会议通知撤销，新的会议通知待发',
    'the notices of the adjourned meeting are cancelled, those of the other wait',
    isAll(called.adjourned, 'cancelled') && isAll(called.standing, 'queued'),
  );
}

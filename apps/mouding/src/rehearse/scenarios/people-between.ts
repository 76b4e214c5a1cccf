import {
  Delegations,
  HistoryPage,
  Me,
  ObligationPage,
  Organisation,
  resourceOf,
  UnheldList,
} from '@mouding/contract';
import { ApiProblem } from '../../client/problem.ts';
import type { Session } from '../../client/session.ts';
import { until } from '../../until.ts';
import { holderOf, office, overview, person, type Story } from '../story.ts';
import { exactly, obligationsOf } from './clockwork.ts';
import { untilOutbox } from './outbox.ts';
import { POST, SEAT, textOf, type Called, type Waiting } from './people-before.ts';
import type { Scene } from './scenario.ts';

const Meeting = resourceOf('meeting');
const DEPUTY = '党委副书记';

const statusOf = (ask: Promise<unknown>): Promise<number> =>
  ask.then(
    () => 200,
    (error: unknown) => (error instanceof ApiProblem ? error.status : 0),
  );

const capacitiesNow = async (session: Session): Promise<Me['capacities']> =>
  (await session.read('/v1/me', Me)).capacities;

/** 3月1日零时: by the clock alone, he holds nothing, and his deputy does his work. */
export async function leaves(scene: Scene, story: Story, { acted, last }: Waiting): Promise<void> {
  await exactly(story, '2026-03-01', '00:00:01');
  const [former, deputy, delegate] = [
    await person(story, 'shuji'),
    await holderOf(story, DEPUTY),
    await holderOf(story, '副院长（综合）'),
  ];
  await scene.tell(
    '3月1日零时，书记免职、副书记主持工作自动生效',
    'at midnight he leaves and his deputy acts, by the clock',
  );
  const { items } = await former.read('/v1/obligations', ObligationPage);
  scene.shows(
    '原书记名下已无岗位、无待办',
    'he holds no post and owes nothing',
    (await capacitiesNow(former)).length === 0 && items.length === 0,
  );
  scene.shows(
    '旧邮件里的链接只供查看，离任后打不开原事项',
    'a link of an old mail leads him nowhere any more',
    (await statusOf(former.act(last, 'sign-off', { text: await textOf(story, last, former) }))) === 404,
  );
  const held = await capacitiesNow(deputy);
  scene.shows(
    '未了事项随岗位转由主持工作的副书记办理',
    'what is open is with whoever acts in the post',
    held.some(({ title, acting }) => title === POST && acting) &&
      (await obligationsOf(deputy, acted)).includes('chapter.sign-off'),
  );
  const { items: delegations } = await delegate.read('/v1/me/delegations', Delegations);
  scene.shows(
    '原书记的委托随离任终止',
    'what he delegated has ended with his leaving',
    delegations.every(({ ended }) => ended) && (await obligationsOf(delegate, last)).length === 0,
  );
  await showMail(scene, story, deputy, last);
}

async function showMail(scene: Scene, story: Story, deputy: Session, last: string): Promise<void> {
  const former = (await person(story, 'shuji')).me.person;
  const lines = await untilOutbox(await office(story), 'the deputy to be told', (found) =>
    found.some(
      ({ about, recipient, state }) =>
        about?.stream === last && recipient.person === deputy.me.person && state === 'sent',
    ),
  );
  scene.shows(
    '通知改发主持工作人员，不再发给离任人员',
    'mail goes to whoever acts, and none to him',
    !lines.some(({ recipient, stands }) => recipient.person === former && stands),
  );
}

/** He signs off in the vacant post, and the record says that he acted; ended too early, the alarm says what to do. */
export async function actsInVacancy(scene: Scene, story: Story, { acted, last }: Waiting): Promise<void> {
  await exactly(story, '2026-03-02', '10:00:00');
  const deputy = await holderOf(story, DEPUTY);
  await deputy.act(acted, 'sign-off', { text: await textOf(story, acted, deputy) });
  await scene.tell('副书记主持工作期间审定1篇', 'he signs one chapter off while he acts');
  const mine = await signOffs(story, 2);
  scene.shows(
    '办理记录：前一篇由受托人代书记审定，后一篇由副书记主持工作时审定',
    'the record says who signed on whose behalf, and who acted',
    mine.some(({ onBehalfOf, acting }) => onBehalfOf !== null && !acting) &&
      mine.some(({ acting, person: by, post }) => acting && by === deputy.me.person && post === POST),
  );
  await endsTooEarly(scene, story, deputy, last);
}

/** 无人办理: nobody acts and nobody is appointed; the alarm names what waits and what would help. */
async function endsTooEarly(scene: Scene, story: Story, deputy: Session, last: string): Promise<void> {
  const [admin, clerk] = [await person(story, 'admin'), await office(story)];
  const { id, posts } = await admin.read('/v1/org', Organisation);
  const post = posts.find(({ title }) => title === POST)?.id;
  await admin.act(`org/${id}`, 'end-acting', { post });
  const alarm = (await clerk.read('/v1/org/unheld', UnheldList)).items.find(({ stream }) => stream === last);
  scene.shows(
    '主持提前结束：列出无人办理的事项及补救办法（任职、明确主持）',
    'once nobody acts, the alarm lists what has no handler, and how to repair it',
    alarm?.why === 'vacant' && alarm.repairs.some(({ verb }) => verb === 'org.appoint-acting'),
  );
  await admin.act(`org/${id}`, 'appoint-acting', {
    post,
    by: { person: deputy.me.person },
    until: '2026-03-04',
  });
  const after = await clerk.read('/v1/org/unheld', UnheldList);
  scene.shows(
    '重新明确主持后，告警解除',
    'repaired, nothing is unheld',
    !after.items.some(({ stream }) => stream === last),
  );
}

type Actor = HistoryPage['items'][number]['actor'];

/** Who signed off so many chapters of the case, in their order, once the record shows them. */
export const signOffs = (story: Story, count: number): Promise<readonly Actor[]> =>
  until(`${count} chapters to be signed off`, async () => {
    const actors = await signersOf(story);
    return actors.length === count ? actors : undefined;
  });

async function signersOf(story: Story): Promise<readonly Actor[]> {
  const clerk = await office(story);
  const found: Actor[] = [];
  for (let cursor = ''; ;) {
    const path = `/v1/cases/${story.caseId}/history?limit=200${cursor}`;
    const { items, page } = await clerk.read(path, HistoryPage);
    found.push(...items.flatMap(({ type, actor }) => (type === 'ChapterSignedOff' ? [actor] : [])));
    if (page.next === null) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** 3月3日党委会: called with nine, held with eight, the deputy in the chair; nobody votes for the vacant seat. */
export async function meetsWithoutHim(scene: Scene, { meeting, story }: Called): Promise<string> {
  await exactly(story, '2026-03-03', '15:00:00');
  const seats = story.hospital.plan.bodies.find(({ key }) => key === 'party-committee')?.seats ?? [];
  const members = seats.filter(({ role, post }) => role !== 'secretary' && post !== SEAT);
  const secretary = await holderOf(story, '会议秘书');
  const sessions = await Promise.all(members.map(({ post }) => holderOf(story, post)));
  for (const session of sessions) await session.act(meeting, 'sign-in');
  await secretary.act(meeting, 'open');
  await secretary.act(meeting, 'put');
  for (const session of sessions) await session.act(meeting, 'vote', { vote: 'yes' });
  await secretary.act(meeting, 'declare', { minutes: await secretary.keep('党委会会议纪要\n') });
  await scene.tell(
    '党委会召开，副书记主持，8人到会表决',
    'the committee meets with eight, the deputy presiding',
  );
  const { data } = await secretary.read(`/v1/meetings/${meeting.split('/')[1]}`, Meeting);
  const voting = data.roll.filter(({ role }) => role !== 'secretary');
  scene.shows(
    '应到按表决时在任人员计8人，空缺席位不计票',
    'those who may vote are the eight who hold seats at the vote',
    voting.length === members.length &&
      (await overview(story)).stages.some(({ outcome }) => outcome === 'passed'),
  );
  return meeting;
}

import { Delegations, Organisation, type CaseItem } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import { giveAddressesTo } from '../../demo/addresses.ts';
import type { Session } from '../../client/session.ts';
import { demoPassword } from '../../demo/hospital.ts';
import { postOf } from '../plays/meeting.ts';
import { instantOf } from '../plan-calendar.ts';
import { headOf, holderOf, itemsOf, moveTo, office, person, type Story } from '../story.ts';
import { obligationsOf } from './clockwork.ts';
import { previewed } from './departments-merged.ts';
import { refusedBy } from './expecting.ts';
import { untilOutbox } from './outbox.ts';
import type { Scene } from './scenario.ts';

export const [POST, SEAT] = ['党委书记', '党委委员（书记）'];
const [DEPUTY, DEPUTY_SEAT] = ['党委副书记', '党委委员（副书记）'];
const DELEGATE = '副院长（综合）';
export const SUCCESSOR = { login: 'xinshuji', name: '程岳川' };
const LEAVES = '2026-03-01';
export const COMES = '2026-03-05';

/** Three chapters that wait for their lead: one goes to the delegate, one is left to whoever acts, one to the successor. */
export interface Waiting {
  readonly delegated: string;
  readonly acted: string;
  readonly last: string;
}

/** The writers hand their chapters in; everybody is written to. */
export async function handChaptersIn(scene: Scene, story: Story): Promise<Waiting> {
  await moveTo(story, story.calendar.chapters, 9);
  const items = await itemsOf(story, 'chapters', 'chapter');
  for (const { plan, content } of story.chapters) {
    const head = await headOf(story, plan.writer ?? plan.owners[0] ?? '');
    await head.act(streamOf(items, plan.no), 'submit', { text: await head.keep(content) });
  }
  const streams = items.map(({ stream }) => stream);
  await untilWritten(scene, story, streams);
  await scene.tell(
    '3篇报送，待党委书记审定，邮件通知已送达',
    'three chapters wait for their lead, who is written to',
  );
  const [delegated = '', acted = '', last = ''] = streams;
  return { delegated, acted, last };
}

const streamOf = (items: readonly CaseItem[], no: number): string =>
  items.find((item) => item.no === no)?.stream ?? '';

async function untilWritten(scene: Scene, story: Story, streams: readonly string[]): Promise<void> {
  const clerk = await office(story);
  await giveAddressesTo(scene.urls, clerk.me.institution.id, story.hospital.plan);
  const { me } = await holderOf(story, POST);
  await untilOutbox(clerk, 'the lead to be told', (lines) => {
    const told = lines.filter(({ recipient, state }) => recipient.person === me.person && state === 'sent');
    return streams.every((stream) => told.some(({ about }) => about?.stream === stream));
  });
}

/** 委托办理: what is open is asked for; the delegate signs one off in the post's name, and nothing else. */
export async function delegates(
  scene: Scene,
  story: Story,
  { delegated, acted, last }: Waiting,
): Promise<void> {
  const [lead, delegate] = [await holderOf(story, POST), await holderOf(story, DELEGATE)];
  const org = `org/${lead.me.institution.id}`;
  const post = postOf(lead, POST);
  const scope = { harmless: true, verbs: ['chapter.sign-off'] };
  const body = { post, to: delegate.me.person, until: '2026-03-20', scope, stays: [acted, last] };
  await refusedBy(scene, 'delegation.scope', '委托他人表决', 'a vote is delegated', () =>
    lead.act(org, 'delegate', { ...body, scope: { ...scope, verbs: ['meeting.vote'] } }),
  );
  await lead.act(org, 'delegate', body);
  await scene.tell(
    '书记外出，委托副院长（综合）办理至3月20日；在办3篇中2篇仍由本人审定',
    'he delegates until 03-20; of the three open items two stay with him',
  );
  await refusedBy(
    scene,
    'delegation.scope',
    '受托人审定未委托的篇章',
    'the delegate signs off what stays',
    async () => delegate.act(acted, 'sign-off', { text: await textOf(story, acted, delegate) }),
  );
  await refusedBy(scene, 'delegation.own-post', '受托人转委托', 'the delegate delegates further', () =>
    delegate.act(org, 'delegate', { ...body, to: lead.me.person }),
  );
  const owed = await obligationsOf(delegate, delegated);
  await delegate.act(delegated, 'sign-off', { text: await textOf(story, delegated, delegate) });
  const { items } = await lead.read('/v1/me/delegations', Delegations);
  scene.shows(
    '受托人在待办中看到并审定1篇；委托人待办中有“已阅受托人办理情况”',
    'the delegate finds it, signs it off, and the delegator is told',
    owed.includes('chapter.sign-off') &&
      (await obligationsOf(lead, org)).includes('org.see-delegated-acts') &&
      items.some(({ side, unseen }) => side === 'given' && unseen.some(({ stream }) => stream === delegated)),
  );
}

/** The text that a chapter's writer handed in, brought by whoever signs it off. */
export async function textOf(story: Story, stream: string, by: Session): Promise<TextRef> {
  const items = await itemsOf(story, 'chapters', 'chapter');
  const no = items.find((item) => item.stream === stream)?.no;
  return by.keep(story.chapters.find(({ plan }) => plan.no === no)?.content ?? '');
}

/** 任免文件: he leaves on 03-01, his deputy acts until 03-04, the successor comes on 03-05; each takes effect by itself. */
export async function plansToLeave(scene: Scene, story: Story): Promise<Called> {
  await moveTo(story, '2026-02-27', 10);
  const admin = await person(story, 'admin');
  const { id, posts } = await admin.read('/v1/org', Organisation);
  const org = `org/${id}`;
  const idOf = (title: string): string => posts.find((post) => post.title === title)?.id ?? '';
  const { moves } = await previewed(story, { verb: 'org.vacate-post', body: { post: idOf(POST) } });
  scene.shows(
    '免职预览：待审定的篇章将无人办理（岗位空缺）',
    'the preview of his leaving says what would have no handler',
    moves.some(({ verb, unheld }) => verb === 'chapter.sign-off' && unheld === 'vacant'),
  );
  await enterPapers(admin, org, idOf);
  await scene.tell(
    '登记任免：3月1日免职，副书记主持至3月4日，3月5日新任到职',
    'his leaving, the acting and the successor are entered ahead',
  );
  const { planned } = await admin.read('/v1/org', Organisation);
  scene.shows(
    '6项任免待生效，目前仍由书记在任',
    'six wait for their day, and he holds the post still',
    planned.length === 6,
  );
  return callMeeting(scene, story);
}

/** One paper, six dated acts: leaving, acting and coming, in the post and in its seat. */
async function enterPapers(admin: Session, org: string, idOf: (title: string) => string): Promise<void> {
  const { made } = await admin.make('person', { ...SUCCESSOR, password: demoPassword });
  const document = '云市卫党〔2026〕5号';
  for (const [title, deputy] of [
    [POST, DEPUTY],
    [SEAT, DEPUTY_SEAT],
  ] as const) {
    const post = idOf(title);
    await admin.act(org, 'vacate-post', { post, on: LEAVES, document });
    await admin.act(org, 'appoint-acting', {
      post,
      by: { post: idOf(deputy) },
      on: LEAVES,
      until: '2026-03-04',
      document,
    });
    await admin.act(org, 'fill-post', { post, person: made.slice('person/'.length), on: COMES, document });
  }
}

/** A meeting that is called while he is in office, and held when he is not. */
export interface Called {
  readonly meeting: string;
  readonly story: Story;
}

async function callMeeting(scene: Scene, story: Story): Promise<Called> {
  const other = await scene.open({ title: '后勤服务保障专项规划', chapters: scene.chapters.slice(3, 4) });
  const secretary = await holderOf(story, '会议秘书');
  const { made } = await secretary.make('meeting', {
    case: other.caseId,
    stage: 'scheme-adoption',
    at: instantOf('2026-03-03', 15),
    place: '行政楼五楼党委会议室',
  });
  await scene.tell(
    '会议秘书通知3月3日召开党委会，名册9人',
    'the committee is called for 03-03 with nine on its roll',
  );
  return { meeting: made, story: other };
}

import type { MessageLine } from '@mouding/contract';
import type { Arrived } from '../post-office.ts';
import { moveTo, office, type Story } from '../story.ts';
import { until } from '../../until.ts';
import { verifyPair } from '../verify-pair.ts';
import { inParallel } from '../../in-parallel.ts';
import { headsOf, mailOf } from './departments.ts';
import type { Affected, Called } from './outage.ts';
import { isSettled, mailsOf, outboxOf, untilOutbox } from './outbox.ts';
import type { Scene } from './scenario.ts';

/** Whose addresses the server does not know when it is back. */
const GONE = ['急诊科', '检验科'];
/** Mails that it takes, and hangs up on, before it answers properly. */
const DROPPED = 5;
const ABREAST = 4;

/** The server listens again: first it hangs up after each mail, then it works. Answers how many mails it had before. */
export async function isBack(scene: Scene, story: Story): Promise<number> {
  const post = scene.postOffice();
  await moveTo(story, '2025-12-09', 20);
  const before = post.arrived.length;
  const unknown = GONE.map((name) => mailOf(story, name));
  post.is({ drops: true, unknown });
  await post.up();
  await until('mails that are dropped', () =>
    Promise.resolve(post.arrived.length >= before + DROPPED || undefined),
  );
  await scene.tell(
    '26小时后邮件服务器恢复，起初收完正文即断线',
    'after 26 hours it is back, and hangs up after each mail',
  );
  post.is({ unknown });
  await untilOutbox(await office(story), 'the outbox to be empty', isSettled);
  await scene.tell('邮件服务器恢复正常，积压的邮件发完', 'it works again; what waited has gone out');
  return before;
}

/** What reached whom, how often, and what never did. */
export async function showArrived(
  scene: Scene,
  story: Story,
  { owing, called, before }: Affected & { readonly called: Called; readonly before: number },
): Promise<void> {
  const lines = await outboxOf(await office(story));
  const { arrived } = scene.postOffice();
  const since = arrived.slice(before);
  const reached = await headsOf(
    story,
    owing.filter((name) => !GONE.includes(name)),
  );
  showReached(scene, lines, since, { reached, called });
  showOnce(scene, since);
  const cancelled = lines.filter(({ state }) => state === 'cancelled');
  scene.shows(
    `已撤销的${cancelled.length}条通知，一封也没有发出`,
    `none of the ${cancelled.length} that were cancelled went out`,
    cancelled.length > 0 && cancelled.every((line) => mailsOf(arrived, line).length === 0),
  );
  const bounced = lines.filter(({ state }) => state === 'bounced');
  scene.shows(
    `退信单独列出：${GONE.join('、')}，附邮件服务器的答复`,
    'what bounced is listed, with the answer of the server',
    bounced.length === GONE.length &&
      GONE.every((name) => bounced.some(({ address }) => address === mailOf(story, name))) &&
      bounced.every(({ lastError }) => lastError?.includes('550') === true),
  );
}

function showReached(
  scene: Scene,
  lines: readonly MessageLine[],
  since: readonly Arrived[],
  { reached, called }: { readonly reached: readonly string[]; readonly called: Called },
): void {
  const got = (people: readonly string[], isIt: (line: MessageLine) => boolean): boolean =>
    people.every((person) => {
      const [line, ...more] = lines.filter((each) => each.recipient.person === person && isIt(each));
      return line?.state === 'sent' && more.length === 0 && mailsOf(since, line).length > 0;
    });
  const { members, standing } = called;
  scene.shows(
    `${reached.length}个科室都收到催办，${members.length}名党委委员都收到会议通知，逐人至少一次`,
    `${reached.length} departments got their reminder and ${members.length} members their notice, each at least once`,
    got(reached, ({ kind }) => kind === 'reminder') &&
      got(members, ({ about }) => about?.stream === standing),
  );
}

/** Whatever came twice came under one Message-ID, so that it shows as one. */
function showOnce(scene: Scene, since: readonly Arrived[]): void {
  const ids = new Map<string, Set<string>>();
  for (const { to, subject, messageId } of since) {
    const key = `${to.join()} ${subject}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(messageId));
  }
  const twice = since.length - new Set(since.map(({ messageId }) => messageId)).size;
  scene.shows(
    `断线后重发的${twice}封，与原邮件的Message-ID相同`,
    `the ${twice} that were sent again have the Message-ID of the first`,
    twice > 0 && [...ids.values()].every((each) => each.size === 1),
  );
}

/** A mail scanner follows every link of every mail. */
export async function scan(scene: Scene, story: Story): Promise<void> {
  const clerk = await office(story);
  const hospitalId = clerk.me.institution.id;
  const entries = async (): Promise<number> =>
    (await verifyPair(scene.urls, { hospitalId, authorityId: scene.authorityId })).entries;
  const links = scene.postOffice().arrived.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? []);
  const before = [await entries(), JSON.stringify(await outboxOf(clerk))];
  const opened = await inParallel(links, ABREAST, open);
  await scene.tell(
    `邮件安全网关打开全部邮件中的${links.length}个链接`,
    `a mail scanner follows the ${links.length} links of all mails`,
  );
  const after = [await entries(), JSON.stringify(await outboxOf(clerk))];
  scene.shows(
    '链接只打开登录页面：办理记录、通知状态都没有变化',
    'a link opens a page: neither the record nor any message has changed',
    links.length > 0 && opened.every(Boolean) && before.join() === after.join(),
  );
}

/** Looks at a page as a scanner does, without a session; answers whether it opened. */
async function open(link: string): Promise<boolean> {
  const answers = await Promise.all(['GET', 'HEAD'].map((method) => fetch(link, { method })));
  for (const answer of answers) await answer.arrayBuffer();
  return answers.every(({ ok }) => ok);
}

/// <reference lib="dom" />
import type { BrowserContext, Page } from 'playwright-core';
import { openWindow, SIZES } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { assembled, keptOf, keptOn, putWithoutNetwork, type Congress } from './congress-room.ts';
import { expectEventually } from './eventually.ts';
import { recusalPutRight, retitled } from './put-right.ts';
import { expectSound } from './sound.ts';
import { enter } from './visit.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();
let window: BrowserContext;
let page: Page;
let address: string;
/** Of the congress, once its item is put. */
let congressBallot = '';

/** 后勤服务保障专项规划: its scheme lies before the Party committee, nine members, six of whom are enough. */
const PLAN = /后勤服务保障专项规划/u;

beforeAll(async () => {
  window = await openWindow(demo.browser, 'desk');
  page = await window.newPage();
  await signIn(page, 'mishu');
  await page.goto(`${demo.apiUrl}/desk/meetings/${await meetingOf(window, PLAN)}`);
  await page.getByRole('link', { name: '会场', exact: true }).click();
  await page.getByRole('region', { name: '到会登记' }).waitFor();
  address = page.url();
});

async function signIn(at: Page, login: string, face = '/desk'): Promise<void> {
  await at.addInitScript(() => localStorage.setItem('mouding.institution', 'yunling-zyy'));
  await at.goto(`${demo.apiUrl}${face}`);
  await passDoor(at, login);
  await at.getByRole('heading', { level: 1, name: '待办' }).waitFor();
}

/** The meeting on a plan that whoever is signed in owes something of. */
async function meetingOf(at: BrowserContext, plan: RegExp): Promise<string> {
  const answer = await at.request.get(`${demo.apiUrl}/v1/obligations?limit=50`);
  const { items } = (await answer.json()) as { items: readonly { stream: string; label: string }[] };
  const owed = items.find(({ stream, label }) => stream.startsWith('meeting/') && plan.test(label));
  return owed?.stream.split('/')[1] ?? '';
}

const seats = () => page.getByRole('region', { name: '到会登记' });
const come = async (times: number): Promise<void> => {
  for (let left = times; left > 0; left -= 1) {
    const before = await seats().getByText('已到会').count();
    await seats().getByRole('button', { name: /^到会/u }).first().click();
    await seats().getByText('已到会').nth(before).waitFor();
  }
};
const synced = (): Promise<void> => page.getByText('登记均已同步').waitFor();
const keptHere = (): Promise<number> => keptOn(page);
/** Who is there as the record has it, asked beside the page. */
const onRecord = async () => {
  const id = address.split('/').at(-2) ?? '';
  const answer = await window.request.get(`${demo.apiUrl}/v1/meetings/${id}`);
  const { data } = (await answer.json()) as {
    data: {
      roll: { post: string; role: string }[];
      present: string[];
      here: string[];
      votes: { vote: string }[];
      outcome: string | null;
    };
  };
  return data;
};

test('an item is added with its title alone, and a title that was entered wrongly is put right beside it', async () => {
  await retitled(page);
  await synced();
  await expectSound(page);
});

test('five are not enough to open the meeting; a sixth arrives, and they are', async () => {
  await come(5);
  await page.locator('.gauge-word', { hasText: '还需1人到会' }).waitFor();
  await expectEventually(() => page.getByRole('button', { name: '宣布开会' }).isDisabled(), true);
  const meter = page.getByRole('meter', { name: '到会登记' });
  await expectEventually(() => meter.getAttribute('aria-valuetext'), expect.stringContaining('实到5≥6 ✗'));
  await come(1);
  await page.locator('.gauge-word', { hasText: '达到法定人数' }).waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: '宣布开会' }).click();
  await page.getByRole('button', { name: '提请审议' }).waitFor();
  await synced();
});

test('six entries without a network, and a reload among them: all are on the record, once', async () => {
  await expectEventually(async () => (await onRecord()).here.length, 6);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await window.setOffline(true);
  await come(2);
  await seats().getByRole('button', { name: /^离会/u }).last().click();
  await page.getByText(/待同步 3 条/u).waitFor();
  await expectEventually(keptHere, 3);
  await page.reload();
  await seats().waitFor();
  await page.getByText(/离线：登记已存本机.*待同步 3 条/u).waitFor();
  await come(2);
  await page.getByRole('button', { name: '提请审议' }).click();
  await page.getByText(/待同步 6 条/u).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await window.setOffline(false);
  await synced();
  await expectEventually(async () => (await onRecord()).here.length, 9);
  await page.getByText(/登记簿（/u).click();
  await expectEventually(() => page.getByRole('listitem').filter({ hasText: '已记录' }).count(), 15);
});

/** Another machine of the secretary notes a vote, while this one has no network. */
async function noteElsewhere(post: string, vote: string): Promise<void> {
  const path = `${demo.apiUrl}/v1/meetings/${address.split('/').at(-2) ?? ''}`;
  const other = await enter(demo, 'mishu', { size: 'desk', language: 'zh', isElder: false });
  const seen = (await other.request.get(path)).headers()['etag'] ?? '';
  const noted = await other.request.post(`${path}/commands/record-vote`, {
    headers: { Origin: demo.apiUrl, 'Idempotency-Key': crypto.randomUUID(), 'If-Match': seen },
    data: { post, vote, elsewhere: { happened: '2026-01-16', medium: 'meeting' } },
  });
  expect(noted.status()).toBe(200);
  await other.close();
}

test('a vote that another machine noted otherwise meanwhile: both are shown, and the record stands until it is corrected', async () => {
  const { roll, present } = await onRecord();
  const chair = roll.find(({ role }) => role === 'chair')?.post;
  const first = present.find((post) => post !== chair) ?? '';
  await page.getByText(/主持人末位表态：还有8人未表态/u).waitFor();
  await window.setOffline(true);
  await page
    .getByRole('button', { name: /^赞成 /u })
    .first()
    .click();
  await expectEventually(keptHere, 1);
  await noteElsewhere(first, 'abstain');
  await window.setOffline(false);
  const stopped = page.getByRole('alert').filter({ hasText: '上报停在这一条' });
  await stopped.getByText(/ 赞成/u).waitFor();
  await stopped.getByText(/记录中（他处先登记）/u).waitFor();
  await stopped.getByText(/ 弃权/u).waitFor();
  await stopped.getByRole('button', { name: '不再提交（本机留底）' }).click();
  await stopped.waitFor({ state: 'detached' });
  await synced();
  await page.getByText('赞成0　反对0　弃权1').waitFor();
});

test('the chair speaks last, and a vote that was noted wrongly is corrected before it is declared', async () => {
  await page.getByText(/主持人末位表态：还有7人未表态/u).waitFor();
  for (let left = 8; left > 0; left -= 1) {
    const open = page.getByRole('button', { name: /^赞成 /u });
    await open.first().click();
    await open.nth(left - 1).waitFor({ state: 'detached' });
  }
  await page.getByText('赞成8　反对0　弃权1').waitFor();
  await page
    .locator('.vote-table')
    .getByRole('button', { name: /^更正 /u })
    .first()
    .click();
  const asked = page.getByRole('dialog', { name: '更正' });
  await asked.getByRole('radio', { name: '反对' }).check();
  await asked.getByLabel('更正理由（原登记和更正都保留）').fill('听错，该委员为反对');
  await asked.getByRole('button', { name: '更正' }).click();
  await page.getByText('赞成8　反对1　弃权0').waitFor();
  await synced();
  const against = async (): Promise<number> =>
    (await onRecord()).votes.filter(({ vote }) => vote === 'no').length;
  await expectEventually(against, 1);
});

test('the resolution is declared with the draft of its minutes, and the big screen shows it only then', async () => {
  const screen = await window.newPage();
  await screen.goto(address.replace('/console', '/screen'));
  await screen.getByText('表决进行中，结果宣布后显示').waitFor();
  expect(await screen.getByText('赞成').count()).toBe(0);
  const minutes = page.getByLabel('会议纪要稿');
  await expectEventually(() => minutes.inputValue(), expect.stringMatching(/赞成8票，反对1票/u));
  await page.getByRole('button', { name: '宣布决议' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '宣布决议' }).click();
  await page.locator('.outcome').waitFor();
  await expectEventually(async () => (await onRecord()).outcome, 'passed');
  await screen.getByText('研究通过').waitFor();
  expect(await violationsOn(screen)).toEqual([]);
  expect(await screen.getByRole('navigation').count()).toBe(0);
  await screen.close();
});

test('after the resolution a vote is put right beside what was noted, until the minutes are issued', async () => {
  const votes = page.locator('.vote-table');
  await votes
    .getByRole('row')
    .filter({ has: page.locator('.vote-yes') })
    .first()
    .getByRole('button', { name: /^更正 /u })
    .click();
  const asked = page.getByRole('dialog', { name: '更正' });
  await asked.getByRole('radio', { name: '弃权' }).check();
  await asked.getByLabel('更正理由（原登记和更正都保留）').fill('录音核对为弃权');
  await asked.getByRole('button', { name: '更正' }).click();
  await page.getByText('赞成7　反对1　弃权1').waitFor();
  await synced();
  await votes.getByText('原登记：赞成（录音核对为弃权）').waitFor();
  await recusalPutRight(page);
  await synced();
  await seats()
    .getByText(/应到9　回避1　实到8/u)
    .waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: '按更正后的登记重新拟稿' }).click();
  const minutes = page.getByLabel('会议纪要（签发稿）');
  await expectEventually(() => minutes.inputValue(), expect.stringMatching(/赞成6票，反对1票，弃权1票/u));
  await page.getByRole('button', { name: '签发归档' }).click();
  await page.getByRole('dialog', { name: '签发归档' }).getByRole('button', { name: '签发归档' }).click();
  await page.getByText(/会议纪要已签发归档/u).waitFor();
  await votes.getByRole('button').first().waitFor({ state: 'detached' });
});

test.each(['phone', 'small'] as const)('the console and the sheets of paper at %s', async (size) => {
  await page.setViewportSize(SIZES[size]);
  await expectSound(page);
  const paper = await window.newPage();
  await paper.setViewportSize(SIZES[size]);
  await paper.goto(address.replace('/console', '/pack'));
  await paper.getByRole('button', { name: '全部打印' }).waitFor();
  await expectSound(paper);
  await paper.close();
});

test('a delegate of the congress signs in on the phone and reads that the ballot is of paper', async () => {
  const phone = await openWindow(demo.browser, 'phone');
  const own = await phone.newPage();
  await signIn(own, 'daibiao05', '/m');
  await own.goto(`${demo.apiUrl}/m/meetings/${await meetingOf(phone, /名医传承专项规划/u)}`);
  await own.getByText(/无记名投票启用前使用纸质票/u).waitFor();
  await expectSound(own);
  await own.getByRole('button', { name: '签到', exact: true }).click();
  await own.getByText('· 已签到').waitFor();
  await phone.close();
});

test('the congress without a network: who came and left, a matter added and the item put are on the record in their order', async () => {
  const secretary = await openWindow(demo.browser, 'desk');
  const own = await secretary.newPage();
  await signIn(own, 'gonghuimishu');
  const id = await meetingOf(secretary, /名医传承专项规划/u);
  const path = `/v1/meetings/${id}`;
  const read = async (): Promise<Congress> =>
    ((await (await secretary.request.get(demo.apiUrl + path)).json()) as { data: Congress }).data;
  await own.goto(`${demo.apiUrl}/desk/meetings/${id}/console`);
  await own.getByRole('region', { name: '到会登记' }).waitFor();
  await own.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const came = await assembled(own, path, read);
  await expectEventually(() => keptOf(own, path), came);
  await secretary.setOffline(true);
  await putWithoutNetwork(own);
  await secretary.setOffline(false);
  await own.getByText('登记均已同步').waitFor();
  const { present, agenda, ballot } = await read();
  expect([present.length, agenda.items]).toEqual([came + 1, 2]);
  congressBallot = ballot?.split('/')[1] ?? '';
  await secretary.close();
});

test('the paper ballots of the congress: teller and scrutineer enter them apart, and only then do they count', async () => {
  for (const [login, action] of [
    ['daibiao01', '计票人录入'],
    ['daibiao02', '监票人核对录入'],
  ] as const) {
    const phone = await openWindow(demo.browser, 'phone');
    const hand = await phone.newPage();
    await signIn(hand, login, '/m');
    await hand.goto(`${demo.apiUrl}/m/ballots/${congressBallot}`);
    await hand.getByLabel('收回', { exact: true }).fill('40');
    await hand.getByLabel('赞成', { exact: true }).fill('38');
    await hand.getByText('各项之和为38，与收回40不一致').waitFor();
    await hand.getByLabel('反对', { exact: true }).fill('2');
    await expectSound(hand);
    await hand.getByRole('button', { name: action }).click();
    await hand.getByRole('dialog').getByRole('button', { name: action }).click();
    await hand.getByText(action === '计票人录入' ? /等待监票人核对/u : /已核对生效/u).waitFor();
    await phone.close();
  }
});

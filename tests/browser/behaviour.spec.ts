/// <reference lib="dom" />
import type { Page, Request } from 'playwright-core';
import { openWindow } from '../harness/browser.ts';
import { violationsOn } from './axe.ts';
import { expectEventually } from './eventually.ts';
import { expectFocusSeen } from './focus.ts';
import { strike } from './keys.ts';
import { passDoor, withDemo } from './with-demo.ts';

const demo = withDemo();

async function inside(login: string): Promise<Page> {
  const window = await openWindow(demo.browser, 'desk');
  const page = await window.newPage();
  await page.addInitScript(() => {
    localStorage.setItem('mouding.institution', 'yunling-zyy');
    localStorage.setItem('mouding.elder.offered', 'yes');
  });
  await page.goto(`${demo.apiUrl}/desk`);
  await passDoor(page, login);
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  return page;
}

const COPIES = '印制份数';

/** The address of the form in which the office drafts the notice of issue, which waits for its review. */
async function atDraft(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: '核稿' }).first().getAttribute('href');
  const address = `${demo.apiUrl}${href ?? ''}/asks?ask=issue.draft`;
  await page.goto(address);
  await page.getByLabel(COPIES).waitFor();
  return address;
}

const sheet = (page: Page) => page.getByRole('dialog', { name: '拟稿' });
const send = (page: Page): Promise<void> => sheet(page).locator('button[type=submit]').click();

/** Whether it brings a draft to the server. */
const isDraft = (request: Request): boolean =>
  request.method() === 'PUT' && request.url().includes('/v1/me/drafts/');

/** What the sheet needs besides the number of copies. */
async function fillRest(page: Page): Promise<void> {
  await sheet(page).getByLabel('医务科').check();
  await sheet(page).getByLabel('依申请公开').check();
}

test('a draft survives a reload, a second window and the end of the session', async () => {
  const page = await inside('office');
  const address = await atDraft(page);
  await page.getByLabel(COPIES).fill('60');
  await page.reload();
  await expectEventually(() => page.getByLabel(COPIES).inputValue(), '60');
  expect(await violationsOn(page)).toEqual([]);

  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByLabel(COPIES).fill('75');
  await page.getByText('已与另一窗口同步').waitFor();
  await expectEventually(() => page.getByLabel(COPIES).inputValue(), '75');
  await other.close();

  await fillRest(page);
  await page.context().clearCookies();
  await send(page);
  await page.getByText('登录已失效').waitFor();
  await passDoor(page, 'office');
  await page.getByLabel(COPIES).waitFor();
  expect(page.url()).toBe(address);
  await expectEventually(() => page.getByLabel(COPIES).inputValue(), '75');
  const gone = page.waitForResponse(
    (answer) => isDraft(answer.request()) && /"text":""/.test(answer.request().postData() ?? ''),
  );
  await send(page);
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  await gone;
  await page.context().close();
});

test('what is missing is said beside the field and in a list that leads there', async () => {
  const page = await inside('office');
  await atDraft(page);
  await send(page);
  const faults = page.getByRole('alert').filter({ hasText: '需要补充或更正' });
  await faults.waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await faults.getByRole('button', { name: COPIES }).click();
  await expectEventually(
    () => page.getByLabel(COPIES).evaluate((field) => field === document.activeElement),
    true,
  );
  await page.context().close();
});

test('412: what was seen, what stands now, what was written; it is sent again by a press alone', async () => {
  const page = await inside('office');
  const address = await atDraft(page);
  await fillRest(page);
  await page.getByLabel(COPIES).fill('60');
  // Somebody else of the office is quicker, at another machine.
  const other = await inside('office');
  await other.goto(address);
  await other.getByLabel(COPIES).fill('80');
  await fillRest(other);
  await send(other);
  await other.getByRole('heading', { name: '已办理' }).waitFor();
  await other.context().close();

  await send(page);
  const conflict = page.getByRole('alert').filter({ hasText: '内容已有变化' });
  await conflict.getByText('现在：').waitFor();
  await conflict.getByText('60', { exact: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await conflict.getByRole('button', { name: '照原样办理' }).click();
  await conflict.waitFor({ state: 'detached' });
  await expectEventually(() => page.getByLabel(COPIES).inputValue(), '60');
  await send(page);
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  await page.context().close();
});

test('keys lead places, not while something is composed, and not once they are switched off', async () => {
  const page = await inside('office');
  await page.locator('main .rows > li a').first().waitFor();
  await strike(page, 'j');
  await page.waitForFunction(() => document.activeElement?.matches('.rows a'));
  await strike(page, 'g', 'p');
  await page.getByRole('heading', { level: 1, name: '规划' }).waitFor();
  await strike(page, 'Control+k');
  const sought = page.getByRole('combobox', { name: '查找并前往' });
  await sought.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[role=combobox]'));
  expect(await violationsOn(page)).toEqual([]);
  // Latin letters of a composition, and its Enter, belong to the input method.
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Input.imeSetComposition', { text: 'daiyue', selectionStart: 6, selectionEnd: 6 });
  await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    document.activeElement?.dispatchEvent(event);
  });
  expect(await sought.isVisible()).toBe(true);
  await protocol.send('Input.insertText', { text: '待阅' });
  await page.getByRole('option', { name: '待阅', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '待阅' }).waitFor();
  await page.evaluate(() => {
    for (const key of ['g', 'p'])
      dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }));
  });
  expect(page.url()).toContain('tab=notes');
  await strike(page, '?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('switch', { name: '启用单键快捷键' }).click();
  await page.getByRole('switch', { name: '启用单键快捷键', checked: false }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' });
  await strike(page, 'g', 'p');
  expect(page.url()).toContain('tab=notes');
  await page.context().close();
});

test('from what is to do to the thing and its sheet with the keyboard alone, the focus always in sight', async () => {
  const page = await inside('office');
  // The letters find no line before the list has come.
  await page.locator('main .rows > li a').nth(1).waitFor();
  for (let pressed = 0; pressed < 6; pressed++) await strike(page, 'j');
  await expectFocusSeen(page);
  await page.goto((await atDraft(page)).replace(/\?.*$/u, ''));
  await page.getByRole('button', { name: '拟稿' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(COPIES).waitFor();
  for (let pressed = 0; pressed < 4; pressed++) {
    await page.keyboard.press('Tab');
    await expectFocusSeen(page);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('without a network one can read and write, and is told why nothing can be done', async () => {
  const page = await inside('office');
  await atDraft(page);
  await page.context().setOffline(true);
  await page.getByText('网络已断开').first().waitFor();
  await expectEventually(() => sheet(page).locator('button[type=submit]').isDisabled(), true);
  await page.getByLabel(COPIES).fill('60');
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

/** Takes note, from another machine, of what was entered in somebody's name. */
const takeNote = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { items } = (await (await fetch('/v1/obligations?limit=200')).json()) as {
      readonly items: readonly { readonly verb: string; readonly stream: string }[];
    };
    const { stream = '' } = items.find(({ verb }) => verb === 'record.acknowledge') ?? {};
    const at = `/v1/records/${stream.replace('record/', '')}`;
    const seen = (await fetch(at)).headers.get('etag') ?? '';
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': seen,
    };
    return (await fetch(`${at}/commands/acknowledge`, { method: 'POST', headers, body: '{}' })).status;
  });

test('what changes before the stream opens is shown once it does, and the page says when it is cut off', async () => {
  const page = await inside('fuyuanzhang3');
  const opening = Promise.withResolvers<undefined>();
  await page.route('**/v1/stream?*', async (route) => {
    await opening.promise;
    await route.continue();
  });
  await page.goto(`${demo.apiUrl}/desk?tab=notes`);
  const note = page.getByText('补录：规划编制工作领导小组会议');
  await note.first().waitFor();
  const live = (said: string): Promise<void> => page.getByText(said, { exact: true }).waitFor();
  await live('重连中');
  expect(await takeNote(page)).toBe(200);
  opening.resolve(undefined);
  await note.first().waitFor({ state: 'detached' });
  await live('实时');
  await page.context().setOffline(true);
  await live('离线');
  await page.context().setOffline(false);
  await live('实时');
  await page.context().close();
});

test('a refusal leads to what may be done all the same', async () => {
  const page = await inside('office');
  const { items } = (await page.evaluate(async () => (await fetch('/v1/cases?limit=50')).json())) as {
    readonly items: readonly { readonly id: string; readonly title: string }[];
  };
  const id = items.find(({ title }) => title.endsWith('“十五五”发展规划'))?.id ?? '';
  await page.goto(`${demo.apiUrl}/desk/cases/${id}/asks?ask=case.advance`);
  await page.getByLabel('环节', { exact: true }).selectOption({ label: '征求意见' });
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByRole('alert').filter({ hasText: '征求意见尚未截止' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /申请例外/u })
    .click();
  await page.getByRole('dialog', { name: /申请例外/u }).waitFor();
  await page.context().close();
});

test('the boxes of 工作台 are in the address, say why they are empty, and find by name', async () => {
  const page = await inside('office');
  await page.getByRole('button', { name: '已办' }).click();
  await page.getByRole('heading', { level: 1, name: '已办' }).waitFor();
  await page.getByText('回执号').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  await page.getByRole('searchbox').fill('没有这样的事项');
  await page.getByRole('button', { name: '查找', exact: true }).click();
  await page.getByText('没有符合条件的事项').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await page.getByText('没有符合条件的事项').waitFor();
  await page.context().close();
});

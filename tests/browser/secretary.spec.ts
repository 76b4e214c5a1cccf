/// <reference lib="dom" />
import { ObligationPage } from '@mouding/contract';
import type { Page } from 'playwright-core';
import { nameAide } from '../play/aide.ts';
import { toBeCountersigned } from '../play/outgoing.ts';
import { toBeReviewed } from '../play/reviewing.ts';
import { overview, read } from '../play/stage.ts';
import { expectEventually } from './eventually.ts';
import { expectSound } from './sound.ts';
import { withCompany } from './with-company.ts';

const visit = withCompany();
let issue: string;
let review: string;

const idOf = (stream: string): string => stream.split('/')[1] ?? '';

beforeAll(async () => {
  const { stage } = visit;
  await nameAide(stage);
  const outgoing = await toBeCountersigned(stage);
  const { scheme: text } = (await overview(stage, outgoing.plan.caseId)).texts;
  await stage.give('owner', 'issue.countersign', outgoing.issue, { text });
  [issue, review] = [idOf(outgoing.issue), idOf(await toBeReviewed(stage))];
});

const PHOTO = {
  name: '签批件.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

async function photograph(page: Page): Promise<void> {
  await page.getByText('签批人：副院长（医疗）').waitFor();
  await page.getByLabel('拍照或选择照片').setInputFiles(PHOTO);
  await page.getByText('照片已收存').waitFor();
}

async function enter(page: Page): Promise<void> {
  await expectSound(page);
  await page.getByRole('button', { name: '提交代录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交代录' }).click();
  await page.getByRole('heading', { name: '已办理' }).waitFor();
  await expectSound(page);
}

/** What the leader is asked to look at. */
const told = async (): Promise<readonly string[]> =>
  ObligationPage.parse(await read(visit.stage, 'lead', '/v1/obligations?of=notes')).items.map(
    ({ label }) => label,
  );

test('the secretary sees the text that a leader is asked about, and nothing of what others said', async () => {
  const words = '床位偏多，建议核减';
  await visit.stage.give('leader', 'review.give-opinion', `review/${review}`, { verdict: 'object', words });
  const seen = JSON.stringify(await read(visit.stage, 'clerk', `/v1/reviews/${review}`));
  expect(JSON.parse(seen)).toMatchObject({ wording: [], data: { opinions: [] }, texts: [{}] });
  expect(seen).not.toContain(words);
  expect(await read(visit.stage, 'clerk', `/v1/reviews/${review}/trail`)).toMatchObject({ steps: [] });
});

test('签发 on paper: the secretary finds it among what is to be done, photographs it, and the leader is told', async () => {
  const page = await visit.signedIn('clerk', '/m', 'phone');
  await page.getByRole('link', { name: '代录签批（签发）' }).click();
  await photograph(page);
  await enter(page);
  await expectEventually(told, expect.arrayContaining([expect.stringContaining('补录签发')]));
  await page.goto(`${visit.apiUrl}/m/issues/${issue}/slip`);
  await page.getByText('目前没有待您代录的签批').waitFor();
  await page.context().close();
});

test('审阅意见 on paper: from the page of the review, with what the leader wrote', async () => {
  const page = await visit.signedIn('clerk', `/desk/reviews/${review}`, 'desk');
  await expectSound(page);
  await page.getByText('送签单').waitFor();
  await page.goto(`${visit.apiUrl}/desk/reviews/${review}/slip?text=${'0'.repeat(64)}`);
  await page.getByText('不是现在的文稿').waitFor();
  await expectSound(page);
  await page.getByRole('link', { name: '打开办理页' }).click();
  await page.getByRole('link', { name: '代录签批' }).click();
  await photograph(page);
  await page.getByRole('radio', { name: '同意，建议修改' }).check();
  await page.getByLabel('签批意见（按纸面原文）').fill('床位测算再核一遍。');
  await enter(page);
  await expectEventually(told, expect.arrayContaining([expect.stringContaining('补录：专家论证意见')]));
  await page.goto(`${visit.apiUrl}/desk/reviews/${review}/slip`);
  await page.getByText('目前没有待您代录的签批').waitFor();
  await page.context().close();
});

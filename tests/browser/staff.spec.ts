/// <reference lib="dom" />
import { toBeCountersigned } from '../play/outgoing.ts';
import { ASKING } from '../play/scheme-procedures.ts';
import { keep, streamIn } from '../play/stage.ts';
import { expectSound } from './sound.ts';
import { withCompany } from './with-company.ts';

const visit = withCompany();
/** The ids of what is shown. */
let consultation: string;
let issue: string;

const idOf = (stream: string): string => stream.split('/')[1] ?? '';

beforeAll(async () => {
  const { stage } = visit;
  await stage.give('office', 'procedure.publish', '', { definition: ASKING, document: null });
  const scheme = await keep(stage, 'office', '工作方案');
  const body = { title: '征求意见', procedure: ASKING.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  const asked = { stage: 'consultation', kind: 'consultation' };
  consultation = idOf(await streamIn(stage, idOf(made ?? ''), asked));
  issue = idOf((await toBeCountersigned(stage)).issue);
});

test.each(['phone', 'small', 'desk'] as const)(
  'by QR an opinion is given without a name: %s',
  async (size) => {
    const page = await visit.signedIn('writer', `/o/${consultation}`, size);
    await page.getByRole('heading', { name: '留存', exact: true }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: '领取凭证' }).click();
    await page.getByLabel(/所在位置/).fill('总体意见');
    await page.getByLabel('修改意见及理由').fill('建议增加职工培训的安排。');
    await expectSound(page);
    const sent = page.waitForRequest('**/v1/anonymous/opinions');
    await page.getByRole('button', { name: '不署名提交' }).click();
    await page.getByRole('heading', { name: '意见已收到' }).waitFor();
    expect(await (await sent).headerValue('cookie')).toBeNull();
    await expectSound(page);
    await page.context().close();
  },
);

test('the office sees the red-head pages, the steps, and what stands against the issue', async () => {
  const page = await visit.signedIn('office', `/desk/issues/${issue}`, 'desk');
  await page.getByRole('region', { name: '发文办理' }).waitFor();
  const sheet = page.getByRole('img', { name: /^第1页/ });
  await sheet.waitFor();
  await sheet.evaluate((image: HTMLImageElement) => image.decode());
  expect(await sheet.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('region', { name: '印发预检' }).waitFor();
  await expectSound(page);
  await page.context().close();
});

/// <reference lib="dom" />
import { Resource } from '@mouding/contract';
import type { Page } from 'playwright-core';
import { untilRead } from '../play/imported.ts';
import type { Who } from '../play/institutions.ts';
import * as plan from '../play/plan.ts';
import { WHOLE } from '../play/procedures.ts';
import { keep, read, streamIn } from '../play/stage.ts';
import { wordFile } from '../play/word-files.ts';
import { expectEventually } from './eventually.ts';
import { expectSound } from './sound.ts';
import { withCompany } from './with-company.ts';

const visit = withCompany();
let played: plan.Plan;
let own: ReadonlyMap<Who, string>;

const idOf = (stream = ''): string => stream.split('/')[1] ?? '';

/** A plan of which what departments hand in was due long ago. */
async function openOverdue(): Promise<plan.Plan> {
  await visit.stage.give('office', 'procedure.publish', '', { definition: WHOLE, document: '编制程序' });
  const { made } = await visit.stage.give('office', 'case.open', '', {
    title: '发展规划',
    procedure: WHOLE.id,
    scheme: await keep(visit.stage, 'office', '工作方案'),
    authority: visit.company.houses.authority,
    dates: { material: '2026-01-05' },
  });
  return { stage: visit.stage, caseId: idOf(made ?? '') };
}

beforeAll(async () => {
  played = await openOverdue();
  await plan.research(played);
  own = await plan.contributions(played);
});

const choose = async (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });

/** What the record holds of a contribution, as somebody reads it. */
const dataOf = async (who: Who, stream: string): Promise<Readonly<Record<string, unknown>>> =>
  Resource.parse(await read(visit.stage, who, `/v1/contributions/${idOf(stream)}`)).data;

const WORDS = '一、总体目标\n到2030年，开放床位三百张。\n二、重点任务\n建设两个重点专科。\n';

test('a department sees what it owes, hands in a Word file, and confirms what was read from it', async () => {
  const page = await visit.signedIn('clinical', '/desk/department', 'desk');
  await page.getByText(/其中\d+件已逾期/).waitFor();
  await expectSound(page);
  await page.getByRole('region', { name: '应报送' }).getByRole('link').first().click();
  await page.getByRole('region', { name: '报送科室发展规划' }).waitFor();
  await expectSound(page);
  await choose(page, '规划.zip', new TextEncoder().encode('PK'));
  await page.getByRole('alert').getByText('不能报送“规划.zip”').waitFor();
  await choose(page, '科室规划.docx', await wordFile(WORDS));
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('heading', { name: '导入核对' }).waitFor();
  await page.getByRole('region', { name: '识别出的结构' }).getByText('到2030年，开放床位三百张。').waitFor();
  await page.locator('.handin-late').getByText('逾期').waitFor();
  const stream = own.get('clinical') ?? '';
  const { text } = await untilRead(visit.stage, 'clinical', stream);
  await visit.stage.give('office', 'contribution.check-import', stream, { text });
  await page.getByLabel(/已对照原件核对/).check();
  await expectSound(page);
  await page.getByRole('button', { name: '确认文稿' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认文稿' }).click();
  await page.getByText('已确认').first().waitFor();
  const standing = { standing: 'confirmed' };
  await expectEventually(
    async () => (await dataOf('clinical', stream))['reading'],
    expect.objectContaining(standing),
  );
  await page.context().close();
});

test('an upload that was cancelled keeps the form, and nothing was handed in', async () => {
  const page = await visit.signedIn('general', `/m/contributions/${idOf(own.get('general'))}`, 'phone');
  await page.getByRole('region', { name: '报送科室发展规划' }).waitFor();
  const cancelled = Promise.withResolvers<void>();
  // Its upload is on its way until it is cancelled.
  await page.route('**/v1/files', async (route) => {
    await cancelled.promise;
    await route.abort();
  });
  await choose(page, '科室规划.docx', await wordFile(WORDS));
  await page.getByRole('button', { name: '取消上传' }).click();
  await page.getByText('已取消上传').waitFor();
  cancelled.resolve();
  await expectEventually(() => page.locator('input[type=file]').count(), 1);
  await expectSound(page);
  await page.context().close();
});

test('a code is left to the clerk, who uploads on a phone, and the head confirms', async () => {
  const stream = own.get('owner') ?? '';
  const page = await visit.signedIn('owner', `/desk/contributions/${idOf(stream)}`, 'desk');
  await page.getByText('报送码', { exact: true }).click();
  await page.getByRole('button', { name: '发放报送码' }).click();
  await page.getByRole('button', { name: '生成链接和二维码' }).click();
  const link = await page.locator('.deposit-sheet .deposit-address').innerText();
  await expectSound(page);
  const phone = await (await visit.window('small')).newPage();
  await phone.goto(`${visit.apiUrl}${new URL(link).pathname}`);
  await phone.getByText('报送科室').waitFor();
  await expectSound(phone);
  await choose(phone, '科室规划.docx', await wordFile(WORDS));
  await phone.getByRole('heading', { name: '已收到，待科室负责人确认' }).waitFor();
  await expectSound(phone);
  await phone.context().close();
  await page.getByRole('link', { name: '查看待确认的文件' }).click();
  await page.getByLabel(/已下载查看/).check();
  await expectSound(page);
  await page.getByRole('button', { name: '确认报送' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认报送' }).click();
  await page.getByText('已确认报送').waitFor();
  await expectEventually(async () => (await dataOf('owner', stream))['received'], expect.anything());
  await page.goto(`${visit.apiUrl}${new URL(link).pathname}`);
  await page.getByText('报送码无效').waitFor();
  await page.context().close();
});

test('what was returned says why, clause by clause, and is written anew', async () => {
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  const chapter = await streamIn(visit.stage, played.caseId, { stage: 'chapters', kind: 'chapter' });
  const text = await keep(visit.stage, 'writer', WORDS);
  await visit.stage.give('writer', 'chapter.submit', chapter, { text });
  await visit.stage.give('lead', 'chapter.return', chapter, { reason: '床位数请与指标表核对', clauses: [2] });
  const page = await visit.signedIn('writer', `/m/chapters/${idOf(chapter)}/hand-in`, 'phone');
  await page.getByText('床位数请与指标表核对').waitFor();
  await page.getByText('第2段').waitFor();
  await page.getByRole('region', { name: '退回修改' }).getByText('到2030年，开放床位三百张。').waitFor();
  await expectSound(page);
  await page.getByText('在此起草').click();
  await page.getByLabel(/文稿正文/).fill(WORDS.replace('三百张', '三百二十张'));
  await page.reload();
  await page.getByText('在此起草').click();
  await expectEventually(
    () => page.getByLabel(/文稿正文/).inputValue(),
    expect.stringContaining('三百二十张'),
  );
  await page.getByRole('button', { name: '报送此文稿' }).click();
  await page
    .getByText(/三百二十张/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: '退回修改' }).waitFor({ state: 'detached' });
  await expectSound(page);
  await page.context().close();
});

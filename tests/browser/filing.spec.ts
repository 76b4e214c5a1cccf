/// <reference lib="dom" />
import { Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import type { Locator, Page } from 'playwright-core';
import { filingOf } from '../play/filing.ts';
import type { Plan } from '../play/plan.ts';
import { keep, read } from '../play/stage.ts';
import { expectEventually } from './eventually.ts';
import { expectSound } from './sound.ts';
import { withCompany } from './with-company.ts';

/** A scheme that is filed with two papers. */
const FILED = {
  id: 'filed',
  title: '方案报批程序',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'filing',
      kind: 'file@1',
      title: '报批',
      with: {
        authority: 'approve',
        subject: 'scheme',
        package: { titles: ['编制说明', '党委会决议'], effect: 'block' },
      },
      then: { approved: 'end', 'approved-with-changes': 'end', recorded: 'again', returned: 'again' },
    },
  ],
};

const visit = withCompany();

const idOf = (stream = ''): string => stream.split('/')[1] ?? '';

beforeAll(async () => {
  await visit.stage.give('office', 'procedure.publish', '', { definition: FILED, document: null });
});

/** A case of its own whose scheme is to be filed. @param authority null where it goes on paper */
async function toBeFiled(title: string, authority: string | null): Promise<Plan> {
  const { stage } = visit;
  const scheme = await keep(
    stage,
    'office',
    `${title}\n一、总体目标\n建设三个重点专科。\n二、保障措施\n每年报告一次。\n`,
  );
  const { made } = await stage.give('office', 'case.open', '', {
    title,
    procedure: FILED.id,
    scheme,
    authority,
  });
  return { stage, caseId: idOf(made ?? '') };
}

const atFiling = async (plan: Plan): Promise<Page> =>
  visit.signedIn('office', `/desk/filings/${idOf(await filingOf(plan, 'filing'))}`, 'desk');

const today = async (): Promise<string> => dayOf(Me.parse(await read(visit.stage, 'office', '/v1/me')).now);

/** Opens the sheet of a verb, says when and how it happened on paper, lets the rest be filled in, and sends it. */
async function record(page: Page, name: string, fill: (sheet: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const sheet = page.getByRole('dialog', { name });
  await sheet.getByRole('textbox', { name: '发生时间', exact: true }).fill(await today());
  await sheet.getByRole('radio', { name: '纸质' }).check();
  await fill(sheet);
  await sheet.locator('button[type=submit]').click();
  await sheet.getByRole('heading', { name: '已办理' }).waitFor();
  await sheet.getByRole('button', { name: '关闭' }).click();
}

const send = (page: Page): Promise<void> =>
  record(page, '登记报送', (sheet) => sheet.getByRole('radio', { name: '请示' }).check());

test('on paper: sent and signed for, each with its day and number', async () => {
  const plan = await toBeFiled('纸质报送方案', null);
  const page = await atFiling(plan);
  const course = page.getByRole('list', { name: '办理进度' });
  await send(page);
  await course.getByText('第1次报送').waitFor();
  await record(page, '登记主管部门签收', async (sheet) => {
    await sheet.getByLabel(/^回执号/u).fill('签〔2026〕7号');
    await sheet.getByRole('textbox', { name: '签收日期', exact: true }).fill(await today());
    await sheet.getByLabel('签收人').fill('收文经办');
  });
  await course.getByText(/回执 签〔2026〕7号/u).waitFor();
  await expectSound(page);
  await page.context().close();
});

/** Whatever the package lacks is asked for by name; it is filled in and sent. */
async function sendPackage(page: Page): Promise<void> {
  for (const [at, title] of ['编制说明', '党委会决议'].entries()) {
    await page.getByRole('button', { name: `＋ ${title}` }).click();
    await page.getByLabel('材料内容（粘贴，或选择 .txt 文件）').nth(at).fill(`${title}的正文。`);
  }
  await page.getByText('材料齐全。').waitFor();
  await page.getByRole('button', { name: '报送主管部门' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '报送主管部门' }).click();
  await page
    .getByRole('list', { name: '办理进度' })
    .getByText(/经本系统/u)
    .waitFor();
  await page.getByText(/回执号 [0-9a-f]{8}$/u).waitFor();
}

/** What has come to the authority, in the list of what its examiner has to do. */
async function atDossier(page: Page): Promise<void> {
  await page.locator('main .rows [data-row]').first().click();
  await page.getByRole('region', { name: '答复', exact: true }).waitFor();
}

/** Answers, and stays until the receipt stands where the form stood. */
async function answer(page: Page, outcome: string): Promise<void> {
  const form = page.getByRole('region', { name: '答复', exact: true });
  await form.getByRole('radio', { name: outcome, exact: true }).check();
  await form.getByLabel('发文字号').fill('市卫函〔2026〕31号');
  const send = form.getByRole('button', { name: '答复报送单位' });
  await form.getByText(/请写明批复（复函）正文/u).waitFor();
  await expectEventually(() => send.isDisabled(), true);
  await form.getByLabel('批复（复函）正文').fill('请按所附意见修改后再报。');
  await send.click();
  await page.getByRole('dialog').getByRole('button', { name: '答复报送单位' }).click();
  await page.getByText(/回执号 [0-9a-f]{8}$/u).waitFor();
  await form.waitFor({ state: 'detached' });
}

test('in the system: the package is made whole, and what the authority writes of it is kept until it is sent, with a receipt', async () => {
  const plan = await toBeFiled('系统报送方案', visit.company.houses.authority);
  const office = await atFiling(plan);
  await office.getByText('还缺：编制说明、党委会决议').waitFor();
  await expectSound(office);
  await sendPackage(office);

  const inbox = await visit.signedIn('examiner', '/desk', 'desk');
  await atDossier(inbox);
  await expectSound(inbox);
  await inbox.getByRole('button', { name: '添加一条' }).click();
  await inbox.getByLabel('第1条').fill('“三个”一处：请与市规划一致');
  await inbox.reload();
  await expectEventually(() => inbox.getByLabel('第1条').inputValue(), '“三个”一处：请与市规划一致');

  await answer(inbox, '退回修改');
  await inbox.getByText(/^退回修改 · 补正意见1条$/u).waitFor();
  await expectSound(inbox);
  await office
    .getByRole('list', { name: '办理进度' })
    .getByText(/退回修改.*补正意见1条/u)
    .waitFor();
  await office.context().close();
  await inbox.context().close();
});

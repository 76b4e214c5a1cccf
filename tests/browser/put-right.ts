/// <reference lib="dom" />
import type { Page } from 'playwright-core';

const WHY = '更正理由（原登记和更正都保留）';

/** An item is added with its title alone, by keyboard; then its title is put right, and the first one stands beside it. */
export async function retitled(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加议题' }).click();
  await page.keyboard.type('应急物资采够');
  await page.keyboard.press('Enter');
  const agenda = page.getByRole('region', { name: '议程' });
  await agenda.getByRole('button', { name: '更正 应急物资采够' }).click();
  const asked = page.getByRole('dialog', { name: '更正' });
  await asked.getByLabel('议题名称').fill('应急物资采购');
  await asked.getByLabel(WHY).fill('错别字');
  await asked.getByRole('button', { name: '更正' }).click();
  await agenda.getByText('第2项　应急物资采购').waitFor();
  await agenda.getByText('原登记：应急物资采够（错别字）').waitFor();
}

/** Of those who were entered as having stayed, the last one had left; the entry before stands beside it. */
export async function recusalPutRight(page: Page): Promise<void> {
  const seats = page.getByRole('region', { name: '到会登记' });
  await seats
    .getByRole('button', { name: /^更正回避 /u })
    .last()
    .click();
  const asked = page.getByRole('dialog', { name: '更正回避' });
  await asked.getByLabel(WHY).fill('会前已申请回避，漏记');
  await asked.getByRole('button', { name: '更正为已回避' }).click();
  await seats.getByText('原登记：未回避（会前已申请回避，漏记）').waitFor();
}

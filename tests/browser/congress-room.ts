/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { expectEventually } from './eventually.ts';

/** How many entries lie on this machine and wait: one is shown a moment before it is written. */
export const keptOn = (at: Page): Promise<number> =>
  at.evaluate(async () => {
    const opening = indexedDB.open('keyval-store');
    await new Promise((opened) => opening.addEventListener('success', opened));
    const reading = opening.result.transaction('keyval').objectStore('keyval').getAll();
    await new Promise((read) => reading.addEventListener('success', read));
    opening.result.close();
    const shelves = reading.result as readonly (readonly { readonly state: { readonly at: string } }[])[];
    return shelves.flat().filter(({ state }) => state.at === 'waiting').length;
  });

/** Asks for something in the page of whoever is signed in there, as the page itself would. */
const ask = (at: Page, path: string, body: object): Promise<number> =>
  at.evaluate(
    async ([url, sent]) => {
      const seen = (await fetch(url.replace(/\/commands.*/u, ''))).headers.get('etag') ?? '';
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'if-match': seen,
      };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(sent) })).status;
    },
    [path, body] as const,
  );

/** The congress as the record has it. */
export interface Congress {
  readonly roll: readonly { readonly post: string; readonly role: string }[];
  readonly here: readonly string[];
  readonly present: readonly string[];
  readonly agenda: { readonly items: number };
  readonly ballot: string | null;
}

/** As many delegates as are enough come. Answers how many are there then. */
export async function assembled(own: Page, path: string, read: () => Promise<Congress>): Promise<number> {
  const { roll, here } = await read();
  const voters = roll.filter(({ role, post }) => role !== 'secretary' && !here.includes(post));
  const elsewhere = { happened: '2026-01-16', medium: 'meeting' };
  for (const { post } of voters.slice(0, 45))
    await ask(own, `${path}/commands/record-attendance`, { post, what: 'coming', elsewhere });
  return (await read()).here.length;
}

/** What the worker of the console has of the meeting: who was there when the network went. */
export const keptOf = (own: Page, path: string): Promise<number> =>
  own.evaluate(async (at) => {
    const kept = await (await caches.open('mouding-console')).match(at);
    if (!kept) return 0;
    const { data } = (await kept.json()) as { data: { here: string[] } };
    return data.here.length;
  }, path);

/** Without a network two come, one leaves, a matter is added, the desk is loaded anew, and the item is put. */
export async function putWithoutNetwork(own: Page): Promise<void> {
  const there = own.getByRole('region', { name: '到会登记' });
  const find = there.getByLabel('查找成员（姓名、职务）');
  for (const [who, act] of [
    ['（60）', /^到会/u],
    ['（61）', /^到会/u],
    ['（03）', /^离会/u],
  ] as const) {
    await find.fill(who);
    await there.locator('.seat-name').filter({ hasText: who }).waitFor();
    await there.locator('.seat').nth(1).waitFor({ state: 'detached' });
    await there.getByRole('button', { name: act }).click();
  }
  await own.getByRole('button', { name: '加议题' }).click();
  const asked = own.getByRole('dialog', { name: '加议题' });
  await asked.getByLabel('议题名称').fill('职工食堂改造方案');
  await asked.getByLabel('临时提出的理由').fill('代表联名临时提出');
  await asked.getByRole('button', { name: '加议题' }).click();
  await own.getByText(/待同步 4 条/u).waitFor();
  await expectEventually(() => keptOn(own), 4);
  await own.reload();
  await own.getByText(/待同步 4 条/u).waitFor();
  await own
    .getByRole('region', { name: '议程' })
    .getByText(/职工食堂改造方案/u)
    .waitFor();
  await own.getByRole('button', { name: '宣布开会' }).click();
  await own.getByRole('button', { name: '提请审议' }).click();
  await own.getByText(/待同步 6 条/u).waitFor();
}

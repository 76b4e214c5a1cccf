/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { isUnreadable, readWord } from '@mouding/documents';
import type { Page } from 'playwright-core';
import { filingOf } from '../play/filing.ts';
import type { Who } from '../play/institutions.ts';
import * as plan from '../play/plan.ts';
import { body, meeting } from '../play/procedures.ts';
import { keep, overview, read, streamIn } from '../play/stage.ts';
import { expectEventually } from './eventually.ts';
import { expectSound } from './sound.ts';
import { withCompany } from './with-company.ts';

/** A text that is revised, decided by 党委会, filed, and changed again when it comes back. */
const DECIDED = {
  id: 'decided',
  title: '审议后补正程序',
  bodies: { committee: body('党委会', 'vote', 'named') },
  chapters: [],
  steps: [
    { id: 'draft', kind: 'compile@1', title: '汇编初稿', then: { compiled: 'revision' } },
    { id: 'revision', kind: 'revise@1', title: '修改完善', then: { revised: 'committee' } },
    meeting('committee', '党委会审议', 'committee', 'authority'),
    {
      id: 'authority',
      kind: 'file@1',
      title: '报批',
      with: { authority: 'approve', subject: 'manuscript' },
      then: {
        approved: 'issue',
        'approved-with-changes': 'amendment',
        recorded: 'again',
        returned: 'amendment',
      },
    },
    {
      id: 'amendment',
      kind: 'amend@1',
      title: '补正修改',
      then: { editorial: 'authority', substantive: 'committee' },
    },
    {
      id: 'issue',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript' },
      then: { issued: 'end', received: 'end' },
    },
  ],
  amendments: {
    classes: [
      { id: 'editorial', title: '编辑性修改' },
      { id: 'substantive', title: '重大修改', gates: ['committee', 'authority'] },
    ],
  },
};

const TEXT = '一、总体目标\n建设三个重点专科。\n二、保障措施\n每年报告一次落实情况。\n';

const visit = withCompany();
let played: plan.Plan;
let manuscript: string;

const idOf = (stream = ''): string => stream.split('/')[1] ?? '';
const today = async (): Promise<string> => dayOf(Me.parse(await read(visit.stage, 'office', '/v1/me')).now);

/** The text that the case stands at. */
const textNow = async () => (await overview(visit.stage, played.caseId)).texts.manuscript;

beforeAll(async () => {
  const { stage } = visit;
  await stage.give('office', 'procedure.publish', '', { definition: DECIDED, document: null });
  const text = await keep(stage, 'office', TEXT);
  const { made } = await stage.give('office', 'case.join', '', {
    title: '发展规划',
    procedure: DECIDED.id,
    scheme: await keep(stage, 'office', '工作方案'),
    stage: 'revision',
    manuscript: text,
    earlier: [{ stage: 'draft', outcome: 'compiled', on: await today(), text }],
  });
  await stage.give('director', 'case.confirm-joining', made ?? '');
  played = { stage, caseId: idOf(made ?? '') };
  manuscript = await streamIn(stage, played.caseId, { stage: 'revision', kind: 'manuscript' });
});

test('a text that came from paper becomes clauses with one press, where it is to be edited', async () => {
  const page = await visit.signedIn('office', `/desk/manuscripts/${idOf(manuscript)}/edit`, 'desk');
  const convert = page.getByRole('button', { name: '转换为条目化文稿' });
  await convert.waitFor();
  await expectSound(page);
  await convert.click();
  await page.getByRole('button', { name: '修改“建设三个重点专科。”' }).waitFor();
  await page.context().close();
});

/** The editor of the text in a window of somebody, with one clause reworded; others are not heard of there. */
async function rewording(who: Who, from: string, to: string): Promise<Page> {
  const page = await visit.signedIn(who, '/desk/me', 'desk');
  await page.route('**/v1/stream?*', (route) => route.abort());
  await page.goto(`${visit.apiUrl}/desk/manuscripts/${idOf(manuscript)}/edit`);
  await page.getByRole('button', { name: `修改“${from.slice(0, 12)}”` }).click();
  const field = page.getByLabel(/^条文/u);
  await field.fill(to);
  await page.getByRole('button', { name: '改好了' }).click();
  await page.getByText('未保存的修改：1处').waitFor();
  return page;
}

async function save(page: Page, ground: string): Promise<void> {
  await page.getByRole('button', { name: '保存为新稿' }).click();
  const sheet = page.getByRole('dialog', { name: '保存为新稿' });
  await sheet.getByLabel('修改说明').fill('核定专科数量');
  await sheet.getByLabel('修改依据').selectOption({ label: ground });
  await sheet.getByRole('button', { name: '保存为新稿' }).click();
}

test('two change one clause: the second sees both texts, chooses, and nothing of either is lost', async () => {
  const first = await rewording('office', '建设三个重点专科。', '建设四个重点专科。');
  const second = await rewording('director', '建设三个重点专科。', '建设五个重点专科。');
  await expectSound(first);
  await save(first, '数据更正');
  await first.getByText('未保存的修改：0处').waitFor();
  await first.context().close();

  await save(second, '编辑性修改');
  const sheet = second.getByRole('dialog', { name: '保存为新稿' });
  await sheet.getByRole('alert').waitFor();
  await sheet.getByRole('button', { name: '再看看' }).click();
  const both = second.getByRole('alert', { name: '他人已保存了新的一稿' });
  for (const words of ['建设三个重点专科。', '建设四个重点专科。', '建设五个重点专科。'])
    await both.getByText(words).waitFor();
  await expectSound(second);
  await both.getByRole('button', { name: '用我的' }).click();
  await both.getByRole('button', { name: '并入最新一稿' }).click();
  await both.waitFor({ state: 'detached' });
  await save(second, '编辑性修改');
  await second.getByText('未保存的修改：0处').waitFor();
  await second.getByText('建设五个重点专科。').first().waitFor();
  await second.context().close();
});

test('the comparison says of a change what it rests on, and is taken away as revisions of Word', async () => {
  const page = await visit.signedIn('office', `/desk/compare/manuscripts/${idOf(manuscript)}`, 'desk');
  await page.getByLabel('修改前').selectOption({ index: 1 });
  await page.getByRole('list', { name: '修改依据' }).getByText('数据更正').waitFor();
  await expectSound(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '花脸稿（Word 修订）' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/花脸稿\.docx$/u);
  const word = readWord(readFileSync(await download.path()));
  if (isUnreadable(word)) throw new Error(word.en);
  expect(word.revisions.count).toBeGreaterThan(0);
  await page.context().close();
});

/** 党委会 decides the text, the authority sends it back on paper, and the office changes one character of it. */
async function changeOneCharacter(): Promise<void> {
  const { stage } = visit;
  await stage.give('office', 'manuscript.revise', manuscript, {
    base: await textNow(),
    label: '送审稿',
    edits: [],
    done: true,
  });
  const sitting = await plan.convene(played, { stage: 'committee', present: ['chair', 'member'] });
  for (const who of ['member', 'chair'] as const)
    await stage.give(who, 'meeting.vote', sitting, { vote: 'yes' });
  await plan.declare(played, sitting, 'committee');
  const filing = await filingOf(played);
  const on = await today();
  const elsewhere = { happened: on, medium: 'paper', book: '收发文簿第1页' };
  await stage.give('office', 'filing.record-sent', filing, {
    letter: '请示',
    manifest: [],
    channel: 'confidential',
    elsewhere,
  });
  await stage.give('office', 'filing.enter-answer', filing, {
    outcome: 'returned',
    number: '小卫函〔2026〕1号',
    on,
    register: '收1号',
    letter: null,
    points: ['专科数量请核实'],
    elsewhere,
  });
  await plan.advance(played, 'authority');
  await stage.give('office', 'manuscript.amend', manuscript, {
    base: await textNow(),
    label: '补正稿',
    edits: [{ quote: '五个', replacement: '六个', cites: null, reason: '按补正意见核实' }],
    class: 'substantive',
    points: [1],
  });
  await stage.give('office', 'manuscript.give-grounds', manuscript, {
    which: { of: 'all' },
    ground: { basis: 'data' },
    reason: '按补正意见核实',
  });
  await stage.give('leader', 'manuscript.class-change', manuscript, {
    class: 'substantive',
    reason: '目标有变化',
  });
}

test('one character is changed after 党委会: 印发预检 names the line and the character', async () => {
  await changeOneCharacter();
  const page = await visit.signedIn('office', `/desk/plans/${played.caseId}?view=course`, 'desk');
  const precheck = page.getByRole('region', { name: '印发预检' });
  await precheck.getByText('“党委会审议”审议通过的是另一文稿').waitFor();
  await precheck.getByText('第2行与审议通过的文稿不一致').waitFor();
  await expectEventually(() => precheck.locator('del').allInnerTexts(), [expect.stringMatching(/五$/u)]);
  await expectEventually(() => precheck.locator('ins').allInnerTexts(), [expect.stringMatching(/六$/u)]);
  await expectSound(page);
  await page.context().close();
});

test('归档包 is made while one looks, stopped when told, and saved when it is whole', async () => {
  const page = await visit.signedIn('office', `/desk/plans/${played.caseId}?view=course`, 'desk');
  await page.route('**/archive', () => undefined, { times: 1 });
  await page.getByRole('button', { name: '导出归档包' }).click();
  await page.getByText(/正在生成，已收到/u).waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await page.getByText('已取消，未保存任何文件。').waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出归档包' }).click();
  const archive = readFileSync(await (await coming).path());
  expect(archive.subarray(0, 2).toString()).toBe('PK');
  await page.getByText(/已保存“.*\.zip”/u).waitFor();
  await page.context().close();
});

import { createHash } from 'node:crypto';
import { DraftPreview, KeptFile, Me, Resource, Trail, TreeView } from '@mouding/contract';
import { TextRef } from '@mouding/core';
import { exportDraft, isUnreadable, readWord, textOf, type TakeRevisions } from '@mouding/documents';
import { plainOf, type Tree } from '@mouding/text';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { newKey, send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import * as asking from '../play/asking.ts';
import * as course from '../play/course.ts';
import * as plan from '../play/plan.ts';
import { once, read, stageOf, streamIn, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let manuscript: string;
let opinion: string;
let caseId: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place);
  stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  caseId = played.caseId;
  await course.gathered(played);
  await course.drafted(played);
  await asking.opine(played);
  opinion = await asking.dispose(played);
  await plan.discuss(played);
  manuscript = await streamIn(stage, played.caseId, { stage: 'revision', kind: 'manuscript' });
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const address = (below: string): string => `/v1/manuscripts/${manuscript.split('/')[1] ?? ''}/${below}`;

const fetchAs = (who: Who, path: string): Promise<Response> =>
  fetch(company.api + path, { headers: { cookie: company.players[who].cookie } });

async function wordAs(who: Who, path: string): Promise<Buffer> {
  const response = await fetchAs(who, path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

function words(bytes: Buffer, revisions: TakeRevisions): string {
  const word = readWord(bytes, { revisions });
  if (isUnreadable(word)) throw new Error(word.en);
  return textOf(word).trim();
}

async function rootNow(): Promise<string> {
  const { data } = Resource.parse(await read(stage, 'office', address('').slice(0, -1)));
  return TextRef.parse(data['text']).hash;
}

async function treeNow(): Promise<Tree> {
  const { nodes, ...tree } = TreeView.parse(await read(stage, 'office', address(`trees/${await rootNow()}`)));
  return {
    ...tree,
    nodes: nodes.map(({ erased, ...node }) => (erased === undefined ? node : { ...node, erased })),
  };
}

async function handIn(who: Who, bytes: Uint8Array, name: string): Promise<object> {
  const { status, text } = await send(company.api, {
    method: 'POST',
    path: '/v1/files',
    cookie: company.players[who].cookie,
    headers: { ...newKey(), 'file-name': encodeURIComponent(name) },
    bytes: new Uint8Array(bytes),
  });
  expect(status).toBe(201);
  return KeptFile.parse(JSON.parse(text)).ref;
}

const preview = (who: Who, file: object): Promise<Heard> =>
  send(company.api, {
    method: 'POST',
    path: address('draft'),
    cookie: company.players[who].cookie,
    headers: {},
    body: { file },
  });

/** What somebody made of the draft in WPS: one clause in other words, and a new one at the end. */
const worked = (tree: Tree): Tree => ({
  ...tree,
  nodes: [
    ...tree.nodes.map((node) => ({
      ...node,
      text: node.text?.replace('三个重点专科', '四个重点专科') ?? null,
    })),
    { id: 'nzzzzzzzzzz', kind: 'clause', depth: 1, before: '', text: '每年向职工代表大会报告一次落实情况。' },
  ],
});
const meta = {
  trace: { draft: '初稿', code: null },
  file: { author: '某医院', at: '2026-03-05T09:00:00+08:00' },
};

test('a draft is exported, edited, taken back as changes of clauses, and red-lined', async () => {
  const before = await treeNow();
  const root = await rootNow();
  expect(words(await wordAs('office', address('draft.docx')), 'accept')).toBe(plainOf(before).trim());
  const edited = await exportDraft(worked(before), root, meta);
  const { status, text } = await preview('office', await handIn('office', edited, '统稿（改）.docx'));
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
  const back = DraftPreview.parse(JSON.parse(text));
  expect(back).toMatchObject({
    base: { scheme: 'tree@1', hash: root },
    knownBy: 'root',
    doubtful: [],
    lostIds: [],
    trouble: null,
    notices: [],
  });
  expect(back.operations.map(({ op }) => op).toSorted()).toEqual(['insert', 'put']);
  expect(back.changed.map(({ changes }) => changes)).toEqual(
    expect.arrayContaining([['reworded'], ['added']]),
  );
  expect(await rootNow()).toBe(root);

  await stage.give('office', 'manuscript.revise', manuscript, {
    base: back.base,
    label: '送审稿',
    edits: [],
    operations: [{ operations: back.operations, cites: opinion, reason: '按意见修改' }],
    done: false,
  });
  const after = await treeNow();
  expect(plainOf(after)).toContain('四个重点专科');
  expect(plainOf(after)).toContain('每年向职工代表大会报告一次落实情况。');

  const redline = await wordAs('office', address(`redline.docx?since=${root}`));
  expect(words(redline, 'accept')).toBe(plainOf(after).trim());
  expect(words(redline, 'reject')).toBe(plainOf(before).trim());
  const word = readWord(redline);
  if (isUnreadable(word)) throw new Error(word.en);
  expect(word.revisions.count).toBeGreaterThan(0);
  const [post] = Me.parse(await read(stage, 'office', '/v1/me')).capacities;
  expect(word.revisions.authors).toEqual([post?.title]);
});

test('two versions of a chapter are red-lined in the name of the house, for whoever may read it', async () => {
  const chapter = await streamIn(stage, caseId, { stage: 'chapters', kind: 'chapter' });
  const below = (what: string): string => `/v1/chapters/${chapter.split('/')[1] ?? ''}/${what}`;
  const { texts } = Trail.parse(await read(stage, 'lead', below('trail')));
  const [first, last] = [texts.at(0), texts.at(-1)].map((text) => text?.ref.hash ?? '');
  const redline = below(`redline.docx?since=${first}&text=${last}`);
  const word = readWord(await wordAs('lead', redline));
  if (isUnreadable(word)) throw new Error(word.en);
  expect(word.revisions.authors).toEqual(['小城中医院']);
  expect(words(await wordAs('lead', redline), 'reject')).toContain('篇章');
  expect(words(await wordAs('lead', redline), 'accept')).toContain('一、总体目标');
  expect((await fetchAs('general', redline)).status).toBe(404);
});

test('the same draft is the same bytes, under a Chinese name, and is not sent twice', async () => {
  const first = await fetchAs('office', address('clean.docx'));
  expect(decodeURIComponent(first.headers.get('content-disposition') ?? '')).toMatch(/稿.*\.docx$/);
  expect(first.headers.get('content-security-policy')).toContain('sandbox');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toBe(
    `"${createHash('sha256')
      .update(Buffer.from(await first.arrayBuffer()))
      .digest('hex')}"`,
  );
  const again = await fetch(company.api + address('clean.docx'), {
    headers: { cookie: company.players['office'].cookie, 'if-none-match': tag },
  });
  expect(again.status).toBe(304);
});

test('whoever may not read the text hears that there is none', async () => {
  const file = await handIn('general', await exportDraft(await treeNow(), await rootNow(), meta), 'x.docx');
  for (const below of ['draft.docx', 'clean.docx', `redline.docx?since=${await rootNow()}`])
    expect([below, (await fetchAs('general', address(below))).status]).toEqual([below, 404]);
  expect((await preview('general', file)).status).toBe(404);
});

test('a file that cannot be read says why and what to do', async () => {
  const file = await handIn('office', Buffer.from('%PDF-1.7 …'), '规划.pdf');
  const { trouble } = DraftPreview.parse(JSON.parse((await preview('office', file)).text));
  expect(trouble?.zh).toContain('PDF');
  expect(trouble?.needs.zh).not.toBe('');
});

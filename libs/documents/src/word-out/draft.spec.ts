import {
  applyOperations,
  isMisfit,
  mintFrom,
  plainOf,
  readable,
  rootOf,
  treeOf,
  type Tree,
} from '@mouding/text';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isUnreadable } from '../word-in/unreadable.ts';
import { readDraft, type DraftBack } from './draft-in.ts';
import { cleanPaper, exportDraft } from './draft-out.ts';
import { bodyOf, partsOf } from './testing/parts-of.ts';
import { asLines, wordsBack } from './testing/read-back.ts';
import { done, piecesOf, withPieces, type Deed, type Piece } from './testing/wps.ts';
import { writeWord } from './write-word.ts';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};
const mint = mintFrom(sha256, 'new');
const meta = {
  trace: { draft: '第3稿', code: '8c1d02ef' },
  file: { author: '云州市中医院', at: '2026-03-05T09:00:00+08:00' },
};
const fixture = (name: string): string =>
  readable(readFileSync(new URL(`../../../../tests/fixtures/${name}`, import.meta.url), 'utf8'));
const treeFrom = (text: string): Tree => treeOf(text, { salt: 'ab', mint: mintFrom(sha256, 'old') });

const TABLE = '| 指标 | 单位 | 2030年 |\n|---|---|---|\n| 开放床位 | 张 | 800 |\n| 门诊量 | 万人次 | 95 |';
const lines = fixture('plan-a.txt')
  .split('\n')
  .filter((line) => line.trim() !== '');
const plan = treeFrom([...lines.slice(2, 40), TABLE, ...lines.slice(40, 60)].join('\n'));
const exported = exportDraft(plan, rootOf(plan, sha256), meta);

function back(bytes: Uint8Array, tree = plan): DraftBack {
  const draft = readDraft(bytes, tree, mint);
  if (isUnreadable(draft)) throw new Error(draft.en);
  return draft;
}

function after(tree: Tree, { operations }: DraftBack): Tree {
  const result = applyOperations(tree, operations);
  if (isMisfit(result)) throw new Error(result.misfit);
  return result;
}

const pieces = async (): Promise<readonly Piece[]> =>
  piecesOf(bodyOf(await exported), new Map(plan.nodes.map(({ id, text }) => [id, text ?? ''])));

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('reword', 'delete', 'move', 'type', 'cut-runs', 'lose-bookmark', 'add-row'),
  at: fc.nat(500),
  to: fc.nat(500),
});

describe('a draft out to Word and back', () => {
  it.each(['plan-a.txt', 'plan-b.txt', 'text-chapters.txt', 'text-notice.txt', 'text-pages.txt'])(
    '%s comes back without a change when nobody touched it',
    async (name) => {
      const tree = treeFrom(fixture(name));
      const draft = back(await exportDraft(tree, rootOf(tree, sha256), meta), tree);
      expect(draft).toMatchObject({ operations: [], doubtful: [], lostIds: [], tables: [], order: [] });
      expect(draft.baseRoot).toBe(rootOf(tree, sha256));
    },
  );

  it('comes back exact after whatever was done in WPS, and whoever kept its bookmark kept its id', async () => {
    const start = await pieces();
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 15 }), async (deeds) => {
        const worked = deeds.reduce(done, start);
        const result = after(plan, back(withPieces(await exported, worked)));
        expect(asLines(plainOf(result))).toBe(asLines(worked.map(({ text }) => text).join('\n')));
        const ids = new Set(result.nodes.map(({ id }) => id));
        expect(worked.filter(({ id }) => id !== null && !ids.has(id))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is known by its words when every bookmark was lost', async () => {
    const start = await pieces();
    const retyped = start
      .map((_, at) => at)
      .reduce((all, at) => done(all, { what: 'lose-bookmark', at, to: 0 }), start);
    const worked = done(done(retyped, { what: 'reword', at: 5, to: 0 }), { what: 'move', at: 20, to: 8 });
    const draft = back(withPieces(await exported, worked));
    const result = after(plan, draft);
    expect(draft.lostIds).toHaveLength(plan.nodes.length);
    expect(asLines(plainOf(result))).toBe(asLines(worked.map(({ text }) => text).join('\n')));
    const kept = new Set(plan.nodes.map(({ id }) => id));
    expect(result.nodes.filter(({ id }) => kept.has(id)).length).toBeGreaterThanOrEqual(
      0.95 * plan.nodes.length,
    );
  });

  it('draws a table as it was, though its bookmark was lost and a row was added', async () => {
    const start = await pieces();
    const at = start.findIndex(({ xml }) => xml.startsWith('<w:tbl>'));
    const lost = done(start, { what: 'lose-bookmark', at, to: 0 });
    const draft = back(withPieces(await exported, done(lost, { what: 'add-row', at, to: 0 })));
    const table = after(plan, draft).nodes.find(({ kind }) => kind === 'table');
    expect(table?.text?.split('\n').slice(0, 2)).toEqual(TABLE.split('\n').slice(0, 2));
    expect(draft.operations).toHaveLength(1);
  });

  it('says which table and whose place changed', async () => {
    const start = await pieces();
    const at = start.findIndex(({ xml }) => xml.startsWith('<w:tbl>'));
    const worked = done(done(start, { what: 'add-row', at, to: 0 }), { what: 'move', at: at + 3, to: 2 });
    const draft = back(withPieces(await exported, worked));
    expect(draft.tables).toEqual([start[at]?.id]);
    expect(draft.order).toContain(start[at + 3]?.id);
    const table = after(plan, draft).nodes.find(({ id }) => id === start[at]?.id);
    expect(table?.text).toBe(`${TABLE}\n| 门诊量乙 | 万人次 | 95 |`);
  });

  it('takes another 大纲级别 as another level, and leaves the others', async () => {
    const start = await pieces();
    const at = start.findIndex(({ xml }) => xml.includes('w:val="Heading2"'));
    const piece = start[at];
    if (!piece) throw new Error('no heading');
    const promoted = { ...piece, xml: piece.xml.replace('"Heading2"', '"Heading1"') };
    const first = plan.nodes.find(({ text }) => text?.startsWith('一、'));
    const { operations } = back(withPieces(await exported, start.with(at, promoted)));
    expect(operations.filter(({ op }) => op !== 'level')).toEqual([]);
    expect(operations[0]).toMatchObject({
      op: 'level',
      node: piece.id,
      kind: 'section',
      depth: first?.depth,
    });
  });

  it('keeps blank lines and spaces in front that Word never saw', async () => {
    const tree = treeFrom(
      '一、目标\n\n　　第一段话，写得很长。\n\n　　第二段话。\n\n二、任务\n\n　　第三段话。\n',
    );
    const bytes = await exportDraft(tree, rootOf(tree, sha256), meta);
    const start = piecesOf(bodyOf(bytes), new Map());
    const worked = start.map((each) => ({ ...each, xml: each.xml.replace('第二段话。', '第二段话改了。') }));
    const result = after(tree, back(withPieces(bytes, worked), tree));
    expect(plainOf(result)).toBe(plainOf(tree).replace('第二段话。', '第二段话改了。'));
  });

  it('carries the root and the draft in the properties, and hides the ids', async () => {
    const parts = partsOf(await exported);
    expect(parts.get('docProps/custom.xml')).toContain(rootOf(plan, sha256));
    expect(parts.get('docProps/custom.xml')).toContain('第3稿');
    expect(parts.get('word/document.xml')?.match(/w:name="_md_n/g)).toHaveLength(plan.nodes.length);
  });
});

it('a clean copy has the title as a title, every word, and no mark of ours', async () => {
  const tree = treeFrom(fixture('plan-b.txt'));
  const paper = cleanPaper(tree, meta);
  const bytes = await writeWord(paper);
  expect(bodyOf(bytes)).not.toContain('bookmarkStart');
  const squeezed = (text: string): string => asLines(text).replaceAll(/\s/g, '');
  expect(squeezed(wordsBack(bytes, 'accept'))).toBe(squeezed(plainOf(tree)));
});

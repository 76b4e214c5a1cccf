import { plainOf, readable, treeOf } from '@mouding/text';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { redline, type RedlineOptions } from './redline.ts';
import { partsOf } from './testing/parts-of.ts';
import { asLines, readBack, wordsBack } from './testing/read-back.ts';
import { faultsOf } from './testing/word-order.ts';
import { writeWord } from './write-word.ts';

const at = '2026-03-05T09:00:00+08:00';
const options: RedlineOptions = {
  author: { by: '规划办', at },
  trace: { draft: '第5稿→第6稿', code: '5be20a77' },
  file: { author: '云州市中医院', at },
};
const written = (before: string, after: string, more: Partial<RedlineOptions> = {}): Promise<Uint8Array> =>
  writeWord(redline(before, after, { ...options, ...more }));
const plan = readable(
  readFileSync(new URL('../../../../tests/fixtures/plan-a.txt', import.meta.url), 'utf8'),
);

/** What people do to a text: reword, take out, put in, move, split, join, change a row. */
const edit = fc.record({
  what: fc.constantFrom('reword', 'drop', 'add', 'move', 'split', 'join'),
  at: fc.nat(200),
  to: fc.nat(200),
  words: fc.constantFrom('以上', '95', '，并', '新增一段。', '（五）新的任务', '| 床位 | 95 | 张 |', ''),
});
interface Edit {
  readonly what: 'reword' | 'drop' | 'add' | 'move' | 'split' | 'join';
  readonly at: number;
  readonly to: number;
  readonly words: string;
}

type Lines = readonly string[];

const EDITS: { readonly [what in Edit['what']]: (lines: Lines, at: number, edit: Edit) => Lines } = {
  reword: (lines, at, { words }) => {
    const line = lines[at] ?? '';
    return lines.with(at, line.slice(0, half(line)) + words + line.slice(half(line) + 2));
  },
  drop: (lines, at) => lines.toSpliced(at, 1),
  add: (lines, at, { words }) => lines.toSpliced(at, 0, words),
  move: (lines, at, { to }) => lines.toSpliced(at, 1).toSpliced(to % lines.length, 0, lines[at] ?? ''),
  split: (lines, at) => {
    const line = lines[at] ?? '';
    return lines.toSpliced(at, 1, line.slice(0, half(line)), line.slice(half(line)));
  },
  join: (lines, at) => lines.toSpliced(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? '')),
};

const half = (line: string): number => Math.floor(line.length / 2);

const edited = (lines: Lines, one: Edit): Lines =>
  lines.length === 0 ? lines : EDITS[one.what](lines, one.at % lines.length, one);

describe('redline', () => {
  it('accepting all gives the new text, rejecting all the old one', async () => {
    const start = fc.integer({ min: 0, max: 100 });
    await fc.assert(
      fc.asyncProperty(start, fc.array(edit, { minLength: 1, maxLength: 8 }), async (from, edits) => {
        const before = plan.split('\n').slice(from, from + 50);
        const after = edits.reduce(edited, before);
        const bytes = await written(before.join('\n'), after.join('\n'));
        expect(wordsBack(bytes, 'accept')).toBe(asLines(after.join('\n')));
        expect(wordsBack(bytes, 'reject')).toBe(asLines(before.join('\n')));
      }),
      { numRuns: 60 },
    );
  });

  it('is a file as Word insists on it', async () => {
    const bytes = await written(plan, plan.replaceAll('床位', '编制床位').replace(/^.*\n/, ''));
    expect([...partsOf(bytes)].flatMap(([, xml]) => faultsOf(xml))).toEqual([]);
  });

  it('names a node once, however its lines were torn and joined', async () => {
    const seed = { salt: '00', mint: (n: number) => `n${String(n).padStart(10, 'a')}` };
    const [old, now] = [
      treeOf('门诊量达到95万人次，\n床位达到800张。', seed),
      treeOf('门诊量达到95万人次，床位达到800张。', seed),
    ];
    const bytes = await writeWord(redline(old, now, options));
    expect([...partsOf(bytes)].flatMap(([, xml]) => xml.match(/w:name="_md_[^"]*"/g) ?? [])).toHaveLength(1);
  });

  it('says of each change who made it and when', async () => {
    const bytes = await written('甲\n乙\n丙', '甲一\n乙\n丙二', {
      author: ({ b }) => ({ by: b === 1 ? '医务部' : '护理部', at }),
    });
    const { list } = readBack(bytes, 'accept').revisions;
    expect(list.map(({ by, text }) => `${by}${text}`)).toEqual(
      expect.arrayContaining(['医务部一', '护理部二']),
    );
    expect(list.every((each) => each.at === '2026-03-05T09:00:00Z')).toBe(true);
  });

  it('rows of a table come and go as rows, words in a cell as words', async () => {
    const before = '| 指标 | 2025年 |\n|---|---|\n| 床位 | 800张 |\n| 门诊量 | 80万人次 |';
    const after = '| 指标 | 2025年 |\n|---|---|\n| 门诊量 | 95万人次 |\n| 手术量 | 2万台 |';
    const { list } = readBack(await written(before, after), 'accept').revisions;
    expect(list.map(({ how }) => how)).toEqual(expect.arrayContaining(['row-in', 'row-out']));
    expect(list.map(({ text }) => text)).toEqual(expect.arrayContaining(['80', '95']));
  });

  it('marks every line of a tree with the id of its node', async () => {
    const seed = { salt: '00', mint: (n: number) => `n${String(n).padStart(10, 'a')}` };
    const [old, now] = [treeOf('一、目标\n甲\n乙', seed), treeOf('一、目标\n甲改\n丙', seed)];
    const bytes = await writeWord(redline(old, now, options));
    const { paragraphs } = readBack(bytes, 'accept');
    expect(paragraphs.map(({ anchor }) => anchor)).toEqual(now.nodes.map(({ id }) => id));
    expect(wordsBack(bytes, 'reject')).toBe(plainOf(old));
  });

  it('puts an opinion at the words that it quotes, and one that quotes nothing at the first line', async () => {
    const remarks = [
      { by: '医务部', at, text: '建议改为95', quote: '80万' },
      { by: '护理部', at, text: '总体同意', quote: '不在文中' },
    ];
    const bytes = await written('一、目标\n门诊量80万人次', '一、目标\n门诊量80万人次以上', { remarks });
    const { comments } = readBack(bytes, 'accept');
    expect(comments.map(({ by, quote, paragraph }) => [by, quote, paragraph])).toEqual([
      ['护理部', '一、目标', 0],
      ['医务部', '80万', 1],
    ]);
  });

  it('shows nothing where nothing changed', async () => {
    expect(readBack(await written(plan, plan), 'accept').revisions.count).toBe(0);
  });
});

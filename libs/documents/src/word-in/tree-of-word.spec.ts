import { plainOf } from '@mouding/text';
import { readWord } from './read-word.ts';
import { handWord, p } from './testing/hand-word.ts';
import { treeOfWord } from './tree-of-word.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import { textOf, type WordIn, type WordParagraph } from './word.ts';

const seed = { salt: 'ab', mint: (at: number) => `n${String(at).padStart(10, '0')}` };
const clause = (text: string, more: Partial<WordParagraph> = {}): WordParagraph => ({
  kind: 'clause',
  depth: 1,
  told: null,
  before: '',
  text,
  anchor: null,
  ...more,
});

const read = (word: WordIn | Unreadable): WordIn => {
  if (isUnreadable(word)) throw new Error(word.en);
  return word;
};

test('a file becomes a text of nodes that reads as it does', () => {
  const word = read(readWord(handWord({ body: `${p('一、总则')}${p('')}${p('全面加强。')}` })));
  const tree = treeOfWord(word, seed);
  expect(plainOf(tree)).toBe(textOf(word));
  expect(tree.nodes.map(({ id, text }) => [id, text])).toEqual([
    ['n0000000000', '一、总则'],
    ['n0000000001', '全面加强。'],
  ]);
  expect(treeOfWord(word, seed)).toEqual(tree);
});

test('headings keep their depth, and a node its id where a bookmark names it, once', () => {
  const id = 'nabcdefghij';
  const tree = treeOfWord(
    {
      paragraphs: [
        clause('总则', { kind: 'chapter', depth: 2, anchor: id }),
        clause('甲', { anchor: id, depth: 3 }),
        clause('乙', { anchor: 'not an id' }),
        clause('丙', { anchor: seed.mint(4) }),
        clause('丁'),
      ],
      end: '\n',
    },
    seed,
  );
  expect(tree.nodes.map(({ id: own, kind, depth }) => [own, kind, depth])).toEqual([
    [id, 'chapter', 2],
    ['n0000000001', 'clause', 3],
    ['n0000000002', 'clause', 1],
    ['n0000000004', 'clause', 1],
    ['n0001000004', 'clause', 1],
  ]);
  expect(tree.end).toBe('\n\n');
});

test('what no node may hold is read again from its plain text', () => {
  const word = { paragraphs: [clause('甲\n '), clause('乙')], end: '' };
  const tree = treeOfWord(word, seed);
  expect(plainOf(tree)).toBe(textOf(word));
});

test('a file without words is a text without nodes', () => {
  expect(treeOfWord({ paragraphs: [], end: '' }, seed)).toEqual({
    v: 'tree@1',
    salt: 'ab',
    nodes: [],
    end: '',
  });
});

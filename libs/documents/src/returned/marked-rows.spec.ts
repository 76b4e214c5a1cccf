import type { WordIn } from '../word-in/word.ts';
import { markedRows } from './marked-rows.ts';

type Part = Partial<Pick<WordIn, 'comments'>> & {
  readonly list?: WordIn['revisions']['list'];
  readonly words?: readonly string[];
};

const ANCHORS = ['n000000000a', 'n000000000b', 'n000000000c'];

const word = ({
  list = [],
  comments = [],
  words = ['一、目标', '达到36个。', '加强培训。'],
}: Part): WordIn => ({
  paragraphs: words.map((text, i) => ({
    kind: i === 0 ? ('chapter' as const) : ('clause' as const),
    depth: i === 0 ? 1 : 2,
    told: null,
    before: '',
    text,
    anchor: ANCHORS[i] ?? null,
  })),
  end: '',
  revisions: { count: list.length, authors: [], list, taken: 'accept' },
  comments,
  pictures: [],
  notImported: [],
  headersFooters: [],
  residue: [],
  warnings: [],
  properties: {},
});

const change = (how: 'in' | 'out' | 'format', text: string, paragraph = 1) => ({
  by: '儿科',
  at: '2026-01-20T09:00:00Z',
  how,
  text,
  paragraph,
});

const BEFORE = word({ words: ['一、目标', '达到31个。', '加强培训。'] });

test('what was struck out and written instead is one opinion on the paragraph, with both texts', () => {
  const rows = markedRows(word({ list: [change('out', '31'), change('in', '36')] }), BEFORE);
  expect(rows).toEqual([
    {
      how: 'revision',
      by: '儿科',
      about: '一、目标',
      anchor: 'n000000000b',
      quote: '达到31个。',
      wording: '将“31”改为“36”。',
      proposed: '达到36个。',
    },
  ]);
});

test('changes of two paragraphs are two opinions; how something looks is none', () => {
  const rows = markedRows(
    word({ list: [change('in', '36'), change('out', '学习', 2), change('format', '36')] }),
    BEFORE,
  );
  expect(rows.map(({ wording }) => wording)).toEqual(['增加“36”。', '删去“学习”。']);
});

test('a comment is an opinion on the words that it stands at', () => {
  const comments = [{ by: '护理部', at: '', text: '请注明口径', quote: '36个', paragraph: 1 }];
  expect(markedRows(word({ comments }), BEFORE)).toMatchObject([
    {
      how: 'comment',
      by: '护理部',
      quote: '36个',
      wording: '请注明口径',
      proposed: null,
      anchor: 'n000000000b',
    },
  ]);
});

test('without marks there is nothing', () => {
  expect(markedRows(word({}), BEFORE)).toEqual([]);
});

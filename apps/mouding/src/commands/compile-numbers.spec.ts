import type { WordIn, WordParagraph } from '@mouding/documents';
import { renumbered } from './compile-numbers.ts';
import type { Part } from './compiled-text.ts';

const plain = (name: string, text: string): Part => ({ name, title: '', text, word: null });
const paragraph = (text: string, before = ''): WordParagraph => ({
  kind: 'clause',
  depth: 1,
  told: null,
  before,
  text,
  anchor: null,
});

test('a list that runs through the files is counted over the whole', () => {
  const { parts, changes } = renumbered([
    plain('01.txt', '一、现状\n基础较好。\n二、问题\n'),
    plain('02.txt', '四、目标\n见第三章。'),
    plain('03.txt', '五、保障\n'),
  ]);
  expect(parts.map(({ text }) => text)).toEqual([
    '一、现状\n基础较好。\n二、问题\n',
    '三、目标\n见第三章。',
    '四、保障\n',
  ]);
  expect(parts.map(({ title }) => title)).toEqual(['一、现状', '三、目标', '四、保障']);
  expect(changes).toEqual([
    { was: '四、', now: '三、' },
    { was: '五、', now: '四、' },
  ]);
});

test('the paragraphs of a Word file follow, and its tables stay', () => {
  const table = { ...paragraph('| 三、 | 床位 |'), rows: [['三、', '床位']] };
  const paragraphs = [paragraph('三、任务'), table, paragraph('四、\n步骤', '\n')];
  const text = '三、任务\n| 三、 | 床位 |\n\n四、\n步骤\n';
  const word: WordIn = {
    paragraphs,
    end: '',
    revisions: { count: 0, authors: [], list: [], taken: null },
    comments: [],
    pictures: [],
    notImported: [],
    headersFooters: [],
    residue: [],
    warnings: [],
    properties: {},
  };
  const { parts } = renumbered([plain('01.txt', '一、现状\n'), { name: '02.docx', title: '', text, word }]);
  expect(parts[1]?.word?.paragraphs.map((one) => one.text)).toEqual([
    '二、任务',
    '| 三、 | 床位 |',
    '三、\n步骤',
  ]);
});

test('a text whose numbers are right is left as it is', () => {
  const part = plain('01.txt', '一、现状\n二、问题\n');
  expect(renumbered([part])).toEqual({ parts: [{ ...part, title: '一、现状' }], changes: [] });
});

import { readWord } from '../word-in/read-word.ts';
import { isUnreadable } from '../word-in/unreadable.ts';
import type { TakeRevisions, WordIn } from '../word-in/word.ts';
import { redline } from '../word-out/redline.ts';
import { writeWord } from '../word-out/write-word.ts';
import { formRows } from './form-rows.ts';
import { markedRows } from './marked-rows.ts';

const SENT = '第一章 学科建设\n一、目标\n到2030年，省级以上重点专科达到31个。\n加强人才队伍建设。\n';
const BACK =
  '第一章 学科建设\n一、目标\n到2030年，省级以上重点专科达到36个。\n加强人才队伍建设，引进学科带头人。\n';

const OPTIONS = {
  author: { by: '医务科', at: '2026-01-20T02:00:00Z' },
  trace: { draft: '征求意见稿', code: '0a1b2c3d' },
  file: { author: '医务科', at: '2026-01-20T02:00:00Z' },
};

function readBack(bytes: Uint8Array, revisions: TakeRevisions): WordIn {
  const read = readWord(bytes, { revisions });
  if (isUnreadable(read)) throw new Error(read.zh);
  return read;
}

test('a text that came back from Word with changes is read as opinions, paragraph by paragraph', async () => {
  const bytes = await writeWord(redline(SENT, BACK, OPTIONS));
  const rows = markedRows(readBack(bytes, 'accept'), readBack(bytes, 'reject'));
  expect(rows.map(({ how, by }) => [how, by])).toEqual([
    ['revision', '医务科'],
    ['revision', '医务科'],
  ]);
  expect(rows[0]).toMatchObject({ proposed: '到2030年，省级以上重点专科达到36个。' });
  expect(rows[0]?.wording).toMatch(/将“.*31.*”改为“.*36.*”/);
  expect(rows[0]?.about).toContain('一、目标');
  expect(rows[1]?.wording).toBe('增加“，引进学科带头人”。');
});

test('a text without marks has none, and is no form', async () => {
  const read = readBack(await writeWord(redline(SENT, SENT, OPTIONS)), 'accept');
  expect(markedRows(read, read)).toEqual([]);
  expect(formRows(read.paragraphs.flatMap(({ rows }) => (rows ? [rows] : [])))).toBeNull();
});

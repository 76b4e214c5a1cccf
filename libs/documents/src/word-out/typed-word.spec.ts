import { convertInChild } from '../word-in/convert-in-child.ts';
import { readWord } from '../word-in/read-word.ts';
import { isUnreadable } from '../word-in/unreadable.ts';
import { textOf } from '../word-in/word.ts';
import { bodyOf } from './testing/parts-of.ts';
import { typedWord } from './typed-word.ts';

const TYPED = { author: '信息科', at: '2026-01-05T02:00:00Z' };

const CHAPTER = [
  '四、数字化医院建设',
  '（一）建设目标',
  '到2030年，电子病历系统应用水平达到6级。',
  '1.完善平台',
  '2.统一标准',
  '（二）重点任务',
  '1.建设数据中心',
  '',
  '| 指标 | 2025年 | 2030年 |',
  '| 电子病历 | 5级 | 6级 |',
  '五、智慧服务',
  '（一）互联网医院',
  '七、从别处移来的一节',
  '',
].join('\n');

async function readBack(text: string): Promise<string> {
  const read = readWord(await typedWord(text, TYPED));
  if (isUnreadable(read)) throw new Error(read.en);
  return textOf(read);
}

test('what was typed is read again to the letter, with the numbers that Word counts and those it does not', async () => {
  expect(await readBack(CHAPTER)).toBe(CHAPTER);
});

test('numbers stand in the list of the file and not in its words, where counting gives them', async () => {
  const body = bodyOf(await typedWord('一、甲\n（一）乙\n二、丙\n四、丁\n', TYPED));
  const typed = ['一、', '（一）', '二、', '四、'].filter((label) => body.includes(label));
  expect(typed).toEqual(['四、']);
});

test('the same text is the same bytes, and a process of its own reads it as this one does', async () => {
  const [one, other] = [await typedWord(CHAPTER, TYPED), await typedWord(CHAPTER, TYPED)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  const read = await convertInChild(one, '数字化医院建设.docx');
  expect(isUnreadable(read) ? read.en : textOf(read)).toBe(CHAPTER);
});

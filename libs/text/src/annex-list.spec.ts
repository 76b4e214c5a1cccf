import { checkup } from './checkup/checkup.ts';
import { found } from './testing/found.ts';

const NOTICE = [
  '临江县人民医院关于印发《临江县人民医院“十五五”发展规划》的通知',
  '附件：1.主要指标一览表',
  '      2.重点任务分工表',
  '一、发展回顾',
  '1、设施改善。',
  '2、能力提高。',
  '二、发展目标',
  '1、质量提高。',
];

test('the list of annexes is no part of the numbering', () => {
  expect(found('NUM_RESTART', NOTICE.join('\n'))).toEqual([]);
});

test('a list that goes wrong below it still is found', () => {
  const wrong = NOTICE.toSpliced(5, 1, '1、能力提高。');
  expect(checkup(wrong.join('\n'), { rules: ['NUM_RESTART'] })).toHaveLength(1);
});

import { diff } from './diff.ts';
import { isSame, summary, tallyOf } from './summary.ts';

const A = `一、目标
床位达到80张，门诊量达到20万人次，医师达到30人，护士达到90人。
加强人才队伍建设，完善薪酬制度和考核办法。
二、任务
推进智慧医院建设，建设统一的数据平台。
巩固基层网络。`;
const B = `一、总则
二、目标
床位达到95张，门诊量达到25万人次，医师达到35人，护士达到99人。
三、任务
加强人才队伍建设，优化薪酬制度和考核办法。
推进智慧医院建设，建设统一的数据平台。`;

test('numbers first, the first of them by name', () => {
  expect(summary(diff(A, B))).toEqual({
    zh: '改动5处，其中数字4处：床位 80→95张、门诊量 20→25万人次、医师 30→35人等；新增1段，删去1段，移动1段；仅编号变化2处',
    en: '5 changes, 4 of numbers: 床位 80→95张, 门诊量 20→25万人次, 医师 30→35人 …; paragraphs: 1 added, 1 removed, 1 moved; 2 only renumbered',
  });
});

test('what did not happen is not mentioned', () => {
  expect(summary(diff('床位80张。', '床位95张。')).zh).toBe('改动1处，其中数字1处：床位 80→95张');
  expect(summary(diff('甲段。', '甲段。\n乙段。\n\n丙段。'))).toEqual({
    zh: '新增2段；仅格式变化1处',
    en: 'paragraphs: 2 added; 1 only in layout',
  });
});

test('the same, and the same but for line ends', () => {
  expect(summary(diff(A, A)).zh).toBe('两稿相同');
  const windows = diff(A, A.replaceAll('\n', '\r\n'));
  expect(summary(windows).zh).toBe('文字相同，只有行尾或字节顺序标记不同');
  expect(isSame(windows)).toBe(false);
  expect(tallyOf(windows)).toMatchObject({ changes: 0, format: 0, writing: true });
});

test('a renumbered paragraph with one other change counts one change', () => {
  expect(tallyOf(diff('（一）加强学科建设，打造品牌。', '（二）加强学科建设，打造特色品牌。')).changes).toBe(
    1,
  );
});

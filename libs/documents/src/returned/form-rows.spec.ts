import { formRows, saysNone } from './form-rows.ts';

const HEAD = ['序号', '章节（条款）', '原文', '修改建议', '理由'];

test('rows are told by the words above the columns, wherever they stand', () => {
  const form = formRows([
    [
      ['反馈科室：儿科', '', ''],
      ['修改意见', '理由', '条款位置', '原文'],
      ['改为36个', '与市规划一致', '三、（二）', '省级重点专科31个'],
      ['', '', '', ''],
    ],
  ]);
  expect(form).toEqual({
    rows: [
      { line: 1, about: '三、（二）', quote: '省级重点专科31个', wording: '改为36个\n理由：与市规划一致' },
    ],
    none: false,
    unread: [],
  });
});

test('the form as it is sent out: empty lines are no opinions, the notes below it neither', () => {
  const form = formRows([
    [
      HEAD,
      ['1', '第二章', '', '补充中医特色', ''],
      ['2', '', '', '', ''],
      ['填写说明', '一条意见一行', '', '', ''],
    ],
  ]);
  expect(form?.rows).toEqual([{ line: 1, about: '第二章', quote: null, wording: '补充中医特色' }]);
});

test('a proposed text has a column of its own in some forms, and is kept', () => {
  const form = formRows([
    [
      ['序号', '原文', '意见', '建议改为'],
      ['1', '31个', '数字有误', '36个'],
    ],
  ]);
  expect(form?.rows[0]?.wording).toBe('数字有误\n建议改为：36个');
});

test('a line with a place and no opinion is not lost silently', () => {
  expect(formRows([[HEAD, ['1', '第二章', '', '', '']]])).toEqual({ rows: [], none: false, unread: [1] });
});

test.each(['无意见', '本科室无修改意见。', '没有意见', '暂无建议', '对征求意见稿无意见'])(
  '“%s” says that there is none',
  (words) => {
    expect(saysNone(words)).toBe(true);
    expect(formRows([[HEAD, ['1', '', '', words, '']]])).toMatchObject({ rows: [], none: true });
  },
);

test.each(['无障碍设施意见：请补充', '无意见箱的科室应设意见箱'])('“%s” is an opinion', (words) => {
  expect(saysNone(words)).toBe(false);
});

test('an opinion besides 无意见 counts: the form does not say none', () => {
  const form = formRows([[HEAD, ['1', '', '', '无意见', ''], ['2', '第一章', '', '请补充', '']]]);
  expect(form).toMatchObject({ none: false, rows: [{ line: 2 }] });
});

test('a table without a heading for opinions is no form', () => {
  expect(
    formRows([
      [
        ['指标', '单位', '2030年'],
        ['床位', '张', '1500'],
      ],
    ]),
  ).toBeNull();
});

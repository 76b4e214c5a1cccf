import { found } from '../testing/found.ts';

test.each([
  ['1、加强管理', '1、'],
  ['（一）、加强管理', '（一）、'],
  ['一.加强管理', '一.'],
])('%s is not the form of GB/T 9704', (text, quote) => {
  expect(found('NUM_FORMAT', text, 'advice')).toEqual([quote]);
});

test.each(['一、加强管理', '（一）加强管理', '1.加强管理', '（1）加强管理', '第一章 总则', '①加强管理'])(
  '%s is',
  (text) => {
    expect(found('NUM_FORMAT', text, 'advice')).toEqual([]);
  },
);

test('one finding for one slip', () => {
  expect(found('NUM_FORMAT', '1、甲\n2、乙\n3、丙', 'advice')).toEqual(['1、']);
});

test('a full stop behind one heading of three', () => {
  expect(found('HEADING_PUNCT', '一、目标\n二、任务。\n三、保障')).toEqual(['。']);
});

test.each([
  ['all of them', '一、目标。\n二、任务。\n三、保障。'],
  ['items of a list', '（一）收集资料；\n（二）分析问题；\n（三）形成方案。'],
  ['a sentence behind the heading', '一、目标\n二、任务。各科室要按期完成本科室承担的各项任务。\n三、保障'],
])('right: %s', (_, text) => expect(found('HEADING_PUNCT', text)).toEqual([]));

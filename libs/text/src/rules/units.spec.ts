import { found } from '../testing/found.ts';

const prose = (text: string): string => `医院持续改善服务，${text}，群众更加满意。`;

test.each([
  ['统筹费用共计879.98万', '879.98万'],
  ['年门诊量达30万以上', '30万以上'],
  ['实际开放床位达到1000', '床位达到1000'],
  ['平均住院日缩短到7', '平均住院日缩短到7'],
])('%s lacks its unit', (text, quote) => expect(found('UNIT_MISSING', prose(text))).toEqual([quote]));

test.each([
  '投入20万、30万元各一项',
  '门诊量达到30万人次',
  'CMI指数达到1.2，综合评分达到90',
  '平均住院日控制在7.5天',
  '床护比1:0.6',
  '影响因子总数超过百',
])('%s does not', (text) => expect(found('UNIT_MISSING', prose(text))).toEqual([]));

test('万/㎡ is no unit', () => {
  expect(found('UNIT_FORM', prose('建筑面积2.2万/㎡'))).toEqual(['2.2万/㎡']);
  expect(found('UNIT_FORM', prose('建筑面积2.2万㎡，造价5000元/㎡'))).toEqual([]);
});

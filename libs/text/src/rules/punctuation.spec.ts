import { found } from '../testing/found.ts';

test.each([
  ['加强管理,提高质量。', ','],
  ['责任部门:医务科', ':'],
  ['标准(试行)已发布。', '(试行)'],
  ['推进"十五五"规划。', '"十五五"'],
  ['标准（试行)已发布。', '（试行)'],
  ['占比达到50%,位居第一。', ','],
])('%s has half-width signs', (text, quote) => expect(found('PUNCT_WIDTH', text)).toContain(quote));

test.each([
  '医护比为1:0.8，床护比1:0.6。',
  '发表SCI论文(IF>5)3篇。',
  '共1,260张床位。',
  '引用Health, Safety and Environment体系。',
  '2026.3.1',
  '使用PACS(v2.0)。',
])('%s is right', (text) => expect(found('PUNCT_WIDTH', text)).toEqual([]));

test.each([
  ['引进人才（口腔 康复 中医等）。', '（口腔 康复 中医等）'],
  ['完善预约、缴费、等。', '、等'],
])('%s has a list that is not one', (text, quote) => expect(found('PUNCT_LIST', text)).toEqual([quote]));

test.each([
  '开展“名医坐诊”“名师讲堂”等活动。',
  '建立一、二、三、等级评价。',
  '（张三  李四）',
  '（组 长）',
  '预约、缴费等流程。',
])('%s is right', (text) => expect(found('PUNCT_LIST', text)).toEqual([]));

const prose = (text: string): string => `医院持续改善服务，${text}，群众更加满意。`;

test.each([
  ['门诊量>20万人次', '>20万'],
  ['床位＜500张', '＜500张'],
])('%s has a sign of mathematics', (text, quote) => expect(found('SYMBOL', prose(text))).toEqual([quote]));

test.each([
  '差异有统计学意义（P<0.05）',
  '发表影响因子＞5的论文27篇',
  '满意度（≥90%）',
  '推进“互联网+护理”',
  '达到20万人次以上',
])('%s has none', (text) => expect(found('SYMBOL', prose(text))).toEqual([]));

test('& between Chinese words', () => expect(found('SYMBOL', prose('推进医疗&护理协同'))).toEqual(['&']));

test.each([
  ['加强管理，。', '，。'],
  ['加强管理。。', '。。'],
  ['预约、、缴费。', '、、'],
])('%s has one sign too many', (text, quote) => expect(found('PUNCT_DOUBLED', text)).toEqual([quote]));

test.each(['加强管理……', '（见附件）。', '《规划》，“方案”。'])('%s has not', (text) =>
  expect(found('PUNCT_DOUBLED', text)).toEqual([]),
);

test.each([
  ['实现“一人一档，终身管理。', '“一人一档，终身'],
  ['落实方案》要求，加强管理。', '》要求，加强管理'],
  ['加强医院（含分院管理，提高质量。', '（含分院管理，提'],
])('%s lacks half a pair', (text, quote) => expect(found('PUNCT_PAIR', text)).toEqual([quote]));

test.each([
  '落实《〈条例〉实施办法》，推进“两个‘一号’工程”。',
  '1）加强管理；2）提高质量。',
  '（含（分院）和院区）加强管理。',
  '实现“一人一档，\n\n终身管理”，服务群众。',
])('%j is whole', (text) => expect(found('PUNCT_PAIR', text)).toEqual([]));

import { found } from '../testing/found.ts';

test.each([
  ['打造让群众满意医院。', '让群众满意医院'],
  ['覆盖率不低于90%以上。', '不低于90%以上'],
  ['费用不超过5%以内。', '不超过5%以内'],
  ['约200人左右。', '约200人左右'],
  ['费用下降2倍。', '下降2倍'],
  ['目的是为了提高质量。', '目的是为了'],
  ['1.加强健康教育，促进健康管理等方面存在不足。', '加强健康教育，促进健康管理等方面存在不足'],
])('%s is not built as a sentence', (text, quote) => expect(found('GRAMMAR', text)).toEqual([quote]));

test.each([
  '打造让群众满意的医院，创建人民满意医院。',
  '覆盖率达到90%以上，不低于90%。',
  '约200人，比上年下降2成。',
  '医院在加强健康教育、促进健康管理等方面存在不足。',
  '学科建设、人才培养等方面还有差距。',
  '近三年左右逢源。',
])('%s is', (text) => expect(found('GRAMMAR', text)).toEqual([]));

test('what is a matter of taste is advice', () => {
  expect(found('GRAMMAR', '不断的提高水平。')).toEqual([]);
  expect(found('GRAMMAR', '不断的提高水平。', 'advice')).toEqual(['不断的']);
});

test.each([
  ['如果难以落实，可以考虑租用。', '如果难以落实，可以考虑租用'],
  ['若场地无法解决，则改在东院区。', '若场地无法解决，则改在东院区'],
  ['开工时间届时再定。', '届时再定'],
])('%s leaves it open', (text, quote) => expect(found('TENTATIVE', text)).toEqual([quote]));

test.each([
  '如不能按期完成，须书面说明原因。',
  '如无法到会，应当请假。',
  '条件成熟时启动二期建设。',
  '提出概念大概率成立。',
])('%s decides', (text) => expect(found('TENTATIVE', text)).toEqual([]));

test('an order that binds and does not bind', () => {
  expect(found('WORDING', '请贯彻落实，参照执行。', 'advice')).toEqual(['贯彻落实，参照执行']);
  expect(found('WORDING', '请遵照执行。分院参照执行。', 'advice')).toEqual([]);
});

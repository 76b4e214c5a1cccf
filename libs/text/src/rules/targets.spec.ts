import { found, planOf, placed } from '../testing/found.ts';

const below = (done: string, planned: string): readonly string[] =>
  found('IND_TARGET_BELOW_BASELINE', planOf(done, planned));

test.each([
  ['参保率始终保持在99%。', '参保率保持在95%以上。', '参保率保持在95%以上'],
  ['2025年门诊量达到52万人次。', '到2030年，门诊量达到50万人次。', '门诊量达到50万人次'],
  ['平均住院日缩短到7.1天。', '平均住院日控制在8天以内。', '平均住院日控制在8天以内'],
  ['药占比由36%下降到29%。', '药占比降至31%以下。', '药占比降至31%以下'],
])('%s, and then %s', (done, planned, quote) => expect(below(done, planned)).toEqual([quote]));

test.each([
  ['equal', '满意度在90%以上。', '满意度90%以上。'],
  ['more', '门诊量达到52万人次。', '门诊量达到60万人次。'],
  ['another indicator', '慢病管理率达到75%。', '慢病规范管理率达到70%。'],
  ['a use of beds that was too high', '床位使用率达到108%。', '床位使用率保持在93%。'],
  ['a sum and a year', '五年引进博士40人，年均手术达到3000例。', '手术达到2000例。'],
  ['less is better', '平均住院日缩短到7.1天。', '平均住院日控制在6.8天以内。'],
  ['only what is new', '新增专利30项。', '新增专利20项。'],
  ['a share of another unit', '手术占比达到45%。', '手术达到30例。'],
])('no step back: %s', (_, done, planned) => expect(below(done, planned)).toEqual([]));

test('an indicator that counts something close is advice', () => {
  const text = planOf(
    '年门急诊量从17万人次上升至22万人次。',
    '保持年门诊量20万人次以上，年门诊量超过20万人次。',
  );
  expect(placed('IND_TARGET_BELOW_BASELINE', text).every((each) => each.startsWith('advice 5 '))).toBe(true);
  expect(placed('IND_TARGET_BELOW_BASELINE', text).length).toBeGreaterThan(0);
});

const conflict = (planned: string): readonly string[] => found('IND_CONFLICT', planOf('加强管理。', planned));

test('one indicator with two values', () => {
  expect(conflict('到2030年，门诊量达到60万人次。\n到2030年，门诊量达到58万人次。')).toEqual([
    '门诊量达到58万人次',
  ]);
});

test.each([
  ['the same value', '门诊量达到60万人次。\n门诊量达到60万人次。'],
  ['a floor below it', '门诊量达到60万人次。\n门诊量不低于55万人次。'],
  ['a milestone', '到2028年，门诊量达到55万人次。\n到2030年，门诊量达到60万人次。'],
  ['of two departments', '护士本科学历占比达到85%。\n医师本科学历占比达到95%。'],
  ['another name', '门诊量达到60万人次，急诊量达到5万人次。'],
])('no contradiction: %s', (_, planned) => expect(conflict(planned)).toEqual([]));

const TABLE = '指标\t单位\t2025年\t2030年\n门诊量\t万人次\t50\t60';

test('a sentence and the table', () => {
  expect(conflict(`到2030年，门诊量达到58万人次。\n${TABLE}`)).toEqual(['门诊量达到58万人次']);
  expect(conflict(`到2030年，门诊量达到60万人次。\n到2028年，门诊量达到55万人次。\n${TABLE}`)).toEqual([]);
});

test('two numbers of wards', () => {
  const text = '医院设有36个临床科室。\n全院现有临床科室31个。';
  expect(found('IND_CONFLICT', text)).toEqual(['现有临床科室31个']);
  expect(found('IND_CONFLICT', '医院设有36个临床科室、11个医技科室。\n现有临床科室36个。')).toEqual([]);
});

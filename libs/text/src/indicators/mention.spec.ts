import { readPlan } from '../plan.ts';
import { planOf } from '../testing/found.ts';
import { mentionsOf } from './mention.ts';
import { QUANTITY, shown, valueFrom } from './value.ts';

const read = (text: string) => {
  const found = new RegExp(QUANTITY, 'u').exec(text);
  return found ? valueFrom(found.groups ?? {}) : undefined;
};

test.each([
  ['20万人次', { low: 200_000, high: 200_000, bound: 'exact', unit: '人次', scaled: true }],
  ['3—5项', { low: 3, high: 5, bound: 'range', unit: '项', scaled: false }],
  ['90%以上', { low: 90, high: 90, bound: 'at-least', unit: '%', scaled: false }],
  ['约200张', { low: 200, high: 200, bound: 'about', unit: '张', scaled: false }],
  ['72万余人次', { low: 720_000, high: 720_000, bound: 'about', unit: '人次', scaled: true }],
  ['1,260张', { low: 1260, high: 1260, bound: 'exact', unit: '张', scaled: false }],
  ['三十二个', { low: 32, high: 32, bound: 'exact', unit: '个', scaled: false }],
  ['1.5亿元', { low: 150_000_000, high: 150_000_000, bound: 'exact', unit: '元', scaled: true }],
  ['5%以内', { low: 5, high: 5, bound: 'at-most', unit: '%', scaled: false }],
])('%s', (text, value) => expect(read(text)).toEqual(value));

test('a value for a sentence', () =>
  expect(['22万人次', '3—5项', '99%'].map((text) => shown(read(text) ?? never()))).toEqual([
    '22万人次',
    '3—5项',
    '99%',
  ]));

const never = (): never => {
  throw new Error('no quantity');
};

const mentions = (done: string, planned = '加强管理。'): readonly string[] =>
  mentionsOf(readPlan(planOf(done, planned))).map(
    ({ name, from, verb, value, year, phase, yearly }) =>
      `${phase} ${year ?? '-'} ${yearly ? '年' : ''}${name} ${from ? `${shown(from)}→` : ''}${verb} ${shown(value)}`,
  );

test.each([
  ['年门诊量从10万人次上升至12万人次。', 'done - 年门诊量 10万人次→reach 12万人次'],
  ['到2025年底，平均住院日缩短到7.1天。', 'done 2025 平均住院日 ceiling 7.1天'],
  ['2025年门诊量达到52万人次。', 'done 2025 门诊量 reach 52万人次'],
  ['参保率始终保持在99%。', 'done - 参保率 keep 99%'],
  ['满意度90%以上。', 'done - 满意度 is 90%'],
  ['药占比由2020年的36%下降到2025年的29%。', 'done 2025 药占比 36%→ceiling 29%'],
  ['每年投入不少于300万元。', 'done - 年投入 floor 300万元'],
])('%s', (text, mention) => expect(mentions(text)).toEqual([mention]));

test.each(['医院为三级甲等。', '组织三次培训。', '加强管理，提高质量。', '第三次大会。'])(
  '%s states none',
  (text) => expect(mentions(text)).toEqual([]),
);

test('a target stands among the tasks', () => {
  expect(mentions('加强管理。', '到2030年，门诊量力争达到60万人次，出院达到3万人次。')).toEqual([
    'planned 2030 门诊量 reach 60万人次',
    'planned 2030 出院 reach 3万人次',
  ]);
});

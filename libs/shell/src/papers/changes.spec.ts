import { compared } from './changes.ts';

const BEFORE = ['一、目标', '到2030年，新增专科门诊36个。', '床位保持800张。', '三、保障', '加强领导。'].join(
  '\n',
);
const AFTER = [
  '一、目标',
  '到2030年，新增专科门诊31个。',
  '床位保持800张。',
  '三、保障',
  '每年监测评估一次。',
  '加强领导。',
].join('\n');
const GROUNDS = [
  { put: '31', ground: '数据更正' },
  { put: '到2030年，新增专科门诊31个。', ground: '影像科意见（第1号）' },
  { put: '每年监测评估一次。\n', ground: null },
];

test('each change stands at its place, with what it rests on as far as anybody has said', () => {
  const { rows, numbers, summary } = compared(BEFORE, AFTER, GROUNDS);
  expect(rows).toEqual([
    {
      place: '一、目标',
      how: '修改',
      before: '到2030年，新增专科门诊36个。',
      after: '到2030年，新增专科门诊31个。',
      numbers: ['新增专科门诊 36→31个'],
      ground: '影像科意见（第1号）',
    },
    { place: '三、保障', how: '新增', before: '', after: '每年监测评估一次。', numbers: [], ground: null },
  ]);
  expect(numbers).toEqual([{ name: '新增专科门诊', from: '36个', to: '31个' }]);
  expect(summary).toContain('新增1段');
});

test('a change that cannot be told apart rests on what all of them rest on, or on nothing that is known', () => {
  const removed = '一、目标\n床位保持800张。\n三、保障\n加强领导。';
  const same = [{ put: '', ground: '院长办公会意见' }];
  expect(compared(BEFORE, removed, same).rows.map(({ how, ground }) => [how, ground])).toEqual([
    ['删去', '院长办公会意见'],
  ]);
  expect(compared(BEFORE, removed, GROUNDS).rows[0]?.ground).toBeNull();
});

test('only spaces changed is no change', () => {
  expect(compared('一、目标\n甲乙丙丁。', '一、目标\n甲乙 丙丁。', []).rows).toEqual([]);
});

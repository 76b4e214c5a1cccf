import { isDoubled, isDoubledAcross, splitsWord } from './doubled.ts';

const at = (text: string): number => [...text].findIndex((sign, i, all) => sign === all[i + 1]);

test.each(['疫情输入入防控', '提升升服务能力'])('%s has a character too many', (text) => {
  expect(isDoubled(text, at(text))).toBe(true);
});

test.each([
  '人人参与',
  '牢牢把握',
  '扎扎实实推进',
  '实实在在',
  '公立医院院长',
  '加强管理理念',
  '目的的实现',
  '提高高质量',
  '在职职工',
  '建设设备',
  '手术术前',
  '甲乙',
])('%s has none', (text) => expect(isDoubled(text, Math.max(0, at(text)))).toBe(false));

test('across a line end it takes two whole words to be right', () => {
  expect(isDoubledAcross('全省防境外输入', '入疫情的重任')).toBe(true);
  expect(isDoubledAcross('加强公立医院', '院长负责制')).toBe(false);
  expect(isDoubledAcross('实现目的', '的过程')).toBe(false);
  expect(isDoubledAcross('加强管理', '提高质量')).toBe(false);
});

test('a line end within a word', () => {
  expect(splitsWord('瞄准国', '际型、研究型的方向')).toBe(true);
  expect(splitsWord('改善群众就医感受', '医院要加强管理')).toBe(false);
});

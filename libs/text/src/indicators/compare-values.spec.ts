import { compareValues } from './compare-values.ts';
import { readValue } from './read-value.ts';

const compare = (a: string, b: string): string | null => {
  const [first, second] = [readValue(a), readValue(b)];
  return first && second && compareValues(first, second);
};

test.each([
  ['0.8亿元', '8000万元'],
  ['95%', '95％'],
  ['950张', '950'],
  ['三级甲等', '三甲'],
  ['5级', '五级'],
  ['≥95%', '95%以上'],
  ['10名', '10人'],
  ['2小时', '120分钟'],
  ['高于全国平均水平', '超过全国平均水平'],
])('%s is %s', (a, b) => expect(compare(a, b)).toBe('equal'));

test.each([
  ['950张', '980张'],
  ['≥95%', '≥90%'],
  ['≥95%', '93%'],
  ['五级', '六级'],
  ['三级甲等', '三级乙等'],
  ['2～3个', '4个'],
  ['较2025年提高5个百分点', '较2025年提高3个百分点'],
])('%s is not %s', (a, b) => expect(compare(a, b)).toBe('contradict'));

test.each([
  ['≥95%', '96%'],
  ['950张', '950人'],
  ['95%', '5个百分点'],
  ['新增1个', '每年3个'],
  ['约200张', '205张'],
  ['五级以上', '六级'],
  ['三级甲等', '5级'],
  ['高于全国平均水平', '95%'],
  ['高于全国平均水平', '高于全省平均水平'],
])('%s and %s: nobody can tell', (a, b) => expect(compare(a, b)).toBe('unclear'));

import { readNumber, registerStream, wrongForm } from './register.ts';

test.each([
  ['云岭中医〔2020〕64号', { code: '云岭中医', year: 2020, seq: 64 }],
  ['某医〔1999〕1号', { code: '某医', year: 1999, seq: 1 }],
  ['某某市中医医院党委办公〔2026〕9999号', { code: '某某市中医医院党委办公', year: 2026, seq: 9999 }],
])('%s is a number', (written, parts) => {
  expect(readNumber(written)).toEqual(parts);
});

test.each([
  ['某医[2026]12号', '六角括号'],
  ['某医（2026）12号', '六角括号'],
  ['某医［2026］12号', '六角括号'],
  ['某医〔2026〕第12号', '第'],
  ['某医〔2026〕012号', '虚位'],
  ['某医〔26〕12号', '四位'],
  ['某医〔2026〕12号文', '其他字符'],
  ['医〔2026〕12号', '应当形如'],
  ['某医A〔2026〕12号', '应当形如'],
  ['某医〔1826〕12号', '应当形如'],
  ['某医〔2026〕10000号', '应当形如'],
  ['某医〔2026〕12', '应当形如'],
])('%s is not, and the refusal says why', (written, why) => {
  expect(readNumber(written)).toBeNull();
  expect(wrongForm(written)).toMatchObject({ rule: 'issue.number-form', facts: { length: written.length } });
  expect(wrongForm(written).said.zh).toContain(why);
});

test('a register is one per code and year', () => {
  const derive = (name: string) => name;
  const of = (code: string, year: number) => registerStream(derive, { code, year, seq: 1 });
  expect(of('某医', 2026)).toBe('register/register/某医/2026');
  expect(new Set([of('某医', 2026), of('某医', 2027), of('某医办', 2026)]).size).toBe(3);
});

import { evolve, initial } from '../../machine.ts';
import {
  nextSeq,
  readNumber,
  registerMachine,
  registerStream,
  wrongForm,
  writeNumber,
  type RegisterState,
} from './register.ts';

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
  const of = (code: string, year: number) => registerStream(derive, { code, year });
  expect(of('某医', 2026)).toBe('register/register/某医/2026');
  expect(new Set([of('某医', 2026), of('某医', 2027), of('某医办', 2026)]).size).toBe(3);
});

const entry = (type: string, seq: number, issue = 'a') => ({
  type,
  data: { code: '某医', year: 2026, seq, number: `某医〔2026〕${seq}号`, issue },
});
const fold = (...facts: readonly ReturnType<typeof entry>[]): RegisterState =>
  facts.reduce(
    (state, fact) => evolve(registerMachine, state, fact),
    initial(registerMachine),
  ) as RegisterState;

test('the next number comes after the largest, void ones included, and not after those given up', () => {
  expect(nextSeq(undefined)).toBe(1);
  expect(nextSeq(fold(entry('NumberTaken', 1), entry('NumberTaken', 2)))).toBe(3);
  expect(nextSeq(fold(entry('NumberTaken', 1), entry('NumberVoided', 1)))).toBe(2);
  expect(nextSeq(fold(entry('NumberTaken', 1), entry('NumberReleased', 1)))).toBe(1);
});

test('a void number stays, and only its own issue gives one up', () => {
  const state = fold(entry('NumberTaken', 1), entry('NumberVoided', 1));
  expect(state.context.taken).toEqual([{ seq: 1, number: '某医〔2026〕1号', issue: 'a', voided: true }]);
  for (const refused of [entry('NumberTaken', 1), entry('NumberVoided', 1), entry('NumberReleased', 1)])
    expect(() => evolve(registerMachine, state, refused)).toThrow('does not fit');
  const others = fold(entry('NumberTaken', 1, 'b'));
  expect(() => evolve(registerMachine, others, entry('NumberReleased', 1))).toThrow('does not fit');
});

test('what is written is read again', () => {
  const parts = { code: '云岭中医', year: 2026, seq: 9999 };
  expect(readNumber(writeNumber(parts))).toEqual(parts);
});

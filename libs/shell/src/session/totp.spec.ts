import { base32, matchingStep, recoveryCodes, stepOf, totp } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code is that of RFC 6238, appendix B', (seconds, code) => {
  expect(totp(SECRET, stepOf(seconds * 1000), 8)).toBe(code);
});

test.each([
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
])('the codes of RFC 4226, appendix D: %s', (code) => {
  const codes = Array.from({ length: 10 }, (_, step) => totp(SECRET, step));
  expect(codes).toContain(code);
});

test('a code fits one step early or late, and no step that was taken', () => {
  const at = (step: number) => matchingStep(SECRET, totp(SECRET, step), 100, 98);
  expect([98, 99, 100, 101, 102].map(at)).toEqual([undefined, 99, 100, 101, undefined]);
  expect(matchingStep(SECRET, totp(SECRET, 100), 100, 100)).toBeUndefined();
  expect(matchingStep(SECRET, '', 100, 0)).toBeUndefined();
  expect(matchingStep(SECRET, '12345', 100, 0)).toBeUndefined();
});

test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %s is that of RFC 4648 without padding', (text, code) => {
  expect(base32(Buffer.from(text))).toBe(code);
});

test('there are ten recovery codes, of eighty random bits each', () => {
  const codes = recoveryCodes();
  expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
  expect(codes.every((code) => /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/.test(code))).toBe(true);
});

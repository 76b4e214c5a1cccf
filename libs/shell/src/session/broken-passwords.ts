/**
 * What is guessed first, in lower case. Anybody can carry a list of millions; this one is small on purpose: the delay
 * after failures keeps guessing to a few dozen a day, and these are the few dozen.
 */
const WORDS = `
  password passw0rd p@ssw0rd p@ssword pass1234 admin administrator administrator1 root guest welcome
  letmein changeme default system superuser superadmin qwerty qwertyuiop qwerasdf asdfghjkl zxcvbnm
  1qaz2wsx 1q2w3e4r qazwsx qazwsxedc iloveyou monkey dragon sunshine princess football baseball abc123
  a123456 woaini woaini1314 5201314 wo123456 aini1314 zhongguo beijing china yiyuan hospital mima
  mima123 guihua nihao nihao123 zaq12wsx test test1234 temp temp1234 hospital123
  yiyuan123 zyy zyy123 weijianwei`
  .trim()
  .split(/\s+/);
const BROKEN: ReadonlySet<string> = new Set(WORDS);

const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

/** Four or fewer different characters, a run along the keyboard, or a known word with digits and marks around it. */
export function isBroken(plain: string): boolean {
  if (new Set(plain).size <= 4) return true;
  if (ROWS.some((row) => row.includes(plain) || plain === row)) return true;
  const bare = plain.replaceAll(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '');
  return BROKEN.has(plain) || BROKEN.has(bare) || isTwice(plain, BROKEN);
}

const isTwice = (plain: string, words: ReadonlySet<string>): boolean => {
  const half = plain.slice(0, plain.length / 2);
  return half + half === plain && (words.has(half) || ROWS.some((row) => row.includes(half)));
};

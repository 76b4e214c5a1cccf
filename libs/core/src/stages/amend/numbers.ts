/** 个、项、家 …: a numeral in words is a number of the text when it counts something. */
const COUNTED = '个项家张名人所门级床例次篇批类支台件种万亿元倍成年院区甲乙等届番折岁分秒';
const HAN = '零〇一二两三四五六七八九十百千万亿';

/** With its sign and its magnitude: 3万元 and 3亿元 are two numbers, and so are 5 and -5. */
const NUMBER = new RegExp(
  [
    String.raw`[-－−]?[0-9０-９]+(?:[.．,，][0-9０-９]+)*[十百千万亿]*[%％‰倍]?`,
    String.raw`[${HAN}]+分之[${HAN}点]+`,
    String.raw`[${HAN}][${HAN}点]*(?=[${COUNTED}])`,
  ].join('|'),
  'gu',
);

/** Every number of a text in its order, as it is written; full-width digits count as plain ones. */
export const numbersOf = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)].map(({ 0: found, index }) => {
    // Behind a digit or a letter it is a hyphen: 2026-2030, H-7.
    const isJoined = /[0-9０-９A-Za-z]$/u.test(text.slice(0, index));
    return (isJoined ? found.replace(/^[-－−]/u, '') : found).normalize('NFKC');
  });

/**
 * Whether two texts say the same numbers in the same order. Moving a passage with numbers counts as a change: that two
 * tables changed places is for a person to say, not for a rule to overlook.
 */
export function sameNumbers(before: string, after: string): boolean {
  const [old, now] = [numbersOf(before), numbersOf(after)];
  return old.length === now.length && old.every((number, i) => number === now[i]);
}

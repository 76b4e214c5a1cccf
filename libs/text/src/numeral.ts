const DIGITS = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters of a Chinese numeral, for a class of a regular expression. */
export const HAN_NUMERAL = '零〇一二三四五六七八九十百千两';

/** What a numeral counts: `十四`, `二十`, `3`, `３`, `③`. Undefined for anything else. */
export function valueOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  if (/^[０-９]+$/.test(numeral))
    return Number([...numeral].map((digit) => digit.charCodeAt(0) - 0xff10).join(''));
  const circled = CIRCLED.indexOf(numeral);
  if (numeral.length === 1 && circled >= 0) return circled + 1;
  return hanValue(numeral.replaceAll('〇', '零').replaceAll('两', '二'));
}

function hanValue(numeral: string): number | undefined {
  if (!/^[零一二三四五六七八九十百千万]+$/.test(numeral)) return undefined;
  const [above, below] = numeral.includes('万') ? (numeral.split('万') as [string, string]) : ['', numeral];
  const high = above === '' ? 0 : belowTenThousand(above);
  return high * 10_000 + belowTenThousand(below);
}

function belowTenThousand(numeral: string): number {
  if (/^[零一二三四五六七八九]{2,}$/.test(numeral))
    return Number([...numeral].map((sign) => DIGITS.indexOf(sign)).join(''));
  let [sum, digit] = [0, -1];
  for (const sign of numeral) {
    const power = POWERS[sign];
    if (power === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit < 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  return sum + Math.max(0, digit);
}

/** A number up to 99 in Chinese numerals, as headings have it. */
export function inHan(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const high = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return high + (ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? ''));
}

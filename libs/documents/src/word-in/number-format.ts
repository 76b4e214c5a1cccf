const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 一、十一、二十、一百零五: as counted. */
function counted(
  value: number,
  digits = DIGITS.replace('〇', '零'),
  powers = ['', '十', '百', '千'],
): string {
  const places = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  places.forEach((digit, i) => {
    const power = powers[places.length - 1 - i] ?? '';
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? digits[0] : ''}${digits[digit]}${power}`;
      gap = false;
    }
  });
  return text.replace(/^一十/, '十');
}

/** 一〇五: digit by digit. */
const digitByDigit = (value: number): string =>
  [...String(value)].map((digit) => DIGITS[Number(digit)] ?? '').join('');

/** ①: one sign of a row of signs; beyond its end the number itself. */
const sign =
  (first: number, most: number) =>
  (value: number): string =>
    value >= 1 && value <= most ? String.fromCodePoint(first + value - 1) : String(value);

function circled(value: number): string {
  if (value === 0) return '⓪';
  if (value <= 20) return sign(0x2460, 20)(value);
  if (value > 50) return String(value);
  return value <= 35 ? sign(0x3251, 15)(value - 20) : sign(0x32b1, 15)(value - 35);
}

/** a … z, aa, bb … as Word counts. */
const letter =
  (first: number) =>
  (value: number): string =>
    String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)));

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  return text;
}

const row =
  (signs: string) =>
  (value: number): string =>
    signs[(value - 1) % signs.length] ?? '';

const fullWidth = (value: number): string =>
  [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

const FORMATS: { readonly [format: string]: (value: number) => string } = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: sign(0x2474, 20),
  decimalEnclosedFullstop: sign(0x2488, 20),
  ideographEnclosedCircle: sign(0x3280, 10),
  chineseCounting: (value) => counted(value),
  chineseCountingThousand: (value) => counted(value),
  japaneseCounting: (value) => counted(value),
  taiwaneseCounting: (value) => counted(value),
  taiwaneseCountingThousand: (value) => counted(value),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (value) => counted(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => counted(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographTraditional: row(STEMS),
  ideographZodiac: row(BRANCHES),
  lowerLetter: letter(0x61),
  upperLetter: letter(0x41),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  none: () => '',
};

/** A number as a list writes it; unknown formats as decimal, as Word shows them. */
export const numbered = (format: string, value: number): string =>
  value < 1 && format !== 'decimalEnclosedCircle' ? String(value) : (FORMATS[format] ?? String)(value);

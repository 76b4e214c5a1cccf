/** Units that are one, or multiples of one: each with its base unit and how many of that it is. */
const BASE: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  名: ['人', 1],
  位: ['人', 1],
  '㎡': ['平方米', 1],
  'm²': ['平方米', 1],
  m2: ['平方米', 1],
  日: ['天', 1],
  小时: ['分钟', 60],
  '‰': ['%', 0.1],
  百分比: ['%', 1],
};

/** What a unit counts in: `万人次` is 人次, ten thousand at a time. Empty for none (`—`, `/`). */
export function baseOf(unit: string): { readonly unit: string; readonly factor: number } {
  const plain = unit.replaceAll(/[\s—–/／-]/gu, '').replace('％', '%');
  const scale = /^[万亿]/u.exec(plain)?.[0];
  const rest = scale ? plain.slice(1) : plain;
  const [base, factor] = BASE[rest] ?? [rest, 1];
  return { unit: base, factor: factor * (SCALES[scale ?? ''] ?? 1) };
}

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Without what binary fractions leave behind: 1.1 × 10 000 is 11 000. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

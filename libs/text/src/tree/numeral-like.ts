import { HAN_NUMERAL, inHan } from '../numeral.ts';

const NUMERAL = new RegExp(`[①-⑳]|[0-9]+|[０-９]+|[${HAN_NUMERAL}]+`, 'gu');

/**
 * A label with another last number, in the script that it has: `（三）` and 4 give `（四）`, `2.3` gives `2.4`. Null
 * where that script has no such number (㉑ is read by nobody).
 */
export function relabelled(label: string, ordinal: number): string | null {
  const found = [...label.matchAll(NUMERAL)].at(-1);
  const numeral = found && numeralLike(found[0], ordinal);
  if (!found || !numeral) return null;
  return label.slice(0, found.index) + numeral + label.slice(found.index + found[0].length);
}

function numeralLike(like: string, value: number): string | null {
  if (/^[0-9]/.test(like)) return String(value).padStart(like.startsWith('0') ? like.length : 1, '0');
  if (/^[０-９]/.test(like))
    return String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (/^[①-⑳]/u.test(like)) return value <= 20 ? String.fromCodePoint(0x245f + value) : null;
  return value < 1000 ? hanBelowThousand(value) : null;
}

function hanBelowThousand(value: number): string {
  if (value < 100) return inHan(value);
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const head = `${inHan(hundreds)}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${inHan(rest)}`;
  return head + (rest < 20 ? `一${inHan(rest)}` : inHan(rest));
}

/** A prefix (`2.`, `2.3.`) with other numbers, each in its place. */
export function reprefixed(prefix: string, numbers: readonly string[]): string {
  let at = 0;
  return prefix.replaceAll(/\d+/g, (digits) => numbers[at++] ?? digits);
}

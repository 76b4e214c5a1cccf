import { HAN_NUMERAL, valueOf } from '../numeral.ts';
import type { Bounds } from './bounds.ts';
import { UNITS } from './units.ts';

/** A stated quantity: 20万人次, 3—5项, 90%以上, 约200张, 三个. */
export interface Value extends Bounds {
  /** Without 万 and 亿, which are in the number; `%` for a percentage; empty where none is given. */
  readonly unit: string;
  /** Whether 万 or 亿 was written. */
  readonly scaled: boolean;
}

const NUMERAL = `\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d{1,4})?|[${HAN_NUMERAL}]{1,8}`;
const UNIT = UNITS.join('|');

/** A quantity in a text; its parts are the groups that `valueFrom` reads. */
export const QUANTITY = `(?<about>约|近|大约)?\\s?(?<low>${NUMERAL})\\s?(?<scale1>[%％]|万|亿)?(?:\\s?[-—–~～至]+\\s?(?<high>${NUMERAL}))?\\s?(?<scale>[%％]|万|亿)?\\s?(?<more>余|多)?\\s?(?<unit>${UNIT})?\\s?(?<side>以上|以下|以内|左右|及以上)?`;

/** The same for an expression that has several, each with its groups under a name of its own. */
export const quantityNamed = (prefix: string): string => QUANTITY.replaceAll('(?<', `(?<${prefix}`);

type Groups = Readonly<Record<string, string | undefined>>;

/** Reads the groups of a match of `QUANTITY`. */
export function valueFrom(groups: Groups): Value | undefined {
  const low = numberOf(groups['low']);
  if (low === undefined) return undefined;
  const high = numberOf(groups['high']) ?? low;
  const scale = groups['scale'] ?? groups['scale1'] ?? '';
  const factor = FACTORS[scale] ?? 1;
  return {
    low: low * factor,
    high: high * factor,
    bound: boundOf(groups, low !== high),
    unit: /[%％]/u.test(scale) ? '%' : (groups['unit'] ?? ''),
    scaled: factor > 1,
  };
}

/** Reads the groups of a match of `quantityNamed`. */
export function valueNamed({ groups = {} }: RegExpExecArray, prefix: string): Value | undefined {
  const own = Object.entries(groups).filter(([key]) => key.startsWith(prefix));
  return valueFrom(Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])));
}

const FACTORS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

function numberOf(numeral: string | undefined): number | undefined {
  if (numeral === undefined) return undefined;
  const plain = numeral.replaceAll(/[,，]/gu, '');
  return /^\d/.test(plain) ? Number(plain) : valueOf(plain);
}

function boundOf(groups: Groups, isRange: boolean): Value['bound'] {
  if (isRange) return 'range';
  const side = groups['side'] ?? '';
  if (/以上/u.test(side)) return 'at-least';
  if (/以下|以内/u.test(side)) return 'at-most';
  return groups['about'] || groups['more'] || side === '左右' ? 'about' : 'exact';
}

/** A quantity for a sentence: 22万, 99%, 3—5项. */
export function shown({ low, high, unit, scaled }: Value): string {
  const one = (value: number): string => (scaled ? `${value / 10_000}万` : String(value));
  return `${one(low)}${high === low ? '' : `—${one(high)}`}${unit}`;
}

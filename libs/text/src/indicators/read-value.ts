import { valueOf } from '../numeral.ts';
import { readGrade } from './grade.ts';
import type { IndicatorValue, Measure, Measured } from './indicator-value.ts';
import { baseOf, rounded } from './measure.ts';
import { QUANTITY, valueFrom, type Value } from './value.ts';

/** What is known of a cell besides what it says. */
export interface Around {
  /** The unit of its row, with its 万: 165 in 万人次 is 1 650 000. */
  readonly unit?: string;
  readonly measure?: Measure;
}

/**
 * Reads one value as a cell or a sentence has it: 95%以上, ≥950张, 2～3, 新增6人, 0.8亿元, 三级甲等, 前30%,
 * 较2025年提高5个百分点. Null for what is no value, and for what says more than one.
 */
export function readValue(text: string, around: Around = {}): IndicatorValue | null {
  const plain = text
    .replaceAll(/[\s\u3000]/gu, '')
    .replaceAll('％', '%')
    .replaceAll(/[（(](?:20\d\d年底?|含.{1,8}|累计|预计)[）)]/gu, '')
    .replace(/。$/u, '');
  if (plain === '') return null;
  return readGrade(plain, around.unit ?? '') ?? readRelative(plain) ?? readMeasured(plain, around);
}

const THAN = '(?<than>.{0,14}?(?:平均|均值|中位|水平|标准|上年|同期|基期).{0,4}?)';
const COMPARED = new RegExp(`^(?<how>高于|超过|优于|低于|达到|不低于|接近|持平于|与)${THAN}(?:持平)?$`, 'u');
const MOVED =
  /^(?:较|比)(?<than>.{2,16}?)(?<how>提高|增加|增长|上升|提升|下降|降低|减少|缩短)(?:了|到)?(?<by>.+)$/u;

function readRelative(plain: string): IndicatorValue | null {
  const moved = MOVED.exec(plain)?.groups;
  if (moved) return movedBy(moved);
  const groups = COMPARED.exec(plain)?.groups;
  if (!groups) return null;
  const { than = '', how = '' } = groups;
  return { kind: 'relative', than, side: sideOf(how), by: null };
}

function movedBy({ than = '', how = '', by: much = '' }: Groups): IndicatorValue | null {
  const by = readMeasured(much.replace(/^约/u, ''), {});
  return by && { kind: 'relative', than, side: /^[下降减缩]/u.test(how) ? 'below' : 'above', by };
}

function sideOf(how: string): 'above' | 'below' | 'same' {
  if (how === '低于') return 'below';
  return /^(?:高于|超过|优于)$/u.test(how) ? 'above' : 'same';
}

const FLOOR = '不低于|不少于|大于等于|大于|超过|高于|至少|≥|＞|>=|>|达到|保持在?|稳定在';
const CEILING = '不超过|不高于|小于等于|小于|低于|≤|＜|<=|<|控制在|降至|降到';
const WHOLE = new RegExp(
  `^(?<counted>新增|净增|增加|每年|年均|年度|年|五年累计|累计|五年|规划期内)?(?<rank>(?:全国|全省|全市|国家|省级)?前)?(?:(?<floor>${FLOOR})|(?<ceiling>${CEILING}))?${QUANTITY}(?<points>个?百分点)?(?<permille>‰)?(?<yearly>[/／]年)?(?<within>以内|以上|以下)?$`,
  'u',
);
const RATIO = /^1[:：](?<other>\d{1,4}(?:\.\d{1,4})?)(?<side>以上|以内|以下)?$/u;

function readMeasured(plain: string, around: Around): Measured | null {
  const ratio = RATIO.exec(plain)?.groups;
  if (ratio) return ratioOf(ratio);
  const groups = WHOLE.exec(plain)?.groups;
  const value = groups && valueFrom(groups);
  if (!groups || !value || isWord(groups)) return null;
  return measured(value, groups, around);
}

type Groups = Readonly<Record<string, string | undefined>>;

const ratioOf = ({ other, side }: Groups): Measured => ({
  kind: 'measured',
  measure: 'ratio',
  low: Number(other),
  high: Number(other),
  bound: side === undefined ? 'exact' : (SIDES[side] ?? 'exact'),
  unit: '1:',
});

const SIDES: Readonly<Record<string, Measured['bound']>> = {
  以上: 'at-least',
  以内: 'at-most',
  以下: 'at-most',
};

/** 一批、一流: words that begin with a numeral and count nothing. */
const isWord = ({ low = '', unit, scale1, scale }: Groups): boolean =>
  !/^\d/u.test(low) && (valueOf(low) === undefined || !(unit ?? scale1 ?? scale));

function measured(value: Value, groups: Groups, around: Around): Measured {
  const { unit, factor } = unitOf(value, groups, around.unit ?? '');
  return {
    kind: 'measured',
    measure: measureOf(groups, unit) ?? around.measure ?? null,
    low: rounded(value.low * factor),
    high: rounded(value.high * factor),
    bound: boundOf(value, groups),
    unit,
  };
}

/** The unit that is written, else that of the row with its 万. */
function unitOf(value: Value, groups: Groups, row: string) {
  if (groups['points']) return { unit: '百分点', factor: 1 };
  if (groups['permille']) return baseOf('‰');
  if (value.unit !== '') return baseOf(value.unit);
  const base = baseOf(row);
  return value.scaled && /^[\s]*[万亿]/u.test(row) ? { unit: base.unit, factor: 1 } : base;
}

function boundOf(value: Value, { floor, ceiling, within, rank }: Groups): Measured['bound'] {
  if (floor && !/^(?:达到|保持在?|稳定在)$/u.test(floor)) return 'at-least';
  if (ceiling || rank) return 'at-most';
  return SIDES[within ?? ''] ?? value.bound;
}

function measureOf({ counted = '', rank, yearly }: Groups, unit: string): Measure | null {
  if (rank) return 'rank';
  if (/增/u.test(counted)) return 'increment';
  if (/累计|五年|期/u.test(counted)) return 'per-period';
  if (counted !== '' || yearly) return 'per-year';
  return unit === '%' ? 'ratio' : null;
}

import { AKIN, FLOW, NEUTRAL } from '../dictionaries/indicator-names.ts';
import type { Mention } from './mention.ts';
import { PEOPLE } from './units.ts';

/** A name as it is compared: without words that do not make it another. */
export function keyOf(name: string): string {
  return name
    .replaceAll(NEUTRAL, '')
    .replaceAll('大学生', '学生')
    .replace(/^(?:年|新)(?=门|出院|住院|手术)/u, '')
    .replace(/(?:总量|数量|人次数|人数|例数|数)$/u, '');
}

/** same: one indicator. akin: one thing under names that may differ in what they count. */
export function kinship(a: Mention, b: Mention): 'same' | 'akin' | null {
  if (!areComparable(a, b)) return null;
  if (keyOf(a.name) === keyOf(b.name)) return 'same';
  return AKIN.some((names) => names.test(a.name) && names.test(b.name)) ? 'akin' : null;
}

function areComparable(a: Mention, b: Mention): boolean {
  const isShare = a.value.unit === '%';
  if (isShare !== (b.value.unit === '%')) return false;
  if (!isShare && a.yearly !== b.yearly && !areFlowsOfAYear(a, b)) return false;
  return isShare || a.value.unit === b.value.unit || (PEOPLE.has(a.value.unit) && PEOPLE.has(b.value.unit));
}

/** 2025年门诊量 and 年门诊量 are both of one year; without a year it may be a sum of several. */
const areFlowsOfAYear = (a: Mention, b: Mention): boolean =>
  [a, b].every(({ name, yearly, year }) => FLOW.test(name) && (yearly || year !== null));

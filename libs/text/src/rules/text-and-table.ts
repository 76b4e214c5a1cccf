import { canBothBe } from '../indicators/bounds.ts';
import { keyOf } from '../indicators/compare.ts';
import type { Mention } from '../indicators/mention.ts';
import { cellValue, rowsOf, type Row } from '../indicators/table.ts';
import { shown, type Value } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit } from '../checkup/rule.ts';

/** What sentences say of an indicator, before the plan and at its end. */
export interface Stated {
  readonly baselines: readonly Mention[];
  readonly targets: readonly Mention[];
}

/** What a sentence sets as the target or reports as the baseline, and what the table of the same text has. */
export function* againstTable({ baselines, targets }: Stated, plan: Plan): Generator<Hit> {
  const sides = [
    ['target', targets.filter((target) => isFinal(target, plan) && !target.from)],
    ['baseline', baselines.filter((baseline) => isLast(baseline, plan) && !baseline.from)],
  ] as const;
  for (const row of rowsOf(plan))
    for (const [column, mentions] of sides) {
      const value = cellValue(row, column);
      const others = value ? mentions.filter((mention) => differs(mention, row, value)) : [];
      yield* others.flatMap((mention) => (value ? [otherInTable(mention, value, row.line.number)] : []));
    }
}

/** A milestone on the way may well be another number. */
const isFinal = ({ year }: Mention, { period }: Plan): boolean => year === null || year === period?.to;

/** The baseline of the table is the year before the plan, and a value of another year says nothing of it. */
const isLast = ({ year, value }: Mention, { period }: Plan): boolean =>
  period !== null && year === period.from - 1 && value.bound === 'exact';

function differs(mention: Mention, { cells: { name = '', target: cell = '' } }: Row, value: Value): boolean {
  if (keyOf(mention.name) !== keyOf(name) || /新增|增加/u.test(cell)) return false;
  return mention.value.unit === value.unit && !isSaid(mention.value, value);
}

/** Two floors or two ceilings are one only where they are equal. */
function isSaid(stated: Value, value: Value): boolean {
  const isBound = stated.bound === value.bound && value.bound.startsWith('at-');
  return isBound ? stated.low === value.low : canBothBe(stated, value);
}

function otherInTable(mention: Mention, value: Value, line: number): Hit {
  const [now, was] = [shown(mention.value), shown(value)];
  return {
    at: placeIn(mention.paragraph, mention.start, mention.end),
    says: say(
      `“${mention.name}”此处为${now}，指标表（第${line}行）为${was}。`,
      `“${mention.name}” is ${now} here and ${was} in the table (line ${line}).`,
    ),
    also: [line],
  };
}

const RISEN =
  /(?<to>\d+(?:\.\d+)?)\s?[%％](?:以上)?，(?:比|较)20\d\d\s*年(?:年?底|年?末)?(?:提高|增加|上升|提升|降低|下降)(?:了)?\s?(?<by>\d+(?:\.\d+)?)\s?[%％]/gu;

/** 达到73%，比2025年提高4.8%, where the table has 68.2 and 73: percentage points are meant. */
export function* pointsByTable(plan: Plan): Generator<Hit> {
  for (const { found, at } of matches(plan.paragraphs, RISEN)) {
    const [to, by] = [Number(found.groups?.['to']), Number(found.groups?.['by'])];
    const row = rowsOf(plan).find((each) => isRise(each, to, by));
    if (!row) continue;
    const says = say(
      `按指标表（第${row.line.number}行），相差的是${by}个百分点，不是${by}%。`,
      `By the table (line ${row.line.number}) it is ${by} percentage points, not ${by} %.`,
    );
    yield { at, says, also: [row.line.number] };
  }
}

function isRise(row: Row, to: number, by: number): boolean {
  const [was, now] = [cellValue(row, 'baseline'), cellValue(row, 'target')];
  if (!was || !now || was.unit !== '%' || now.low !== to) return false;
  return Math.abs(Math.abs(to - was.low) - by) < 1e-6;
}

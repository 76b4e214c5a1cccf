import { LESS_IS_BETTER, NO_DIRECTION } from '../dictionaries/indicator-names.ts';
import { cellValue, rowsOf, type Row } from '../indicators/table.ts';
import { shown, type Value } from '../indicators/value.ts';
import type { Plan } from '../plan.ts';
import { matches, say, wholeLine, type Hit, type Rule, type Said } from '../checkup/rule.ts';

const EMPTY = /^[\s/／—–-]*$/u;

/** Rows that name an indicator with a value; headings within a table are none. */
function* rowsWith(plan: Plan): Generator<Row> {
  for (const row of rowsOf(plan)) {
    const { name = '', target = '' } = row.cells;
    if (!EMPTY.test(name) && !EMPTY.test(target)) yield row;
  }
}

function rule(id: string, why: Said, mend: Said, judge: (row: Row) => Said | undefined): Rule {
  return {
    id,
    severity: 'warning',
    origin: 'author',
    why,
    mend,
    *find(plan: Plan): Generator<Hit> {
      for (const row of rowsWith(plan)) {
        const says = judge(row);
        if (says) yield { at: wholeLine(row.line), says };
      }
    },
  };
}

/** IND_UNIT_MISSING: a row of the indicator table without a unit. */
export const tableUnit = rule(
  'IND_UNIT_MISSING',
  say('指标没有计量单位，无法考核。', 'An indicator without a unit cannot be examined.'),
  say('填写单位；无量纲的写“—”。', 'Fill in the unit; write — where it has none.'),
  (row) =>
    lacksUnit(row)
      ? say(`指标“${row.cells.name}”没有单位。`, `The indicator “${row.cells.name}” has no unit.`)
      : undefined,
);

/** A unit in brackets behind the name is one; a value, an index and a ratio have none. */
function lacksUnit({ columns, cells: { name = '', unit = '', target = '' } }: Row): boolean {
  if (!columns.includes('unit') || unit !== '' || /[（(].+[）)]|指数|CMI|比$|级/u.test(name)) return false;
  return /^[≥≤><]?\d+(?:\.\d+)?$/u.test(target);
}

/** IND_BASELINE_MISSING: a row without the value that it starts from. */
export const tableBaseline = rule(
  'IND_BASELINE_MISSING',
  say('没有基期值，无法判断目标是否合理。', 'Without a baseline nobody can judge the target.'),
  say('填写基期值；没有的写“/”并说明。', 'Fill in the baseline, or / with a reason.'),
  ({ columns, cells: { name = '', baseline = '', target = '' } }) =>
    columns.includes('baseline') && baseline === '' && /\d/.test(target) && !/新增/u.test(target)
      ? say(`指标“${name}”没有基期值。`, `The indicator “${name}” has no baseline.`)
      : undefined,
);

/** IND_OWNER_MISSING: a row that nobody is responsible for, in a table that names who is. */
export const tableOwner = rule(
  'IND_OWNER_MISSING',
  say('指标没有责任科室，无人负责。', 'Nobody is responsible for the indicator.'),
  say('填写责任科室。', 'Name the department.'),
  ({ columns, cells: { name = '', owner = '' } }) =>
    columns.includes('owner') && EMPTY.test(owner)
      ? say(`指标“${name}”没有责任科室。`, `The indicator “${name}” has no department.`)
      : undefined,
);

/** IND_NOT_MEASURABLE: a target that no number, grade or state of completion tells. */
export const tableMeasure: Rule = {
  ...rule(
    'IND_NOT_MEASURABLE',
    say('目标没有数值或可判定的状态，期末无法考核。', 'Nobody can tell in the end whether it was reached.'),
    say('改为数值、等级或完成状态。', 'Give a number, a grade or a state.'),
    ({ cells: { name = '', target = '' } }) =>
      /^(?:逐步|逐年|持续|不断|进一步|稳步|明显|显著|有所|较大|大幅)?(?:提高|提升|增加|增长|改善|优化|完善|加强|下降|降低)$/u.test(
        target,
      )
        ? say(
            `指标“${name}”的目标“${target}”无法衡量。`,
            `The target “${target}” of “${name}” cannot be measured.`,
          )
        : undefined,
  ),
  severity: 'advice',
};

/** IND_OWNER_MISSING in a sentence: 责任部门： and then nothing. */
export const ownerBlank: Rule = {
  id: 'IND_OWNER_MISSING',
  severity: 'warning',
  origin: 'author',
  why: say('没有写明责任部门，任务无人负责。', 'Nobody is named as responsible.'),
  mend: say('填写责任部门。', 'Name the department.'),
  *find({ paragraphs }: Plan): Generator<Hit> {
    const blank =
      /(?<lead>^|[，；（。\s])(?:责任|牵头|配合|主责)(?:部门|科室|单位|领导|人)[：:][\s\u3000]*(?=[，。；）]|$)/gu;
    for (const { found, at, paragraph } of matches(paragraphs, blank)) {
      // A heading 责任部门： may have its list below.
      if (found.index === 0 && found[0].trim() === paragraph.text.trim()) continue;
      yield {
        at,
        says: say(`“${found[0].trim()}”之后空缺。`, `Nothing stands behind “${found[0].trim()}”.`),
      };
    }
  },
};

/** IND_TARGET_BELOW_BASELINE within one row. */
export const tableTarget = rule(
  'IND_TARGET_BELOW_BASELINE',
  say('目标值差于基期值，等于规划倒退。', 'The target is worse than the baseline.'),
  say('核实基期值与目标值；确需调低的，写明理由。', 'Check both values; where it is meant, say why.'),
  (row) => {
    const { name = '', target = '' } = row.cells;
    const [was, now] = [cellValue(row, 'baseline'), cellValue(row, 'target')];
    if (!was || !now || !isWorse({ name, target, was, now })) return undefined;
    const [from, to] = [shown(was), shown(now)];
    return say(
      `指标“${name}”目标${to}差于基期${from}。`,
      `“${name}”: the target ${to} is worse than ${from}.`,
    );
  },
);

interface Step {
  readonly name: string;
  readonly target: string;
  readonly was: Value;
  readonly now: Value;
}

function isWorse({ name, target, was, now }: Step): boolean {
  if (was.unit !== now.unit || /新增|增加|增长/u.test(name + target)) return false;
  if (isKept({ name, target, was, now })) return false;
  if (LESS_IS_BETTER.test(name)) return was.high > 0 && now.low > was.high;
  return now.high < was.low && !NO_DIRECTION.test(name) && !/[≤<]/u.test(target);
}

/** 左右 and 稳定在 leave room. */
const isKept = ({ target, was, now }: Step): boolean =>
  (now.bound === 'about' || /稳定|保持|左右/u.test(target)) &&
  now.low <= was.high * 1.05 &&
  now.high >= was.low * 0.95;

import { COMPLEMENTS, DISJOINT_SERIES, INSTITUTIONS } from '../dictionaries/disjoint-series.ts';
import { before, figuresIn, isExact, type Figure } from '../indicators/figures.ts';
import { shown } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit, type Severity } from '../checkup/rule.ts';

/** Between a whole and the row of its parts: 20家，其中 and 20家机构中，. */
const OPENS = /^(?:[^，。；、\d（）]{0,8}[，（]\s?其中[:：]?|[^，。；、\d（）]{0,8}中，)$/u;

/** One part of a row: 主任医师9人. */
interface Part {
  readonly name: string;
  readonly figure: Figure;
}

/** A whole, the row behind 其中, and where in the paragraph they stand. */
interface Split {
  readonly whole: Figure;
  readonly row: readonly Part[];
  /** What the whole is of: the words in front of it. */
  readonly of: string;
  /** 20家机构中，: each of them is looked at. */
  readonly isAll: boolean;
  readonly end: number;
}

/** X共A，其中a项、b项: the parts are more than the whole, or with 其他 are not the whole. */
export function* partsOfWhole({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'aside' || !paragraph.text.includes('中')) continue;
    for (const split of splitsIn(paragraph.text)) {
      const fault = faultOf(split);
      if (fault) yield { at: placeIn(paragraph, split.whole.start, split.end), ...fault };
    }
  }
}

function splitsIn(text: string): readonly Split[] {
  const figures = figuresIn(text);
  return [...text.matchAll(/其中[:：]?|中，/gu)].flatMap((found) => {
    const from = found.index + found[0].length;
    const whole = figures.findLast(({ end }) => end <= found.index);
    if (!whole || whole.value.unit === '' || !OPENS.test(text.slice(whole.end, from))) return [];
    const row = rowFrom(text, from, figures, whole);
    const of = /[^，。；]*$/u.exec(before(text, whole.start))?.[0] ?? '';
    return [{ whole, row, of, isAll: !found[0].startsWith('其'), end: row.at(-1)?.figure.end ?? from }];
  });
}

const CLOSED = /^\s*(?:（[^（）]{1,12}）)?\s*(?=[、，。；）和及与]|以及|$)/u;

/** Each part is a name and a quantity of the same unit; what is anything else ends the row. */
function rowFrom(text: string, from: number, figures: readonly Figure[], whole: Figure): readonly Part[] {
  const row: Part[] = [];
  let at = from;
  for (const figure of figures.filter(({ start }) => start >= from)) {
    const name = nameIn(text.slice(at, figure.start), row.length === 0);
    const closed = CLOSED.exec(text.slice(figure.end, figure.end + 20));
    if (name === undefined || !closed || figure.value.unit !== whole.value.unit) break;
    row.push({ name, figure });
    at = figure.end + closed[0].length;
  }
  return row;
}

/** The name of a part, behind 、 or 和 where it is not the first; undefined for anything else. */
function nameIn(between: string, isFirst: boolean): string | undefined {
  const [, joint, name = ''] = /^([、和及与]|以及|，)?\s*([^，。；：）]*?)$/u.exec(between) ?? [];
  if (isFirst !== (joint === undefined) || !isName(name)) return undefined;
  return joint === '，' && !goesOn(name) ? undefined : name;
}

/** Of 按时完成、超额完成5项 the name is no list of verbs; years may be in a name, other numbers may not. */
const isName = (name: string): boolean =>
  name !== '' &&
  name.length <= 24 &&
  !/\d/u.test(name.replaceAll(/20\d\d|\d+岁/gu, '')) &&
  !/每|均|占|较|比/u.test(name);

/** Behind a comma only what must belong to the row does so. */
const goesOn = (name: string): boolean => isRest(name) || /^20\d\d/u.test(name);

const isRest = (name: string): boolean => /其他|其余|其它/u.test(name);

function faultOf(split: Split): Pick<Hit, 'says' | 'severity'> | undefined {
  const { whole, row } = split;
  const figures = [whole, ...row.map(({ figure }) => figure)];
  if (row.length < 2 || whole.value.unit === '%' || !figures.every(isExact)) return undefined;
  const sum = row.reduce((all, { figure }) => all + figure.value.low, 0);
  const over = sum - whole.value.low;
  if (Math.abs(over) <= slackOf(split) + 1e-6) return undefined;
  const severity = severityOf(split, over);
  return severity && { says: notTheSum(split, sum), severity };
}

function severityOf(split: Split, over: number): Severity | undefined {
  if (isComplete(split.row) || (over > 0 && areApart(split))) return 'warning';
  return isNear(split, over) ? 'advice' : undefined;
}

/** Nothing says that they are all, but they nearly come to the whole; 其中 may leave a few out. */
function isNear({ whole, row, isAll }: Split, over: number): boolean {
  const least = over < 0 && !isAll ? 0.03 : 0.1;
  return row.length >= 3 && Math.abs(over) <= least * whole.value.low;
}

/** Counts are exact; values with a fraction and in 万 or 亿 are rounded. */
function slackOf(split: Split): number {
  const { whole, row } = split;
  const all = [whole, ...row.map(({ figure }) => figure)];
  const steps = all.map(({ step, value }) => (step === 1 && !value.scaled ? 0 : step));
  // A budget is shared out in round sums.
  const several = isSpent(split.of, whole) ? 1 : all.length;
  return (Math.max(...steps) * several) / 2;
}

/** 其他 at the end takes in whatever is left; 门诊 and 急诊 are all there is. */
function isComplete(row: readonly Part[]): boolean {
  if (isRest(row.at(-1)?.name ?? '')) return true;
  const isPair = (names: readonly string[]): boolean =>
    names.every((name) => row.some((part) => part.name.startsWith(name)));
  return row.length === 2 && COMPLEMENTS.some(isPair);
}

/** What is in one part is in no other. */
function areApart({ row, of, whole }: Split): boolean {
  const names = row.map(({ name }) => name.replace(/^(?:引进|招聘|新增|完成|建成|获批?|立项)/u, ''));
  if (new Set(names).size < names.length) return false;
  const isSeries = (series: readonly string[]): boolean => {
    const members = names.map((name) => series.find((member) => name.startsWith(member)));
    return !members.includes(undefined) && new Set(members).size === names.length;
  };
  const areYears = names.every((name) => /^20\d\d/u.test(name));
  return DISJOINT_SERIES.some(isSeries) || areYears || areInstitutions(names) || isSpent(of, whole);
}

/** 3 hospitals, 7 centres and 10 stations: of other kinds, so none is counted twice. */
function areInstitutions(names: readonly string[]): boolean {
  const kinds = names.map((name) => INSTITUTIONS.find((kind) => name.endsWith(kind)));
  return !kinds.includes(undefined) && new Set(kinds).size === kinds.length;
}

/** What is spent on one thing is not spent on another. Income may be counted by several things at once. */
const isSpent = (of: string, { value }: Figure): boolean =>
  value.unit === '元' && /投入|投资|资金|经费|预算/u.test(of) && !/收入/u.test(of);

function notTheSum({ whole }: Split, sum: number): Hit['says'] {
  const real = Math.round(sum * 1000) / 1000;
  const [parts, stated] = [shown({ ...whole.value, low: real, high: real }), shown(whole.value)];
  return say(`各分项合计${parts}，与总数${stated}不符。`, `The parts come to ${parts}, not to ${stated}.`);
}

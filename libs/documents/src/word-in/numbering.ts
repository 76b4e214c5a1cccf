import { childOf, childrenOf, isOn, valueOf, type Element } from './element.ts';
import { numbered } from './number-format.ts';
import type { ListPlace, Styles } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1章`. */
  readonly text: string;
  readonly isDecimal: boolean;
  /** 1-based level after which it begins anew; 0 for never; undefined after any above. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
  readonly suffix: string;
}

interface List {
  /** What counts together. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** Writes the automatic numbers of a file, one paragraph after the other. */
export interface Numbering {
  /** The number of the next paragraph, `一、`, with what stands between it and the text; empty where it has none. */
  next(place: ListPlace | undefined, style: string | undefined): string;
}

/** Levels of a list in the format. */
const LEVELS = 9;

/** Reads numbering.xml; a file without it numbers nothing. */
export function numberingOf(root: Element | undefined, styles: Styles): Numbering {
  const lists = listsOf(root, styles);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(place, style) {
      const list = lists.get(place?.list ?? '');
      if (!place || !list) return '';
      const index = Math.min(levelOf(place, style, list), LEVELS - 1);
      const level = list.levels.get(index);
      if (!level) return '';
      const counts = counters.get(list.counter) ?? [];
      counters.set(list.counter, counts);
      startAnew(list, place.list ?? '', counts, begun);
      advance(counts, index, list.levels);
      return labelOf(level, counts, list.levels);
    },
  };
}

/** The level that says it belongs to the style, where the paragraph says none. */
function levelOf({ level }: ListPlace, style: string | undefined, { levels }: List): number {
  if (level !== undefined && level >= 0) return level;
  const own = [...levels].find(([, each]) => style !== undefined && each.style === style);
  return own?.[0] ?? 0;
}

/** 重新开始编号: a list of its own over the same counters sets them back once, where it comes first. */
function startAnew(list: List, id: string, counts: (number | undefined)[], begun: Set<string>): void {
  if (begun.has(id)) return;
  begun.add(id);
  for (const [level, start] of list.starts) counts[level] = start - 1;
}

function advance(counts: (number | undefined)[], index: number, levels: ReadonlyMap<number, Level>): void {
  const before = counts[index] ?? (levels.get(index)?.start ?? 1) - 1;
  counts[index] = before + 1;
  for (let below = index + 1; below < LEVELS; below += 1)
    if (beginsAnew(levels.get(below)?.restart, index)) counts[below] = undefined;
}

const beginsAnew = (restart: number | undefined, index: number): boolean =>
  restart === undefined || (restart > 0 && index < restart);

function labelOf(
  { text, format, isDecimal, suffix }: Level,
  counts: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): string {
  if (format === 'bullet') return '• ';
  const label = text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const level = levels.get(Number(digit) - 1);
    const value = counts[Number(digit) - 1] ?? level?.start ?? 1;
    return numbered(isDecimal ? 'decimal' : (level?.format ?? 'decimal'), value);
  });
  return label === '' ? '' : label + between(label, suffix);
}

/** After 一、 and （一） the text follows at once, whatever space the list keeps on the page; after 1.1 and 第一章 not. */
const between = (label: string, suffix: string): string =>
  suffix === 'nothing' || /[、．.，,：:）)】\]\s\u3000\p{No}]$/u.test(label) ? '' : ' ';

function listsOf(root: Element | undefined, styles: Styles): ReadonlyMap<string, List> {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((each) => [each.attributes.get('w:abstractNumId') ?? '', each]),
  );
  const nums = childrenOf(root, 'w:num');
  const abstractOf = (num: Element): string => valueOf(num, 'w:abstractNumId') ?? '';
  const linked = (id: string): string => {
    const link = valueOf(abstracts.get(id), 'w:numStyleLink');
    if (link === undefined) return id;
    const owner = [...abstracts].find(([, each]) => valueOf(each, 'w:styleLink') === link);
    const list = styles.listOf(link);
    const num = nums.find(({ attributes }) => attributes.get('w:numId') === list);
    return owner?.[0] ?? (num ? abstractOf(num) : id);
  };
  return new Map(
    nums.map((num) => {
      const counter = linked(abstractOf(num));
      return [num.attributes.get('w:numId') ?? '', listOf(num, counter, abstracts.get(counter))];
    }),
  );
}

function listOf(num: Element, counter: string, abstract: Element | undefined): List {
  const overrides = childrenOf(num, 'w:lvlOverride');
  const levels = new Map(childrenOf(abstract, 'w:lvl').map(level));
  for (const override of overrides) {
    const own = childOf(override, 'w:lvl');
    if (own) levels.set(...level(own));
  }
  const starts = overrides.flatMap((override) => {
    const start = valueOf(override, 'w:startOverride');
    return start === undefined ? [] : [[Number(override.attributes.get('w:ilvl')), Number(start)] as const];
  });
  return { counter, levels, starts: new Map(starts) };
}

function level(element: Element): readonly [number, Level] {
  const restart = valueOf(element, 'w:lvlRestart');
  const read: Level = {
    start: Number(valueOf(element, 'w:start') ?? 0),
    format: formatOf(element),
    text: valueOf(element, 'w:lvlText') ?? '',
    isDecimal: isOn(element, 'w:isLgl'),
    restart: restart === undefined ? undefined : Number(restart),
    style: valueOf(element, 'w:pStyle'),
    suffix: valueOf(element, 'w:suff') ?? 'tab',
  };
  return [Number(element.attributes.get('w:ilvl') ?? 0), read];
}

/** Newer formats stand beside the one that older programs know. */
function formatOf(element: Element): string {
  const chosen = childOf(childOf(element, 'mc:AlternateContent'), 'mc:Choice');
  return valueOf(chosen, 'w:numFmt') ?? valueOf(element, 'w:numFmt') ?? 'decimal';
}

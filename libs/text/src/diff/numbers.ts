import { hunksOf, type Hunk, type Range } from './hunks.ts';
import type { NumberChange, Run } from './part.ts';
import { behind, isEqual, nameOf, quantitiesOf, type Quantity } from './quantities.ts';

/** Where a passage begins: its line, and the character at which the words behind the number at its head do. */
interface Begin {
  readonly start: number;
  readonly line: number;
}

interface Place extends Begin {
  readonly text: string;
  /** Where its lines end. */
  readonly breaks: readonly number[];
}

function placeOf(runs: readonly Run[], gone: Run['kind'], begin: Begin): Place {
  const text = runs.map((run) => (run.kind === gone ? '' : run.text)).join('');
  return { ...begin, text, breaks: [...text.matchAll(/\n/g)].map(({ index }) => index) };
}

/** The quantities that a changed passage states otherwise. 八十张 become 80张 is no change. */
export function numberChanges(runs: readonly Run[], before: Begin, after: Begin): readonly NumberChange[] {
  const [a, b] = [placeOf(runs, 'in', before), placeOf(runs, 'out', after)];
  const seen = new Set<string>();
  return hunksOf(runs).flatMap((hunk) =>
    pairsIn(hunk, a, b).flatMap(([from, to]) => {
      const key = `${from.from} ${to.from}`;
      if (seen.has(key) || isEqual(from.value, to.value)) return [];
      seen.add(key);
      return [change(from, to, a, b)];
    }),
  );
}

/** As far around a change a quantity may reach. */
const AROUND = 16;

function touched({ text, start }: Place, { from, to }: Range): readonly Quantity[] {
  const window = [Math.max(start, from - AROUND), Math.min(text.length, to + AROUND)] as const;
  return quantitiesOf(text, window[0], window[1]).filter((each) =>
    from === to ? each.from <= from && from <= each.to : each.from < to && each.to > from,
  );
}

/** A quantity is not looked for behind more others than this. */
const AHEAD = 20;

/** The quantities at one place that went over into each other. */
function pairsIn(hunk: Hunk, a: Place, b: Place): readonly (readonly [Quantity, Quantity])[] {
  const [before, after] = [touched(a, hunk.a), touched(b, hunk.b)];
  const [one, other] = [before[0], after[0]];
  if (!one || !other) return [];
  if (before.length === 1 && after.length === 1 && isTight(hunk, one, other)) return [[one, other]];
  const named = after.map((to) => ({ to, name: nameOf(b.text, b.start, to) }));
  let next = 0;
  return before.flatMap((from) => {
    const name = nameOf(a.text, a.start, from);
    const isMeant = (each: (typeof named)[number]): boolean =>
      from.value.unit === each.to.value.unit && isSameThing(name, each.name);
    const at = named.slice(next, next + AHEAD).findIndex(isMeant);
    const found = at < 0 ? undefined : named[next + at];
    if (!found) return [];
    next += at + 1;
    return [[from, found.to] as const];
  });
}

/** Whether nothing but the quantity changed, and something of it or all of it did on both sides. */
function isTight(hunk: Hunk, one: Quantity, other: Quantity): boolean {
  const inside = (range: Range, { from, to }: Quantity): boolean => range.from >= from && range.to <= to;
  if (!inside(hunk.a, one) || !inside(hunk.b, other)) return false;
  // Something that was only put in beside a quantity is another one.
  const isAllNew = hunk.a.from === hunk.a.to && hunk.b.to - hunk.b.from === other.to - other.from;
  const isAllGone = hunk.b.from === hunk.b.to && hunk.a.to - hunk.a.from === one.to - one.from;
  return !isAllNew && !isAllGone;
}

const isSameThing = (one: string, other: string): boolean =>
  one !== '' && other !== '' && (one.endsWith(other) || other.endsWith(one));

function change(from: Quantity, to: Quantity, a: Place, b: Place): NumberChange {
  const lineAt = ({ breaks, line }: Place, at: number): number =>
    line + breaks.filter((each) => each < at).length;
  return {
    name: nameOf(b.text, b.start, to) || nameOf(a.text, a.start, from) || behind(b.text, to),
    from: from.text,
    to: to.text,
    unit: { from: from.value.unit, to: to.value.unit },
    line: { a: lineAt(a, from.from), b: lineAt(b, to.from) },
  };
}

/** `80→95万人次`: the unit once, where it stayed. */
export function shownChange({ name, from, to }: Pick<NumberChange, 'name' | 'from' | 'to'>): string {
  const unit = /[^\d零〇一二三四五六七八九十百千两]+$/u.exec(to)?.[0] ?? '';
  const first = unit !== '' && from.endsWith(unit) ? from.slice(0, -unit.length) : from;
  return `${name === '' ? '' : `${name} `}${first}→${to}`;
}

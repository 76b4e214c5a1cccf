/** How the numbers of one list look, from the outermost level in. */
export type Levels = readonly { readonly format: string; readonly text: string; readonly start: number }[];

const DIGITS = '零一二三四五六七八九';

/** 1 → 一, 12 → 十二, 30 → 三十; above 99 as digits. */
export function chinese(n: number): string {
  if (n > 99) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return head + (ones === 0 && head !== '' ? '' : (DIGITS[ones] ?? ''));
}

const drawn = (n: number, format: string): string =>
  /chinese|ideograph/i.test(format) ? chinese(n) : String(n);

/** Counts the paragraphs of lists and answers what Word draws before each; nothing where it draws a dot. */
export function numbering(lists: ReadonlyMap<string, Levels>): (list: string, level: number) => string {
  const counted = new Map<string, number[]>();
  return (list, level) => {
    const levels = lists.get(list);
    const own = levels?.[level];
    if (!levels || !own || own.format === 'bullet' || own.format === 'none') return '';
    const before = counted.get(list) ?? [];
    const counts = levels.slice(0, level + 1).map((each, i) => {
      const start = each.start - 1;
      return (before[i] ?? start) + (i === level || before[i] === undefined ? 1 : 0);
    });
    counted.set(list, counts);
    return own.text.replaceAll(/%(\d)/g, (_, place: string) =>
      drawn(counts[Number(place) - 1] ?? 1, levels[Number(place) - 1]?.format ?? 'decimal'),
    );
  };
}

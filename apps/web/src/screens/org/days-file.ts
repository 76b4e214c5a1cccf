/** What a file says of the days of a year. */
export interface ReadDays {
  readonly off: readonly { readonly from: string; readonly to: string }[];
  readonly worked: readonly string[];
}

const DAY = /^\d{4}-\d\d-\d\d$/u;

/**
 * Lines of a .csv: two days are off from the first to the last, one day is worked; a line without a day is a title.
 * @returns the number of the line that says neither
 */
export function readDays(text: string): ReadDays | { readonly line: number } {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.split(/[,，;\t]/u).map((cell) => cell.replace(/["\uFEFF]/gu, '').trim()));
  const off: { from: string; to: string }[] = [];
  const worked: string[] = [];
  for (const [n, cells] of lines.entries()) {
    const days = cells.filter((cell) => DAY.test(cell));
    const [from, to] = days;
    if (from !== undefined && to !== undefined) off.push({ from, to });
    else if (from !== undefined) worked.push(from);
    else if (n > 0 && cells.some((cell) => cell !== '')) return { line: n + 1 };
  }
  return { off, worked };
}

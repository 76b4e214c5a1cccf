/** A line of writing on a drawn page: where its foot stands and how many letters it has. */
export interface DrawnLine {
  /** Points from the top of the page. */
  readonly y: number;
  readonly letters: number;
  /** Points from the left edge of the page: of the first letter and of the last. */
  readonly from: number;
  readonly to: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const ORIGIN: Place = { x: 0, y: 0 };

/** Reads the places of letters out of a drawing of the compiler, for specs that measure pages. */
export function linesOfPage(svg: string): readonly DrawnLine[] {
  const groups: Place[] = [ORIGIN];
  const letters: Place[] = [];
  for (const line of svg.split('\n')) {
    const { x, y } = groups.at(-1) ?? ORIGIN;
    const [, along] = /<use [^>]*x="([\d.]+)"/.exec(line) ?? [];
    if (along !== undefined) letters.push({ x: x + Number(along), y });
    else if (line.includes('</g>')) groups.pop();
    else if (line.includes('<g') && !line.includes('/>')) groups.push(moved({ x, y }, line));
  }
  return [...Map.groupBy(letters, ({ y }) => Math.round(y * 10)).values()]
    .map(lineOf)
    .toSorted((a, b) => a.y - b.y);
}

function moved({ x, y }: Place, group: string): Place {
  const [, right, down] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(group) ?? [];
  return { x: x + Number(right ?? 0), y: y + Number(down ?? 0) };
}

function lineOf(row: readonly Place[]): DrawnLine {
  const places = row.map(({ x }) => x);
  return { y: row[0]?.y ?? 0, letters: row.length, from: Math.min(...places), to: Math.max(...places) };
}

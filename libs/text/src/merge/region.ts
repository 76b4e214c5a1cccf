import type { Base, BaseEdit } from './base-edit.ts';

/** Lines of the base that somebody changed, or the place between two lines, and all that was done there. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly BaseEdit[];
}

/** Groups edits that are about the same lines. Lines put in beside lines that another side took out are apart. */
export function regionsOf(edits: readonly BaseEdit[]): readonly Region[] {
  const regions: { from: number; to: number; edits: BaseEdit[] }[] = [];
  const ordered = edits.toSorted((x, y) => x.lines.from - y.lines.from || x.lines.to - y.lines.to);
  for (const edit of ordered) {
    const last = regions.at(-1);
    const { from, to } = edit.lines;
    if (last && (from < last.to || (from === last.from && to === last.to))) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else regions.push({ from, to, edits: [edit] });
  }
  return regions;
}

/** The text of a region after some edits that do not overlap, given in any order. */
export function textAfter({ text, starts }: Base, { from, to }: Region, edits: readonly BaseEdit[]): string {
  let [at, after] = [starts[from] ?? 0, ''];
  for (const edit of edits.toSorted((x, y) => x.from - y.from || x.to - y.to)) {
    after += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return after + text.slice(at, starts[to] ?? text.length);
}

/** The edits of all sides, the same one once; undefined where two of different sides meet. */
export function together(edits: readonly BaseEdit[]): readonly BaseEdit[] | undefined {
  const distinct = [...new Map(edits.map((edit) => [`${edit.from} ${edit.to} ${edit.text}`, edit])).values()];
  const ordered = distinct.toSorted((x, y) => x.from - y.from || x.to - y.to);
  let end = -1;
  const meets = ordered.some(({ from, to }) => {
    const isMet = from <= end;
    end = Math.max(end, to);
    return isMet;
  });
  return meets ? undefined : ordered;
}

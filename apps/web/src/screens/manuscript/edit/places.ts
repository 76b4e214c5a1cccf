import type { Shown } from './draft.ts';

const depthAt = (shown: readonly Shown[], at: number): number => shown[at]?.depth ?? 0;

/** Where the block ends that begins there: the first place that does not lie under it. */
function blockEnd(shown: readonly Shown[], at: number): number {
  let to = at + 1;
  while (depthAt(shown, to) > depthAt(shown, at)) to++;
  return to;
}

/** Behind which clause it stands once it is above its neighbour; null: in front of all; undefined: it is the first. */
export function placeAbove(shown: readonly Shown[], { id, depth }: Shown): string | null | undefined {
  let at = shown.findIndex((each) => each.id === id) - 1;
  while (depthAt(shown, at) > depth) at--;
  if (depthAt(shown, at) !== depth) return undefined;
  return shown[at - 1]?.id ?? null;
}

/** Behind which clause it stands once it is below its neighbour; undefined where it is the last. */
export function placeBelow(shown: readonly Shown[], { id, depth }: Shown): string | undefined {
  const next = blockEnd(
    shown,
    shown.findIndex((each) => each.id === id),
  );
  if (depthAt(shown, next) !== depth) return undefined;
  return shown[blockEnd(shown, next) - 1]?.id;
}

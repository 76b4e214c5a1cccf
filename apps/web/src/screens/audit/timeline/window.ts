/** Every row is as high as another, so that the place of each is known without drawing it. */
export const ROW_PX = 76;
/** Rows beyond the edges, for whoever scrolls fast. */
const SPARE = 6;

interface Sight {
  readonly top: number;
  readonly height: number;
}

/** The rows that are drawn: those in sight and a few around them; `end` is not among them. */
export function shownRows(
  { top, height }: Sight,
  all: number,
): { readonly begin: number; readonly end: number } {
  const begin = Math.max(0, Math.floor(top / ROW_PX) - SPARE);
  return { begin: Math.min(begin, all), end: Math.min(all, Math.ceil((top + height) / ROW_PX) + SPARE) };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Longer than this is walked by days. */
const LONG_MS = 14 * DAY_MS;

/** The places of a slider between two instants. */
export interface Steps {
  /** The last place; it is `end`, wherever the steps before it fall. */
  readonly count: number;
  placeOf(instant: string): number;
  instantAt(place: number): string;
}

/** Hours of a short time, days of a long one, from the first entry on. */
export function stepsOf(begin: string, end: string): Steps {
  const [least, most] = [Date.parse(begin), Date.parse(end)];
  const step = most - least > LONG_MS ? DAY_MS : HOUR_MS;
  const count = Math.max(1, Math.ceil((most - least) / step));
  return {
    count,
    placeOf: (instant) =>
      Date.parse(instant) >= most ? count : Math.max(0, Math.round((Date.parse(instant) - least) / step)),
    instantAt: (place) => new Date(Math.min(most, least + place * step)).toISOString(),
  };
}

import { addDays } from '../calendar.ts';
import type { WorkYear } from '../working-days.ts';

/** What an arrangement says of a day: 放假, 调休上班, or nothing. */
export type DaySaid = 'off' | 'worked' | null;

/** A Beijing day of which two arrangements of a year say different things. */
export interface ChangedDay {
  readonly day: string;
  readonly was: DaySaid;
  readonly now: DaySaid;
}

type Arrangement = Pick<WorkYear, 'off' | 'worked'>;

/** The days that differ between two arrangements, in their order; `before` is null where nothing was arranged. */
export function changedDays(before: Arrangement | null, after: Arrangement): readonly ChangedDay[] {
  const [was, now] = [saidIn(before ?? { off: [], worked: [] }), saidIn(after)];
  return [...new Set([...was.keys(), ...now.keys()])]
    .toSorted()
    .map((day) => ({ day, was: was.get(day) ?? null, now: now.get(day) ?? null }))
    .filter((each) => each.was !== each.now);
}

/** The longest holiday that is read day by day: a file with a wrong year is no reason to count through centuries. */
const LONGEST = 366;

function saidIn({ off, worked }: Arrangement): ReadonlyMap<string, DaySaid> {
  const said = new Map<string, DaySaid>();
  for (const { from, to } of off)
    for (let day = from, n = 0; day <= to && n < LONGEST; day = addDays(day, 1), n += 1) said.set(day, 'off');
  for (const day of worked) said.set(day, 'worked');
  return said;
}

import type { CaseProgress } from '../../api/generated/types.gen.ts';

/** How long a stage was to take and took, in natural days with both ends; null where a date is missing. */
export interface Duration {
  readonly title: string;
  readonly planned: number | null;
  readonly actual: number | null;
  readonly isOpen: boolean;
}

const DAY_MS = 86_400_000;
const days = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1;

/** @param lastDay the day that a date ends with; what stands open counts until `today` */
export function durationsOf(
  stages: CaseProgress['stages'],
  today: string,
  lastDay: (due: string) => string,
): readonly Duration[] {
  return stages.flatMap(({ title, state, entered, ended, planned }) => {
    if (entered === null) return [];
    const end = state === 'open' ? today : ended;
    const due = planned === null ? null : lastDay(planned);
    return [
      {
        title,
        planned: due === null || due < entered ? null : days(entered, due),
        actual: end === null || end < entered ? null : days(entered, end),
        isOpen: state === 'open',
      },
    ];
  });
}

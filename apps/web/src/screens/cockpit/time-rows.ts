import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { dayIn, lastDayIn } from '../../charts/gantt-scale.ts';
import type { Language } from '../../words/language.tsx';
import { stateIn } from '../../words/marks.ts';
import type { Passed } from './passed.ts';

/** One line of the 期限表; days are Beijing's (2026-03-05). */
export interface TimeRow {
  readonly key: string;
  readonly title: string;
  /** Where it stands, in words. */
  readonly words: string;
  readonly state: 'waiting' | 'open' | 'closed';
  /** The last day of its date. */
  readonly planned: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly late: boolean;
  /** Whether it lies within the stage above it. */
  readonly isPart: boolean;
  /** Every day that it needs room for. */
  readonly days: readonly string[];
}

const daysIn = (...days: readonly (string | null)[]): readonly string[] => days.flatMap((day) => day ?? []);

export function stageRow(stage: Passed<CaseProgress['stages'][number]>, language: Language): TimeRow {
  const { id, title, state, entered, ended } = stage;
  const planned = stage.planned === null ? null : lastDayIn(stage.planned);
  const to = state === 'closed' ? ended : null;
  return {
    key: id,
    title,
    words: stateIn(stage, language),
    state,
    planned,
    from: entered,
    to,
    late: stage.overdue || isBeyond(to, planned),
    isPart: false,
    days: daysIn(planned, entered, to),
  };
}

export function chapterRow(chapter: CaseProgress['chapters'][number]): TimeRow {
  const { no, label, words, due, received, overdue, owners } = chapter;
  const planned = due === null ? null : lastDayIn(due);
  const to = received === null ? null : dayIn(received);
  return {
    key: `chapter ${no}`,
    title: `${no}. ${label}`,
    words: [words, ...owners].join(' · '),
    state: received === null ? 'open' : 'closed',
    planned,
    from: to,
    to,
    late: overdue || isBeyond(to, planned),
    isPart: true,
    days: daysIn(planned, to),
  };
}

interface Bar {
  readonly kind: 'done' | 'running' | 'over' | 'ahead';
  readonly first: string;
  readonly last: string;
}

/** What is drawn of a row: done, running until today, what went beyond its date, and what is still planned. */
export function barsOf(row: TimeRow, today: string): readonly Bar[] {
  const { state, planned, from, to } = row;
  const last = to ?? (state === 'open' ? today : null);
  if (from === null || last === null) return [];
  const kind = state === 'closed' ? 'done' : 'running';
  if (planned !== null && last > planned) return beyond({ kind, first: from, last }, planned);
  return [{ kind, first: from, last }, ...aheadOf(row, last)];
}

const beyond = ({ kind, first, last }: Bar, planned: string): readonly Bar[] =>
  first <= planned
    ? [
        { kind, first, last: planned },
        { kind: 'over', first: planned, last },
      ]
    : [{ kind: 'over', first, last }];

const aheadOf = ({ state, planned }: TimeRow, last: string): readonly Bar[] =>
  state === 'open' && planned !== null ? [{ kind: 'ahead', first: last, last: planned }] : [];

const isBeyond = (to: string | null, planned: string | null): boolean =>
  to !== null && planned !== null && to > planned;

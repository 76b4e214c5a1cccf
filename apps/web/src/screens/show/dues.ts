import { folder } from '@mouding/core';
import type { CannedRecord } from './record.ts';

/** One 科室发展规划 as it stood at the end of its day. */
export interface DueLine {
  readonly department: string;
  readonly isHandedIn: boolean;
}

export interface Dues {
  readonly title: string;
  /** The end of the day on which they were due. */
  readonly due: string;
  readonly lines: readonly DueLine[];
}

/** 应报／已报／未报: who had handed in when the day ended, folded from the record up to that moment. */
export function duesOf(record: CannedRecord): Dues {
  const { entries, procedure, bundle, org } = record;
  const requested = entries.filter(({ type }) => type === 'ContributionRequested');
  const due = dueOf(record);
  const lines = requested.map(({ stream }) => {
    const folding = folder(procedure).start(stream);
    for (const entry of entries) if (entry.stream === stream && entry.at < due) folding.apply(entry);
    const { item, obligations } = folding.rows();
    const name = org.departments.find(({ id }) => id === item?.department)?.name;
    const isOwed = obligations.some(({ verb }) => verb === 'contribution.submit');
    return { department: name ?? item?.label ?? '', isHandedIn: !isOwed };
  });
  return { title: bundle.manifest.case.title, due, lines };
}

/** The moment at which the day ended on which they were due. */
function dueOf({ entries, procedure }: CannedRecord): string {
  const first = entries.find(({ type }) => type === 'ContributionRequested');
  const folding = folder(procedure).start(first?.stream ?? '');
  if (first) folding.apply(first);
  return folding.rows().item?.due ?? '';
}

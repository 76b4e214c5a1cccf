import type { ReplyWith, ReturnedRow } from '../../api/generated/types.gen.ts';

/** One opinion as it will be given. */
export type Row = ReplyWith['opinions'][number];

/** Rows that were kept as a draft; whatever else lies there is no draft of ours. */
export function rowsOf(kept: string): readonly Row[] {
  try {
    const rows: unknown = JSON.parse(kept || '[]');
    return Array.isArray(rows) ? (rows as Row[]) : [];
  } catch {
    return [];
  }
}

/** A row of a returned form or a mark of a returned text as an opinion. */
export const rowOf = ({ about, clause, quote, sort, wording, proposed }: ReturnedRow): Row => ({
  about,
  clause,
  quote,
  sort,
  wording,
  ...(proposed === null ? {} : { proposed }),
});

/**
 * Who holds an obligation, as one string that a person's own list of holdings is matched against:
 * a capacity alone (`office`), a capacity in a department (`department-head@uuid`), one post (`post:uuid`),
 * one person whatever post they hold (`person:uuid`),
 * or a seat in a body by the body's key (`chair@party-committee`, `secretary@congress`).
 */
export type Holder = string;

/** One line of the work list that a stream stands for. A pure function of the folded state; belongs to one stream. */
export interface ItemRow {
  readonly kind: string;
  readonly id: string;
  /** The case that the stream serves, or null (org, person, procedure, register). */
  readonly case: string | null;
  readonly stage: string | null;
  /** Where it stands, a code word of the stream's machine, e.g. `open`, `submitted`. */
  readonly status: string;
  /** The title in Chinese, e.g. a chapter's name. Never a person's name. */
  readonly label: string;
  readonly department: string | null;
  readonly due: string | null;
  /** Order among siblings, e.g. a chapter's number. */
  readonly no: number | null;
}

/** Who owes what by when, derived from facts. Closed obligations have no row. */
export interface ObligationRow {
  /** Distinguishes several obligations of one stream, e.g. `sign-off`, or `reply:uuid` for one recipient. */
  readonly name: string;
  readonly holder: Holder;
  /** The command that settles it, e.g. `contribution.submit`. */
  readonly verb: string;
  readonly case: string | null;
  /** Law time in UTC, or null when no date is set. */
  readonly due: string | null;
}

/** What the read models keep of one stream at one version. */
export interface Rows {
  readonly item: ItemRow | null;
  readonly obligations: readonly ObligationRow[];
}

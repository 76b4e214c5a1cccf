import type { DeadlineRow } from '../batch.ts';
import type { LogReader } from '../log-reader.ts';
import type { Fault } from './faults.ts';

type Deadline = Omit<DeadlineRow, 'stream'>;

/** The deadlines of an institution as they are stored, and which the clock has answered. */
export interface StoredDeadlines {
  readonly rows: Map<string, readonly Deadline[]>;
  /** Keys of the clock's commands: `deadline/<stream>/<name>/<due>`. */
  readonly answered: ReadonlySet<string>;
}

interface RawDeadline {
  readonly stream: string;
  readonly name: string;
  readonly due: Date;
  readonly verb: string;
}

const ROWS =
  'select stream, name, due, verb from ledger.deadline where institution = ledger.institution() order by 1, 2';
const ANSWERED = `select key from ledger.command
  where institution = ledger.institution() and person = 'clock' and key like 'deadline/%'`;

/** Reads them whole: open deadlines are few, and answered ones are no more than what ever fell due. */
export async function storedDeadlines({ client }: LogReader): Promise<StoredDeadlines> {
  const stored = await client.query<RawDeadline>(ROWS);
  const answered = await client.query<{ key: string }>(ANSWERED);
  const rows = stored.rows.map(({ due, ...row }) => ({ ...row, due: due.toISOString() }));
  return {
    rows: Map.groupBy(rows, ({ stream }) => stream),
    answered: new Set(answered.rows.map(({ key }) => key)),
  };
}

/**
 * Compares the deadlines of one stream with what folding it gives. One that the clock has answered may be gone without
 * a fact that says so, and may be there because it was set once more for the same time.
 */
export function deadlineFaults(
  stream: string,
  version: number,
  folded: readonly Deadline[],
  { rows, answered }: StoredDeadlines,
): readonly Fault[] {
  const stored = rows.get(stream) ?? [];
  return [...new Set([...folded, ...stored].map(({ name }) => name))].flatMap((name) => {
    const should = folded.find((deadline) => deadline.name === name);
    const is = stored.find((deadline) => deadline.name === name);
    if (said(should) === said(is) || (!is && should && answered.has(keyOf(stream, should)))) return [];
    const detail = `deadline ${name} should be ${said(should)}, and is ${said(is)}`;
    return [{ stream, version, fault: 'deadline' as const, detail }];
  });
}

// One instant can be written in more than one way; the table keeps the instant.
const instant = ({ due }: Deadline): string => new Date(due).toISOString();
const said = (deadline: Deadline | undefined): string =>
  deadline ? `${instant(deadline)} ${deadline.verb}` : 'absent';
const keyOf = (stream: string, deadline: Deadline): string =>
  `deadline/${stream}/${deadline.name}/${instant(deadline)}`;

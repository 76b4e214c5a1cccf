import { isOffice, KINDS, type ItemRow, type Kind, type StreamName, streamName } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, seen, sees, type Reader } from '../queries/reader.ts';
import { placedEntries, type GatheredEntry } from './placed-entries.ts';

/** What the archive of a case is made from: all of it is what the reader may see. */
export interface Gathered {
  readonly caseId: string;
  readonly title: string;
  /** The streams of the case, the case first, with the sittings (会次) that its items were heard in. */
  readonly streams: readonly { readonly stream: StreamName; readonly kind: Kind; readonly id: string }[];
  /** The work list's lines of these streams. */
  readonly items: readonly Of<ItemRow>[];
  /** How many streams of the case the reader may not see. */
  readonly withheld: number;
  /**
   * The entries of these streams and of the house, in the order of the log; of whoever was erased, also the record of the
   * erasure, which shows why what the person said can be read no more.
   */
  readonly entries: readonly GatheredEntry[];
}

/**
 * Whoever keeps the file or audits it: entries go out byte for byte, with all that stands in them, not as the screens
 * show them to each reader.
 */
const mayExport = (reader: Reader): boolean =>
  inOwnRight(reader).some((capacity) => isOffice(capacity) || capacity.as === 'auditor');

/** @throws ProblemError not-found for what is not there and for whoever neither keeps the file nor audits it; busy while places in the log are waited for in vain */
export async function gather(reader: Reader, caseId: string): Promise<Gathered> {
  const { ledger, visitor } = reader;
  const exists = await asked(reader, (known) => known.state('case', caseId) !== undefined);
  if (!exists || !mayExport(reader) || !(await sees(reader, 'case', caseId)))
    throw new ProblemError('not-found');
  const items = await ledger.itemsOfCase(visitor.institution, caseId);
  const shown = await seen(reader, items);
  const own = streamName('case', caseId);
  const refusal = (await sees(reader, 'refusal', caseId)) ? [streamName('refusal', caseId)] : [];
  const all = [...new Set([own, ...refusal, ...shown.map(({ stream }) => stream)])];
  const house = streamName('org', visitor.institution);
  const told = await placedEntries(reader, [...all, house]);
  const sat = sittingsIn(told);
  const heard = (
    await seen(
      reader,
      sat.map((stream) => ({ stream })),
    )
  ).map(({ stream }) => stream);
  const entries = await withErased(reader, [...told, ...(await placedEntries(reader, heard))]);
  const there = new Set<string>(entries.map(({ entry }) => entry.stream));
  const rows = await ledger.items(visitor.institution, { streams: [...all, ...heard, house] });
  return {
    caseId,
    title: rows.find(({ stream }) => stream === own)?.label ?? '',
    streams: [...all, ...heard].filter((stream) => there.has(stream)).map(partsOf),
    items: rows,
    withheld: items.length - shown.length + sat.length - heard.length,
    entries,
  };
}

const inOrder = (entries: readonly GatheredEntry[]): readonly GatheredEntry[] =>
  entries.toSorted((one, other) => one.index - other.index);

/** 会次 belong to no case: the items of this one name those that they were put on, also where they were carried over. */
const sittingsIn = (entries: readonly GatheredEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ entry: { stream, data } }) => {
      const { sitting } = data;
      return stream.startsWith('meeting/') && typeof sitting === 'string' ? [sitting] : [];
    }),
  ),
];

/** With the streams of whoever was erased and has words sealed in them, also in the record of another's erasure; in order. */
async function withErased(
  reader: Reader,
  entries: readonly GatheredEntry[],
): Promise<readonly GatheredEntry[]> {
  const { ledger, visitor } = reader;
  const destroyed = await ledger.destroyedKeys(visitor.institution);
  const all = [...entries];
  const looked = new Set<string>();
  for (
    let more = erasedIn(all, destroyed, looked);
    more.length > 0;
    more = erasedIn(all, destroyed, looked)
  ) {
    for (const stream of more) looked.add(stream);
    all.push(...(await placedEntries(reader, more)));
  }
  return inOrder(all);
}

/** The streams of persons whose words stand sealed in these entries and whose key was destroyed, but for those known. */
export function erasedIn(
  entries: readonly { readonly entry: Pick<Entry, 'sealed'> }[],
  destroyed: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly string[] {
  const subjects = entries.flatMap(({ entry }) => entry.sealed.map(({ subject }) => subject));
  const gone = new Set(subjects.filter((subject) => destroyed.has(subject)));
  return [...gone].map((subject) => streamName('person', subject)).filter((stream) => !known.has(stream));
}

function partsOf(stream: string): Gathered['streams'][number] {
  const [name = '', id = ''] = stream.split('/');
  const kind = KINDS.find((each) => each === name);
  if (!kind) throw new Error(`${stream} is of no kind`);
  return { stream: streamName(kind, id), kind, id };
}

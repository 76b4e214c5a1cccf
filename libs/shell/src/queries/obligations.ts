import {
  ENTERING_WORDS,
  NOTING,
  VERB_WORDS,
  wordsOf,
  type Obligation,
  type ObligationPage,
  type ObligationQuery,
} from '@mouding/contract';
import {
  entersOwed,
  holdings,
  holdingsServed,
  owes,
  parseStream,
  stagesOf,
  whyDue,
  type ItemRow,
  type Known,
  type ObligationRow,
  type SaidStep,
  type StreamName,
} from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { pageAfter } from './cursor.ts';
import { asked, seen, type Reader } from './reader.ts';

/** 我的待办: what the reader's posts and seats owe, or what a secretary may enter for a leader, the overdue first, then by date, things of one case in their order. */
export async function myObligations(reader: Reader, query: ObligationQuery): Promise<ObligationPage> {
  const { ledger, visitor, held } = reader;
  const { institution } = visitor;
  const holders = await asked(reader, ({ org }) => [...holdings(org, held), ...holdingsServed(org, held)]);
  const found = await seen(reader, await ledger.obligationsOf(institution, [...new Set(holders)]));
  const owed = await asked(reader, (known) => found.flatMap((row) => mine(known, held, row)));
  const labels = await labelsOf(reader, owed);
  const now = await ledger.lawNow(institution);
  const rows = owed.filter((row) => isWanted(obligation(row, labels, now), query));
  const inOrder = placedBy(labels);
  const sorted = rows.toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
  const { items, page } = pageAfter(sorted, inOrder, query);
  const stages = await stagesOwed(reader, items);
  const reasons = await whyOf(reader, items);
  return {
    items: items.map((row, i) => ({
      ...obligation(row, labels, now),
      why: [...(reasons[i] ?? [])],
      ...stages.get(keyOf(row)),
    })),
    page,
  };
}

/** The row as the reader may settle it: by its own verb, or by the one that enters what a leader signed on paper. */
function mine(known: Known, held: Reader['held'], row: Of<ObligationRow>): readonly Of<ObligationRow>[] {
  if (owes(known, held, row)) return [row];
  const verb = entersOwed(known, held, row);
  return verb === null ? [] : [{ ...row, verb }];
}

/** Whether it is what was asked for; what is looked for is looked for in names, never in texts. */
function isWanted(row: Omit<Obligation, 'why'>, { of, q, case: only, late }: ObligationQuery): boolean {
  return (
    isOf(row.verb, of) &&
    (only === undefined || row.case?.id === only) &&
    (late === undefined || row.overdue) &&
    (q === undefined || namesOf(row).some(holds(q)))
  );
}

const isOf = (verb: string, of: ObligationQuery['of']): boolean =>
  of === undefined || NOTING.includes(verb) === (of === 'notes');

const namesOf = ({ label, words, case: of }: Omit<Obligation, 'why'>): readonly string[] => [
  label,
  words.zh,
  words.en,
  of?.title ?? '',
];

const holds =
  (q: string) =>
  (words: string): boolean =>
    words.toLowerCase().includes(q.toLowerCase());

/** How each date came to be, from the states of the streams that are owed about. */
const whyOf = (
  reader: Reader,
  rows: readonly Of<ObligationRow>[],
): Promise<readonly (readonly SaidStep[])[]> =>
  asked(reader, (known) =>
    // A row's stream is one that the ledger holds.
    rows.map(({ stream, name, due }) => whyDue(known, stream as StreamName, name, due)),
  );

const keyOf = ({ stream, name }: Of<ObligationRow>): string => `${stream} ${name}`;

/** The place of a row in the list, unique: by date, case, kind and number. */
const placedBy =
  (labels: ReadonlyMap<string, Of<ItemRow>>) =>
  (row: Of<ObligationRow>): string => {
    const { no = null, kind = '' } = labels.get(row.stream) ?? {};
    const number = String(no ?? 0).padStart(6, '0');
    return [row.due ?? '~', row.case ?? '', kind, number, keyOf(row)].join(' ');
  };

async function labelsOf(
  { ledger, visitor }: Reader,
  rows: readonly Of<ObligationRow>[],
): Promise<ReadonlyMap<string, Of<ItemRow>>> {
  const streams = rows.flatMap(({ stream, case: of }) => [stream, ...(of ? [`case/${of}`] : [])]);
  const items = await ledger.items(visitor.institution, { streams: [...new Set(streams)] });
  return new Map(items.map((item) => [item.stream, item]));
}

/** What a case owes is the end of one of its stages: named after the stage, since a case owes several. */
async function stagesOwed(
  reader: Reader,
  rows: readonly Of<ObligationRow>[],
): Promise<ReadonlyMap<string, { readonly label: string }>> {
  const labels = new Map<string, { readonly label: string }>();
  for (const row of rows.filter(({ stream }) => stream.startsWith('case/'))) {
    const hash = await asked(reader, (known) => known.state('case', row.case ?? '')?.context.procedure.hash);
    const { definition } = await reader.world.procedure(hash ?? '');
    const stage = stagesOf(definition).find(({ id }) => row.name.endsWith(`:${id}`));
    if (stage) labels.set(keyOf(row), { label: stage.title });
  }
  return labels;
}

/** What has no line of its own in a work list. */
const UNLABELLED: { readonly [kind: string]: string } = { org: '组织机构与岗位', person: '人员账号' };

const unlabelled = (stream: string): string => {
  const { kind } = parseStream(stream);
  return UNLABELLED[kind] ?? kind;
};

/** What is to be done, as the list calls it. */
const OWED_WORDS = { ...VERB_WORDS, ...ENTERING_WORDS };

function obligation(
  row: Of<ObligationRow>,
  items: ReadonlyMap<string, Of<ItemRow>>,
  now: string,
): Omit<Obligation, 'why'> {
  const { stream, name, verb, holder, due } = row;
  const title = row.case === null ? undefined : items.get(`case/${row.case}`)?.label;
  return {
    stream,
    name,
    verb,
    words: wordsOf(OWED_WORDS, verb),
    label: items.get(stream)?.label ?? unlabelled(stream),
    holder,
    case: row.case === null ? null : { id: row.case, title: title ?? '' },
    due,
    overdue: due !== null && due < now,
  };
}

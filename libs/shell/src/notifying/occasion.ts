import { VERB_WORDS, wordsOf } from '@mouding/contract';
import {
  addDays,
  dayOf,
  firstKind,
  holdings,
  parseStream,
  stagesOf,
  type Frame,
  type Occasion,
  type Said,
} from '@mouding/core';
import type { ClaimedMessage } from '@mouding/ledger';
import { asked, type Reader } from '../queries/reader.ts';

/** What a message needs to know of the obligation that it tells of. */
type Told = Pick<ClaimedMessage, 'stream' | 'name' | 'kind' | 'case' | 'due' | 'verb'>;

/** What a message is about, from the rows and the meeting as they stand at this moment. */
export async function occasionOf(reader: Reader, told: Told): Promise<Occasion> {
  const { kind, verb, due } = told;
  const label = await titleOf(reader, told);
  const of = told.case === null ? null : await labelOf(reader, `case/${told.case}`);
  const convened = kind === 'meeting' ? await convenedBy(reader, told.stream) : null;
  if (convened) return convened;
  if (kind === 'recorded') return { kind, label, case: of, due };
  const owed = { act: wordsOf(VERB_WORDS, verb), label, case: of, due };
  return kind === 'reminder'
    ? { kind, ...owed, others: await othersOf(reader, told) }
    : { kind: 'todo', ...owed };
}

/** A meeting on one item, or a sitting with several, as it is called. */
async function convenedBy(reader: Reader, stream: string): Promise<Occasion | null> {
  const { kind, id } = parseStream(stream);
  if (kind === 'sitting') {
    const sitting = await asked(reader, (known) => known.state('sitting', id)?.context);
    if (!sitting) return null;
    const { title: body, at, place, items } = sitting;
    return { kind: 'meeting', body, at, place, item: `共${items.length}项议题` };
  }
  const meeting = await asked(reader, (known) => known.state('meeting', id)?.context);
  if (!meeting) return null;
  const { at, place, item, rule } = meeting;
  return { kind: 'meeting', body: rule.title, at, place, item: item.title };
}

/** Natural days within which something else is near enough to be named by a reminder. */
const NEAR = 7;
const MOST_OTHERS = 20;

/** What else the person owes by a date that is near or has passed, the earliest first. */
async function othersOf(
  reader: Reader,
  { stream, name }: Told,
): Promise<readonly { readonly act: Said; readonly label: string; readonly due: string | null }[]> {
  const { ledger, visitor, held } = reader;
  const holders = await asked(reader, (known) => holdings(known.org, held));
  const until = addDays(dayOf(await ledger.lawNow(visitor.institution)), NEAR);
  const near = (await ledger.obligationsOf(visitor.institution, holders))
    .filter((row) => row.stream !== stream || row.name !== name)
    .filter(({ due, verb }) => due !== null && dayOf(due) <= until && firstKind(verb) === 'todo')
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .slice(0, MOST_OTHERS);
  return Promise.all(
    near.map(async (row) => ({
      act: wordsOf(VERB_WORDS, row.verb),
      label: await titleOf(reader, row),
      due: row.due,
    })),
  );
}

/** What a case owes is the end of one of its stages and is named after it; all else is named after its own line. */
async function titleOf(reader: Reader, { stream, name }: Pick<Told, 'stream' | 'name'>): Promise<string> {
  const { kind, id } = parseStream(stream);
  if (kind !== 'case') return labelOf(reader, stream);
  const hash = await asked(reader, (known) => known.state('case', id)?.context.procedure.hash);
  const { definition } = await reader.world.procedure(hash ?? '');
  return (
    stagesOf(definition).find((stage) => name.endsWith(`:${stage.id}`))?.title ?? labelOf(reader, stream)
  );
}

async function labelOf({ ledger, visitor }: Reader, stream: string): Promise<string> {
  const [item] = await ledger.items(visitor.institution, { streams: [stream] });
  return item?.label ?? (stream.startsWith('org/') ? '组织机构与岗位' : '');
}

/** What stands around every message of the institution. */
export async function frameOf(reader: Reader, page: string): Promise<Frame> {
  const { name, mode } = await asked(reader, (known) => known.org.context);
  return { institution: name, rehearsal: mode === 'rehearsal', page };
}

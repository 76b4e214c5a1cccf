import { VERB_WORDS, wordsOf } from '@mouding/contract';
import { parseStream, stagesOf, type Frame, type Occasion } from '@mouding/core';
import type { ClaimedMessage } from '@mouding/ledger';
import { asked, type Reader } from '../queries/reader.ts';

/** What a message needs to know of the obligation that it tells of. */
type Told = Pick<ClaimedMessage, 'stream' | 'name' | 'kind' | 'case' | 'due' | 'verb'>;

/** What a message is about, from the rows and the meeting as they stand at this moment. */
export async function occasionOf(reader: Reader, told: Told): Promise<Occasion> {
  const { kind, verb, due } = told;
  const label = await titleOf(reader, told);
  const of = told.case === null ? null : await labelOf(reader, `case/${told.case}`);
  if (kind === 'meeting') {
    const meeting = await asked(reader, (known) => known.state('meeting', parseStream(told.stream).id));
    if (meeting) {
      const { at, place, item, rule } = meeting.context;
      return { kind, body: rule.title, at, place, item: item.title };
    }
  }
  if (kind === 'recorded') return { kind, label, case: of, due };
  return { kind: kind === 'reminder' ? kind : 'todo', act: wordsOf(VERB_WORDS, verb), label, case: of, due };
}

/** What a case owes is the end of one of its stages and is named after it; all else is named after its own line. */
async function titleOf(reader: Reader, { stream, name }: Told): Promise<string> {
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
  return item?.label ?? '';
}

/** What stands around every message of the institution. */
export async function frameOf(reader: Reader, page: string): Promise<Frame> {
  const { name, mode } = await asked(reader, (known) => known.org.context);
  return { institution: name, rehearsal: mode === 'rehearsal', page };
}

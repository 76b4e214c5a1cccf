import { ladderOf, stagesOf, type ItemRow, type Ladder, type ObligationRow } from '@mouding/core';
import type { Of } from '@mouding/ledger';
import { asked, type Reader } from '../queries/reader.ts';

/** On which working days somebody is reminded of what is owed: the ladder of its stage, where its procedure has one. */
export async function ladders(
  reader: Reader,
  rows: readonly Of<ObligationRow>[],
): Promise<(row: Of<ObligationRow>) => Ladder | undefined> {
  const items = await reader.ledger.items(reader.visitor.institution, {
    streams: [...new Set(rows.map(({ stream }) => stream))],
  });
  const stageOf = new Map(items.map((item) => [item.stream, item]));
  const cases = new Set(rows.flatMap(({ case: of }) => (of === null ? [] : [of])));
  const set = new Map<string, Ladder>();
  for (const id of cases)
    for (const [stage, ladder] of await ofCase(reader, id)) set.set(`${id} ${stage}`, ladder);
  return ({ stream }) => set.get(keyOf(stageOf.get(stream)));
}

const keyOf = (item: Of<ItemRow> | undefined): string => `${item?.case ?? ''} ${item?.stage ?? ''}`;

async function ofCase(reader: Reader, id: string): Promise<readonly (readonly [string, Ladder])[]> {
  const hash = await asked(reader, (known) => known.state('case', id)?.context.procedure.hash);
  if (hash === undefined) return [];
  const { definition } = await reader.world.procedure(hash);
  return stagesOf(definition).flatMap((stage) =>
    'ladder' in stage.with ? [[stage.id, ladderOf(stage)] as const] : [],
  );
}

import type { PlaceNow } from '@mouding/contract';
import { parseStream, streamName, streamOf, withheld, type Known } from '@mouding/core';
import { entriesOf } from './entries.ts';
import { lookInto, placeNow } from './place-now.ts';
import { asked, sees, type Reader } from './reader.ts';
import { wordingOf } from './sealed-wording.ts';

/** Where the words that an opinion is about are in the text of now; how they read now only for who sees that text. */
export async function opinionPlace(reader: Reader, id: string): Promise<PlaceNow | null> {
  const found = await asked(reader, (known) => textsOf(known, id, reader.visitor.person));
  if (!found) return null;
  const all = await wordingOf(reader, await entriesOf(reader, streamName('opinion', id)));
  const quote = all.find(({ type }) => type === 'OpinionGiven')?.said?.['quote'];
  const about = { clause: found.clause, quote: typeof quote === 'string' ? quote : null };
  const place = placeNow(about, await lookInto(reader, found.sent), await lookInto(reader, found.text));
  const { manuscript, isHidden } = found;
  const shows =
    manuscript !== undefined && !isHidden && (await sees(reader, 'manuscript', parseStream(manuscript).id));
  return shows ? place : { ...place, now: null };
}

/** The text that was sent round, the text of now, and whether the reader left for the item (回避). */
function textsOf(known: Known, id: string, person: string) {
  const context = known.state('opinion', id)?.context;
  const of = context && known.state('case', context.case);
  if (!context || !of) return null;
  const text = of.context.texts.manuscript;
  return {
    clause: context.clause,
    sent: known.state('consultation', context.consultation)?.context.text ?? null,
    text,
    manuscript: streamOf(of, 'manuscript'),
    isHidden: text !== null && withheld(known, context.case, person).has(text.hash),
  };
}

import { OTHERS_KEPT, type DraftToKeep, type KeptDraft } from '@mouding/contract';

/**
 * The draft after one more was brought. Who had seen what is kept replaces it. Who had not (another machine wrote
 * meanwhile) does not lose a text to it either: the newer one is shown, the other stands beside it.
 *
 * @param now of the server, milliseconds; a clock that runs ahead must not win for ever
 */
export function mergedDraft(kept: KeptDraft, brought: DraftToKeep, now: number): KeptDraft {
  const writtenAt = new Date(Math.min(Date.parse(brought.writtenAt), now)).toISOString();
  const version = kept.version + 1;
  const mine = { text: brought.text, others: brought.others, writtenAt, version };
  if (brought.seen === kept.version || kept.writtenAt === null) return mine;
  const isNewer = writtenAt >= kept.writtenAt;
  const text = isNewer ? brought.text : kept.text;
  return {
    text,
    others: besides(text, [isNewer ? kept.text : brought.text, ...kept.others, ...brought.others]),
    writtenAt: isNewer ? writtenAt : kept.writtenAt,
    version,
  };
}

const besides = (shown: string, texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => text !== '' && text !== shown).slice(0, OTHERS_KEPT);

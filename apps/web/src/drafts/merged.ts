import type { KeptDraft } from '../api/generated/types.gen.ts';
import type { Kept } from './kept.ts';

/** As many as the server keeps. */
const OTHERS_KEPT = 2;

const besides = (shown: string, texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => text !== '' && text !== shown).slice(0, OTHERS_KEPT);

/** The server's copy as this machine keeps it; null when there is nothing worth keeping. */
export function fromServer({ text, others, writtenAt, version }: KeptDraft): Kept | null {
  if (text === '' && others.length === 0) return null;
  return { text, others, at: Date.parse(writtenAt ?? '') || 0, version, isPending: false };
}

/**
 * What this machine shows once it knows the server's copy. What was typed here and not sent yet is never given up: it
 * is brought to the server, which keeps both when they differ. Pure.
 */
export function whenSeen(local: Kept | null, remote: KeptDraft): Kept | null {
  if (!local) return fromServer(remote);
  // The server has forgotten it, or never knew it: this copy is the only one.
  if (remote.version === 0) return local.text === '' ? null : { ...local, version: 0, isPending: true };
  if (!local.isPending) return remote.version >= local.version ? fromServer(remote) : local;
  return local.text === remote.text ? fromServer(remote) : local;
}

/**
 * What this machine shows after it brought `sent` and was answered; `local` is what lies here by now. What was typed
 * meanwhile goes on from the answer, and a text of another machine that the answer holds stays beside it. Pure.
 */
export function whenKept(local: Kept | null, sent: Kept, answer: KeptDraft): Kept | null {
  if (!local || local.at === sent.at) return fromServer(answer);
  const theirs = answer.text === sent.text ? [] : [answer.text];
  return {
    ...local,
    version: answer.version,
    others: besides(local.text, [...theirs, ...answer.others]),
    isPending: true,
  };
}

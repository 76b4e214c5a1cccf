import type { Definition } from '@mouding/core';
import { keptDraft, setDraft } from '../../../drafts/kept.ts';
import { bring } from '../../../drafts/sync.ts';

/** Under what name the draft of a procedure is kept; one per person. */
export const draftName = (person: string, procedure: string): string => `${person}.procedure.${procedure}`;

export const hasDraft = (person: string, procedure: string): boolean =>
  (keptDraft(draftName(person, procedure))?.text ?? '') !== '';

/** Puts a definition that came from elsewhere in the place of the draft, which stays beside it. */
export function keepDraft(person: string, procedure: string, definition: Definition): void {
  const name = draftName(person, procedure);
  const before = keptDraft(name);
  const text = JSON.stringify(definition);
  const others = [before?.text ?? '', ...(before?.others ?? [])].filter((one) => one !== '' && one !== text);
  setDraft(name, {
    text,
    others: others.slice(0, 2),
    at: Date.now(),
    version: before?.version ?? 0,
    isPending: true,
  });
  bring(name);
}

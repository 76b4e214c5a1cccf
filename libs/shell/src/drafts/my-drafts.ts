import { KeptDraft, type DraftToKeep } from '@mouding/contract';
import { ProblemError } from '../problem/problem-error.ts';
import type { Reader } from '../queries/reader.ts';
import { mergedDraft } from './merged-draft.ts';

const NONE: KeptDraft = { text: '', others: [], writtenAt: null, version: 0 };
/** Two machines of one person meet now and then; more than a few times in a row they do not. */
const TRIES = 5;

/** What the reader has typed about something and not yet sent. */
export async function myDraft({ ledger, visitor }: Reader, about: string): Promise<KeptDraft> {
  const found = await ledger.drafts.get(visitor.institution, visitor.person, about);
  return found ? { ...KeptDraft.omit({ version: true }).parse(found.said), version: found.version } : NONE;
}

/** Keeps what the reader has typed, beside what another machine brought meanwhile. @throws ProblemError busy */
export async function keepMyDraft(reader: Reader, about: string, brought: DraftToKeep): Promise<KeptDraft> {
  const { institution, person } = reader.visitor;
  for (let tried = 0; tried < TRIES; tried++) {
    const next = mergedDraft(await myDraft(reader, about), brought, Date.now());
    const { version, ...said } = next;
    if (await reader.ledger.drafts.put(institution, person, about, { version, said })) return next;
  }
  throw new ProblemError('busy');
}

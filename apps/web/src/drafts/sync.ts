import { dataOf } from '../api/answer.ts';
import { getMyDraft, keepMyDraft } from '../api/generated/sdk.gen.ts';
import { keptDraft, pendingDrafts, setDraft } from './kept.ts';
import { whenKept, whenSeen } from './merged.ts';

/** After the last stroke: a sentence is brought once, not letter by letter. */
const REST_MS = 1500;
/** A person's id, and the dot after it. */
const OWNER = 37;

/** Who is signed in: drafts of anybody else stay where they lie. */
let present: string | null = null;
const resting = new Map<string, ReturnType<typeof setTimeout>>();
const underWay = new Set<string>();

const aboutOf = (subject: string): string => subject.slice(OWNER).replaceAll('/', ':');

/**
 * Whether a draft may leave this machine: votes may not, since until it is cast a vote is nobody's business; accounts
 * may not, since they hold passwords; and what is not of whoever is signed in may not.
 */
export const mayLeave = (subject: string): boolean => {
  const about = aboutOf(subject);
  if (present === null || !subject.startsWith(`${present}.`)) return false;
  return /^[A-Za-z0-9.:_-]{1,200}$/.test(about) && !/vote|ballot|^person/.test(about);
};

/** Brings a draft to the server soon; at once where there is nothing to wait for. */
export function bring(subject: string, waitMs = REST_MS): void {
  clearTimeout(resting.get(subject));
  resting.set(
    subject,
    setTimeout(() => void push(subject), waitMs),
  );
}

async function push(subject: string): Promise<void> {
  resting.delete(subject);
  const sent = keptDraft(subject);
  if (!sent?.isPending || !mayLeave(subject)) return;
  if (underWay.has(subject)) return bring(subject);
  underWay.add(subject);
  const { text, others, at, version } = sent;
  const body = { text, others: [...others], writtenAt: new Date(at).toISOString(), seen: version };
  // Without an answer it stays pending: it is brought with the next stroke, the next network, the next sign-in.
  const answer = await dataOf(keepMyDraft({ path: { about: aboutOf(subject) }, body })).catch(() => null);
  underWay.delete(subject);
  if (!answer) return;
  const next = whenKept(keptDraft(subject), sent, answer);
  setDraft(subject, next);
  if (next?.isPending) bring(subject);
}

/** Looks what another machine has kept. Without an answer what lies here is shown. */
export async function look(subject: string): Promise<void> {
  if (!mayLeave(subject)) return;
  const remote = await dataOf(getMyDraft({ path: { about: aboutOf(subject) } })).catch(() => null);
  if (!remote || underWay.has(subject)) return;
  const local = keptDraft(subject);
  const next = whenSeen(local, remote);
  if (JSON.stringify(next) !== JSON.stringify(local)) setDraft(subject, next);
  if (next?.isPending) bring(subject, 0);
}

/** Brings all that a person has written here while there was no network or no session, now and whenever one is back. */
export function keepBringing(person: string): () => void {
  present = person;
  const all = (): void => pendingDrafts(person).forEach((subject) => bring(subject, 0));
  const leaving = (): void => {
    if (document.visibilityState === 'hidden') all();
  };
  all();
  addEventListener('online', all);
  document.addEventListener('visibilitychange', leaving);
  return () => {
    present = null;
    removeEventListener('online', all);
    document.removeEventListener('visibilitychange', leaving);
  };
}

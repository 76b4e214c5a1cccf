import { act } from '../../api/act.ts';
import { answered } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { client } from '../../api/generated/client.gen.ts';
import type { CommandAnswer } from '../../api/generated/types.gen.ts';
import { PLURALS } from '@mouding/contract';
import { nextOf, refusedAs, withEntry, type Entry, type EntryState, type OnRecord } from './entry.ts';
import { changeEntries, readEntries } from './store.ts';

/** Why sending ended: nothing is left, a refusal waits for the secretary, no network, or nobody is signed in. */
export type Sent = 'all' | 'refused' | 'offline' | 'signed-out';

/** How often somebody else may come in between before one entry waits for the next round. */
const TRIES = 4;

/**
 * Sends what waits, one after another in the order in which it happened; a refusal stops it there. One window sends at
 * a time, and an entry keeps its key: a lost answer does not do it twice.
 */
export async function sendAll(shelf: string): Promise<Sent> {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined ? sendInOrder(shelf) : locks.request(shelf, () => sendInOrder(shelf));
}

async function sendInOrder(shelf: string): Promise<Sent> {
  for (;;) {
    const entries = await readEntries(shelf);
    const next = nextOf(entries);
    if (!next) return entries.some(({ state }) => state.at === 'refused') ? 'refused' : 'all';
    const came = await sendOne(next);
    if (typeof came === 'string') return came;
    await changeEntries(shelf, (all) => withEntry(all, next.key, { state: came }));
  }
}

async function sendOne(entry: Entry): Promise<EntryState | 'offline' | 'signed-out'> {
  for (let left = TRIES; left > 0; left -= 1) {
    const came = await tryOne(entry);
    if (!('failure' in came)) return { at: 'recorded', since: came.receipt?.at ?? null };
    const after = stateAfter(entry, came);
    if (after !== 'again') return after;
  }
  return 'offline';
}

/** A try that failed, and what the record said of the thing just before. */
interface Failed {
  readonly failure: Failure;
  readonly onRecord: OnRecord;
}

/** Each kind of failure as what becomes of the entry. What the server could not do at this moment is no refusal. */
function stateAfter(
  entry: Entry,
  { failure, onRecord }: Failed,
): EntryState | 'again' | 'offline' | 'signed-out' {
  if (failure.kind !== 'problem') return failure.kind;
  const { status, problem } = failure;
  if (status === 412) return 'again';
  return status >= 500 || status === 429 ? 'offline' : refusedAs(entry, problem, onRecord);
}

/** The version is the one of this moment: what is sent says what happened, and is not an answer to what was shown. */
async function tryOne({ verb, id, body, key }: Entry): Promise<CommandAnswer | Failed> {
  let onRecord: OnRecord = {};
  try {
    const plural = PLURALS[verb.split('.')[0] ?? ''] ?? '';
    const { data, etag } = await answered(
      client.get<{ 200: OnRecord }, unknown>({ url: `/v1/${plural}/${id}` }),
    );
    onRecord = data;
    return await act({ verb, id, body, seen: etag, key, post: null });
  } catch (error) {
    return { failure: failureOf(error), onRecord };
  }
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ABOUT } from '../../api/live.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { isOpen, withEntry, withUnwritten, type Entry } from './entry.ts';
import { useLawClock } from './law-clock.ts';
import { sendAll, type Sent } from './send.ts';
import { changeEntries, readEntries, shelfOf } from './store.ts';

/** How long after a try without an answer the next one follows. */
const AGAIN_MS = 5000;

type Noted = Pick<Entry, 'verb' | 'id' | 'body' | 'said'>;

/** The entries of one console and what can be done with them. */
export interface Entries {
  readonly all: readonly Entry[];
  readonly sent: Sent;
  /** Notes what happened at this moment, and sends it if it can. */
  readonly note: (noted: Omit<Noted, 'id'> & { readonly id?: string }) => void;
  /** Sends a refused entry once more, as another press. */
  readonly again: (key: string) => void;
  /** Takes a refused entry out; it stays on this machine with its reason. */
  readonly drop: (key: string) => void;
}

/** 待同步: what happened in the room is kept on this machine first and sent in its order, with or without a network. */
export function useEntries(meeting: string): Entries {
  const { me } = usePresent();
  const shelf = shelfOf(me.person, meeting);
  const clock = useLawClock();
  const { all, setAll, sent, push } = useSending(shelf);
  // Shown before it is written: a second press must meet what the first one did.
  const change = (how: (entries: readonly Entry[]) => readonly Entry[]): void => {
    setAll(how);
    void changeEntries(shelf, how).then(push);
  };
  return {
    all,
    sent,
    note: ({ id = meeting, ...noted }) => {
      const entry: Entry = { ...noted, id, ...stamped(noted.body, clock()) };
      change((entries) => [...entries, entry]);
    },
    again: (key) => {
      const anew = { key: crypto.randomUUID(), state: { at: 'waiting' } } as const;
      change((entries) => withEntry(entries, key, anew));
    },
    drop: (key) => change((entries) => entries.map((entry) => (entry.key === key ? dropped(entry) : entry))),
  };
}

const dropped = (entry: Entry): Entry =>
  entry.state.at === 'refused' ? { ...entry, state: { at: 'dropped', problem: entry.state.problem } } : entry;

/** 代录 says when it happened: the instant of the press, as the console claims it. */
function stamped(body: Entry['body'], at: string): Pick<Entry, 'key' | 'body' | 'at' | 'state'> {
  const elsewhere = body['elsewhere'];
  const own = typeof elsewhere === 'object' ? { ...body, elsewhere: { ...elsewhere, happened: at } } : body;
  const claimed = 'at' in body ? { ...own, at } : own;
  return { key: crypto.randomUUID(), body: claimed, at, state: { at: 'waiting' } };
}

/** What became of each entry so far. */
const standing = (entries: readonly Entry[]): string => entries.map(({ state }) => state.at).join(' ');

/** Sends whenever something is added, the network comes back, or a while has passed. */
function useSending(shelf: string) {
  const queries = useQueryClient();
  const { liveness } = usePresent();
  const [all, setAll] = useState<readonly Entry[]>([]);
  const [sent, setSent] = useState<Sent>('all');
  const push = useCallback(async (): Promise<void> => {
    const before = await readEntries(shelf);
    if (before.some(isOpen)) setSent(await sendAll(shelf));
    // First what the record says now, then without what it says: nothing flickers in between. Of what was refused, too: the
    // record may say something else.
    if (standing(await readEntries(shelf)) !== standing(before))
      await queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => what === ABOUT });
    const entries = await readEntries(shelf);
    setAll((shown) => withUnwritten(entries, shown));
  }, [shelf, queries]);
  useEffect(() => {
    void push();
    const timer = setInterval(() => void push(), AGAIN_MS);
    const online = (): void => void push();
    addEventListener('online', online);
    return () => {
      clearInterval(timer);
      removeEventListener('online', online);
    };
  }, [push, shelf, liveness]);
  return { all, setAll, sent, push };
}

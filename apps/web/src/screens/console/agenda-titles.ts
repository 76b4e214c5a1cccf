import type { Meeting } from '../../api/generated/types.gen.ts';
import { isOpen, type Entry } from './entry.ts';

/** 原登记 of a title, and why another took its place. */
interface TitleBefore {
  readonly title: string;
  readonly why: string;
}

/** What titles are made of. */
export interface Told {
  readonly wording: Meeting['wording'];
  readonly data: Pick<Meeting['data'], 'agenda' | 'added' | 'item'>;
}

/** What was said of a meeting in facts of one type, the first one first. */
const saidIn = ({ wording }: Told, wanted: string): readonly Said[] =>
  [...wording]
    .sort((a, b) => a.version - b.version)
    .flatMap(({ type, said }) => (type === wanted ? [said ?? {}] : []));

interface Said {
  readonly [field: string]: unknown;
}

const textOf = (said: unknown): string | null => (typeof said === 'string' ? said : null);

/** Titles as they were called, then those that were added, as they were put right last; ours is the item itself. */
export function titlesOf(thing: Told): readonly (string | null)[] {
  const { agenda, item } = thing.data;
  const called = saidIn(thing, 'MeetingCalled')[0]?.['agenda'];
  // A meeting of one item was called without an agenda: what is added comes after the item.
  const first: readonly unknown[] = Array.isArray(called) && called.length > 0 ? called : [item.title];
  const all = [...first, ...saidIn(thing, 'ItemAdded').map(({ title }) => title)];
  return Array.from({ length: Math.max(1, agenda.items) }, (_, at) => {
    if (at + 1 === agenda.ours || agenda.items <= 1) return item.title;
    return retitledAs(thing, at + 1) ?? textOf(all[at]);
  });
}

const retitlings = (thing: Told, wanted: number): readonly Said[] =>
  saidIn(thing, 'ItemRetitled').filter(({ no }) => no === wanted);

const retitledAs = (thing: Told, no: number): string | null =>
  textOf(retitlings(thing, no).at(-1)?.['title']);

/** 原登记 of an added item by its number, the first one first. */
export function titlesBefore(thing: Told, no: number): readonly TitleBefore[] {
  const at = thing.data.added.indexOf(no);
  const first = saidIn(thing, 'ItemAdded')[at]?.['title'];
  const later = retitlings(thing, no);
  const titles = [first, ...later.map(({ title }) => title)];
  return later.map(({ reason }, i) => ({ title: textOf(titles[i]) ?? '', why: textOf(reason) ?? '' }));
}

/** The title that waits here to be put right; null where none does. */
export const waitingTitle = (entries: readonly Entry[], no: number): string | null => {
  const last = [...entries]
    .reverse()
    .find((entry) => entry.verb === 'meeting.correct-item' && isOpen(entry) && entry.body['no'] === no);
  return textOf(last?.body['title']);
};

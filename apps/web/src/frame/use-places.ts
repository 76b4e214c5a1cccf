import { VERB_WORDS } from '@mouding/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MAKING_VERBS } from '../api/ask-path.ts';
import { casesQuery, obligationsQuery } from '../api/queries.ts';
import { pathOf } from '../screens/todo/path-of.ts';
import { FRAME } from '../words/frame.ts';
import { useSaid, useSpeech } from '../words/language.tsx';

/** Somewhere to go. */
export interface Place {
  readonly path: string;
  readonly group: string;
  readonly label: string;
}

const MOST = 12;

/** Places whose names hold every word that is looked for: pages, what I owe, plans, and what can be begun. */
export function usePlaces(sought: string, isOpen: boolean): readonly Place[] {
  const { groups, places } = useSaid(FRAME);
  const { language } = useSpeech();
  const cases = useInfiniteQuery({ ...casesQuery, enabled: isOpen });
  const owed = useInfiniteQuery({ ...obligationsQuery, enabled: isOpen });
  const all: readonly Place[] = [
    ...Object.entries(places).map(([key, label]) => ({
      path: PATHS[key] ?? '/',
      group: groups.place,
      label,
    })),
    ...(owed.data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ stream, words, label }) => ({
        path: pathOf(stream),
        group: groups.todo,
        label: `${words[language]} ${label}`,
      })),
    ),
    ...(cases.data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ id, title }) => ({ path: `/plans/${id}`, group: groups.plan, label: title })),
    ),
    ...MAKING_VERBS.map((verb) => ({
      path: `/new/${verb}`,
      group: groups.make,
      label: VERB_WORDS[verb]?.[language] ?? verb,
    })),
  ];
  const parts = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  return all
    .filter(({ label, group }) => parts.every((part) => `${group} ${label}`.toLowerCase().includes(part)))
    .slice(0, MOST);
}

const PATHS: { readonly [place: string]: string } = {
  acts: '/',
  notes: '/?tab=notes',
  done: '/?tab=done',
  begun: '/?tab=begun',
  told: '/?tab=told',
  plans: '/plans',
  new: '/new',
  me: '/me',
};

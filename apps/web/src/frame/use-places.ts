import { VERB_WORDS, workPage } from '@mouding/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { casesQuery, obligationsQuery } from '../api/queries.ts';
import { useMakingVerbs } from '../screens/thing/use-making-verbs.ts';
import { FRAME } from '../words/frame.ts';
import { useSaid, useSpeech } from '../words/language.tsx';
import { labelIn } from '../words/marks.ts';

/** Somewhere to go. */
export interface Place {
  readonly path: string;
  readonly group: string;
  readonly label: string;
}

const MOST = 12;

/** Places whose names hold every word that is looked for: pages, what I owe, plans, and what one may begin. */
export function usePlaces(sought: string): readonly Place[] {
  const { groups, places } = useSaid(FRAME);
  const { language } = useSpeech();
  const cases = useInfiniteQuery(casesQuery);
  const owed = useInfiniteQuery(obligationsQuery);
  const making = useMakingVerbs();
  const all: readonly Place[] = [
    ...Object.entries(places).map(([key, label]) => ({
      path: PATHS[key] ?? '/',
      group: groups.place,
      label,
    })),
    ...(owed.data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ stream, verb, words, label }) => ({
        path: workPage({ stream, verb }),
        group: groups.todo,
        label: `${words[language]} ${labelIn(label, language)}`,
      })),
    ),
    ...(cases.data?.pages ?? []).flatMap(({ items }) =>
      items.map(({ id, title }) => ({ path: `/plans/${id}`, group: groups.plan, label: title })),
    ),
    ...making.flatMap(({ verb, why }) =>
      why?.allowed === true
        ? [{ path: `/new/${verb}`, group: groups.make, label: VERB_WORDS[verb]?.[language] ?? verb }]
        : [],
    ),
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

import { VERB_WORDS } from '@mouding/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { caseQuery, casesQuery, orgQuery, owingQuery, textQuery, treeQuery } from '../../api/queries.ts';
import type { CaseOverview, Organisation, Plural, Tree } from '../../api/generated/types.gen.ts';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech, type Language } from '../../words/language.tsx';
import { citedIn, keyOf } from './model/cited-texts.ts';
import { paragraphsOf, shortened, type Choices, type Option } from './model/options.ts';
import { delegationsQuery, proceduresQuery } from './choice-queries.ts';
import type { Asked } from './asked.ts';

const TREE = 'tree@1:';

/** What can be chosen from around a thing; null until the house and the case are known. */
export function useChoices({ plural, thing, verb }: Asked): Choices | null {
  const words = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const org = useQuery(orgQuery);
  const overview = useQuery({ ...caseQuery(thing.case ?? ''), enabled: thing.case !== null });
  const cases = useInfiniteQuery(casesQuery);
  const procedures = useQuery(proceduresQuery);
  const delegations = useQuery(delegationsQuery);
  const owed = useOwed(verb, thing.case);
  const keys = [...new Set([...citedIn(thing.data), ...caseTexts(overview.data)])];
  const content = useContent(plural, thing.id, keys[0]);
  // A query that is not asked for stays pending: whoever has no case waits for the house alone.
  const awaited = thing.case === null ? [org] : [org, overview];
  if (!awaited.every(settled)) return null;
  return {
    ...houseOf(org.data, language),
    ...caseOf(overview.data),
    ...content,
    cases: casesOf(cases.data?.pages),
    procedures: proceduresOf(procedures.data?.items),
    rows: rowsOf(thing.data),
    delegations: delegations.data ?? [],
    owed,
    verbs: Object.entries(VERB_WORDS).map(([value, said]) => ({ value, label: said[language] })),
    texts: keys.map((key, i) => ({ value: key, label: textLabel(thing, key, i, words) })),
  };
}

/** A text by its title; otherwise the first is the one that stands, and another is told by the beginning of its hash. */
const textLabel = (
  thing: Asked['thing'],
  key: string,
  place: number,
  { standing, other }: { readonly standing: string; readonly other: (code: string) => string },
): string => titleOf(thing, key) ?? (place === 0 ? standing : other(codeOf(key)));

const casesOf = (
  pages: readonly { readonly items: readonly { readonly id: string; readonly title: string }[] }[] = [],
): readonly Option[] =>
  pages.flatMap(({ items }) => items.map(({ id, title }) => ({ value: id, label: title })));

const proceduresOf = (
  items: readonly { readonly procedure: string; readonly title: string }[] = [],
): readonly Option[] => items.map(({ procedure, title }) => ({ value: procedure, label: title }));

const settled = ({ isPending }: { readonly isPending: boolean }): boolean => !isPending;
const hashOf = (key: string): string => (key.startsWith(TREE) ? key.slice(TREE.length) : key);
const codeOf = (key: string): string => hashOf(key).slice(0, 8);
const titleOf = (thing: Asked['thing'], key: string): string | null =>
  thing.texts.find(({ hash }) => hash === hashOf(key))?.title ?? null;

const caseTexts = (overview: CaseOverview | undefined): readonly string[] =>
  [overview?.texts.manuscript, overview?.texts.scheme].flatMap((text) => (text ? [keyOf(text)] : []));

/** The clauses of the text that stands: of a tree its nodes, of a plain text its paragraphs. */
function useContent(
  plural: string,
  id: string,
  key: string | undefined,
): Pick<Choices, 'clauses' | 'paragraphs'> {
  const isTree = key?.startsWith(TREE) === true;
  const tree = useQuery(treeQuery(plural as Plural, id, isTree ? hashOf(key) : null));
  const text = useQuery(textQuery(plural as Plural, id, key === undefined ? null : hashOf(key)));
  return {
    clauses: tree.data ? clausesOf(tree.data) : [],
    paragraphs: typeof text.data === 'string' ? paragraphsOf(text.data) : [],
  };
}

const clausesOf = ({ nodes }: Tree): readonly Option[] =>
  nodes
    .filter(({ text }) => text !== null && text.trim() !== '')
    .map(({ id, text }) => ({ value: id, label: shortened((text ?? '').trim()) }));

type House = Pick<Choices, 'departments' | 'posts' | 'persons' | 'bodies' | 'planned' | 'aides'>;

function houseOf(org: Organisation | undefined, language: Language): House {
  if (!org) return { departments: [], posts: [], persons: [], bodies: [], planned: [], aides: [] };
  const { departments, posts, bodies, planned, aides } = org;
  return {
    departments: departments.map(({ id, name }) => ({ value: id, label: name })),
    posts: posts.map(({ id, title, holder }) => ({ value: id, label: withHolder(title, holder?.name) })),
    persons: unique(
      posts.flatMap(({ holder, title }) =>
        holder ? [{ value: holder.person, label: withHolder(holder.name ?? title, title) }] : [],
      ),
    ),
    bodies: bodies.map(({ key, name }) => ({ value: key, label: name })),
    aides: aides.map(({ aide, leaderTitle, postTitle }) => ({
      value: aide,
      label: `${leaderTitle} → ${postTitle}`,
    })),
    planned: planned.map(({ act, words }) => ({ value: act, label: words[language] })),
  };
}

const withHolder = (title: string, name: string | null | undefined): string =>
  name ? `${title}（${name}）` : title;

const unique = (options: readonly Option[]): readonly Option[] => [
  ...new Map(options.map((option) => [option.value, option])).values(),
];

/** The stages of the case, and everything that lies in them. */
function caseOf(overview: CaseOverview | undefined): Pick<Choices, 'stages' | 'items'> {
  const stages = overview?.stages ?? [];
  return {
    stages: stages.map(({ id, title }) => ({ value: id, label: title })),
    items: stages.flatMap(({ items }) => items),
  };
}

/** What may be urged of the case, each kind of obligation once; asked for by who urges alone. */
function useOwed(verb: string, of: string | null): readonly Option[] {
  const { language } = useSpeech();
  const { data } = useQuery({ ...owingQuery(of ?? ''), enabled: verb === 'case.urge' && of !== null });
  return unique(
    (data?.groups ?? []).flatMap(({ words, lines }) =>
      lines.filter(({ mayUrge }) => mayUrge).map(({ name }) => ({ value: name, label: words[language] })),
    ),
  );
}

/** The rows of an indicator table, where the thing is one. */
function rowsOf(data: unknown): readonly Option[] {
  const rows = typeof data === 'object' && data !== null && 'rows' in data ? data.rows : [];
  return (
    Array.isArray(rows) ? (rows as readonly { row?: string; no?: number; name?: string }[]) : []
  ).flatMap(({ row, no, name }) => (row ? [{ value: row, label: `${no ?? ''} ${name ?? ''}` }] : []));
}

import { CAPACITY_WORDS, ROLE_WORDS } from '@mouding/contract';
import type { Organisation } from '../../api/generated/types.gen.ts';
import type { Language } from '../../words/language.tsx';
import type { ORG } from '../../words/org.ts';
import type { Ask, Option } from '../admin/form/ask.ts';

/** How the forms of the organisation name posts, people and departments. */
export function askOrg(
  org: Organisation,
  people: readonly Option[],
  words: (typeof ORG)['zh'],
  language: Language,
): Ask {
  const departments = org.departments.map(({ id, name }) => ({ value: id, label: name }));
  const posts = org.posts.map(({ id, title, holder }) => ({
    value: id,
    label: holder?.name ? `${title}（${holder.name}）` : title,
  }));
  const lists: { readonly [field: string]: readonly Option[] } = {
    post: posts,
    leader: org.posts.flatMap(({ id, as }) =>
      as === 'leader' ? posts.filter(({ value }) => value === id) : [],
    ),
    checker: posts,
    person: people,
    department: departments,
    departments,
    heir: departments,
  };
  const said = (field: string): string | undefined =>
    (words.fields as { readonly [field: string]: string })[field];
  return {
    label: (field, { description }) => said(field) ?? oneLanguage(description ?? field, language),
    value: (value) => valueSaid(value, words, language),
    options: (field) => lists[field] ?? null,
    without: ['scan', 'stays', 'verbs', 'within'],
  };
}

function valueSaid(value: string, words: (typeof ORG)['zh'], language: Language): string {
  const own = (words.values as { readonly [value: string]: string })[value];
  return own ?? (CAPACITY_WORDS[value] ?? ROLE_WORDS[value])?.[language] ?? value;
}

function oneLanguage(description: string, language: Language): string {
  const [zh = description, en = zh] = description.split(' · ');
  return language === 'zh' ? zh : en;
}

/** People who can be given a post: everybody with an account, or, for whoever may not list them, who holds one. */
export function peopleOptions(
  org: Organisation,
  staff:
    readonly { readonly person: string; readonly name: string | null; readonly login: string }[] | undefined,
): readonly Option[] {
  if (staff)
    return staff.map(({ person, name, login }) => ({ value: person, label: `${name ?? ''}（${login}）` }));
  const held = org.posts.flatMap(({ holder }) =>
    holder?.name ? [[holder.person, holder.name] as const] : [],
  );
  return [...new Map(held)].map(([value, label]) => ({ value, label }));
}

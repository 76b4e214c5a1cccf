import { fieldWords, isNamed, stagesOf, valueWords, type Definition } from '@mouding/core';
import type { Ask, Option } from '../../admin/form/ask.ts';
import type { Schema } from '../../admin/form/schema.ts';
import type { Language } from '../../../words/language.tsx';

/** Fields that a reader of differences calls otherwise, or never sees. */
const OWN: { readonly [field: string]: { readonly zh: string; readonly en: string } } = {
  n: { zh: '数量', en: 'number' },
  no: { zh: '章次', en: 'number' },
  titles: { zh: '材料名称', en: 'titles' },
  days: { zh: '天数', en: 'days' },
};

/** Names of posts, and of departments, that this institution has. */
export interface Names {
  readonly posts: readonly string[];
}

/** How the forms of a procedure name things: stages and bodies by their titles. */
export function askOf(definition: Definition, names: Names, language: Language): Ask {
  const stages = (): readonly Option[] =>
    stagesOf(definition).map(({ id, title }) => ({ value: id, label: title }));
  const bodies = (): readonly Option[] =>
    Object.entries(definition.bodies).map(([key, { title }]) => ({ value: key, label: title }));
  const lists: { readonly [field: string]: () => readonly Option[] } = {
    gate: stages,
    gates: stages,
    keeps: stages,
    renews: stages,
    body: bodies,
    then: bodies,
    lead: () => names.posts.map((title) => ({ value: title, label: title })),
  };
  return {
    label: (field, schema) => labelOf(field, schema, language),
    value: (value, field) => valueWords(value, field)[language],
    options: (field) => lists[field]?.() ?? null,
    without: ['recorded'],
  };
}

function labelOf(field: string, { description }: Schema, language: Language): string {
  const own = OWN[field];
  if (own) return own[language];
  if (isNamed(field)) return fieldWords(field)[language];
  const [zh = field, en = zh] = (description ?? field).split(' · ');
  return language === 'zh' ? zh : en;
}

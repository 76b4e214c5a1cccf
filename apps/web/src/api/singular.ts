import { PLURALS } from '@mouding/contract';

/** The kind of a resource by the plural of its address: `cases` → `case`. */
export const SINGULARS: { readonly [plural: string]: string } = Object.fromEntries(
  Object.entries(PLURALS).map(([kind, plural]) => [plural, kind]),
);

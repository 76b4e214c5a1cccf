import { PLURALS } from '@mouding/contract';
import type { Kind } from '@mouding/core';
import { z } from 'zod';

const KIND_OF = new Map(Object.entries(PLURALS).map(([kind, plural]) => [plural, kind as Kind]));

/** The plural of a kind of resource, as it stands in an address: below it lie texts and originals. */
export const Plural = z
  .enum([...KIND_OF.keys()].filter((plural) => plural !== 'org') as [string, ...string[]])
  .meta({ id: 'Plural' });

export const kindOf = (plural: string): Kind => KIND_OF.get(plural) ?? 'case';

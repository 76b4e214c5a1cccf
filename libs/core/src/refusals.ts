import { setup, type SnapshotFrom } from 'xstate';
import type { Json } from '@mouding/evidence';
import type { Refusal } from './refusal.ts';
import type { Rows } from './rows.ts';
import type { Fact } from './stream.ts';

/**
 * An act that was refused, kept apart from conduct: it is attributed to whoever typed it, by the entry's actor.
 * The sentence is not stored; the rule and its facts are, and say it again in any language.
 */
export type RefusalFact = Fact<
  'ActRefused',
  {
    verb: string;
    target: string;
    because: Refusal['because'];
    rule: string;
    facts: { readonly [key: string]: Json };
  }
>;

export const refusalMachine = setup({ types: { events: {} as RefusalFact } }).createMachine({
  id: 'refusal',
  initial: 'open',
  states: { open: { on: { ActRefused: 'open' } } },
});

export type RefusalState = SnapshotFrom<typeof refusalMachine>;

export const refusalRows = (): Rows => ({ item: null, obligations: [] });

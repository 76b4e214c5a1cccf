import { createContext, use } from 'react';
import type { Schema } from './schema.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** How one form names its fields and their values, and among what one chooses. */
export interface Ask {
  readonly label: (field: string, schema: Schema) => string;
  readonly value: (value: string, field: string) => string;
  /** What can be chosen for a field that names something else; null where it is written. */
  readonly options: (field: string) => readonly Option[] | null;
  /** Fields that this form does not ask for. */
  readonly without?: readonly string[];
}

const plain: Ask = { label: (field) => field, value: (value) => value, options: () => null };

export const AskContext = createContext<Ask>(plain);
export const useAsk = (): Ask => use(AskContext);

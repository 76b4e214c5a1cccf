import { createContext, use, type ComponentType } from 'react';
import type { InputProps } from './inputs/input-props.ts';
import type { Known } from './model/blank.ts';
import type { Choices } from './model/options.ts';

/** What every input of one form stands in. */
interface FormAround {
  readonly id: string;
  readonly choices: Choices;
  /** What a part begins with when it is added. */
  readonly known: Known;
  /** The input for a control of whatever kind, for inputs that are made of others. */
  readonly Input: ComponentType<InputProps>;
  /** What is wrong with a field, by its JSON Pointer. */
  readonly faults: ReadonlyMap<string, string>;
}

export const FormContext = createContext<FormAround | null>(null);

/** @throws Error outside of a form */
export function useForm(): FormAround {
  const around = use(FormContext);
  if (!around) throw new Error('an input stands in a form');
  return around;
}

/** The id of the input for a field, so that a summary of what is wrong can lead to it. */
export const inputId = (form: string, pointer: string): string => `${form}${pointer.replaceAll('/', '-')}`;

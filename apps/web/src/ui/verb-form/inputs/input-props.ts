import type { Control } from '../model/control.ts';
import type { Typed } from '../model/typed.ts';

/** What every input gets: how it asks, what was typed, and where it stands in the body. */
export interface InputProps<C extends Control = Control> {
  readonly control: C;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  /** JSON Pointer. */
  readonly at: string;
  /** The id of the input, which its label names. */
  readonly id: string;
  /** The name of the field, for inputs whose parts need names of their own. */
  readonly name: string;
}

export type Of<K extends Control['kind']> = Extract<Control, { kind: K }>;

import { profileOf, type Profile } from './alike.ts';
import { folded, type Folded } from './folded.ts';

/** A side whose lines can be recognised again. */
export interface Known {
  readonly folded: readonly Folded[];
  /** Lines that are paired already. */
  readonly taken: Set<number>;
  profile(line: number): Profile;
}

/** Reads a side; profiles are made when they are asked for. */
export function known(lines: readonly string[]): Known {
  const all = lines.map(folded);
  const profiles = new Map<number, Profile>();
  const profile = (line: number): Profile => {
    const made = profiles.get(line) ?? profileOf(all[line]?.body ?? '');
    profiles.set(line, made);
    return made;
  };
  return { folded: all, taken: new Set(), profile };
}

/** Lines that are not blank and not paired yet. */
export const written = ({ folded: lines, taken }: Known): readonly number[] =>
  lines.flatMap(({ text }, line) => (text === '' || taken.has(line) ? [] : [line]));

import { useState, type SubmitEvent } from 'react';

/** Hands on what was filled in where nothing is missing; otherwise says what is, and leads there. */
export function useFilled<Name extends string>(
  names: readonly Name[],
  onFilled: (filled: Readonly<Record<Name, string>>) => void,
) {
  const [missing, setMissing] = useState<readonly Name[]>([]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wordOf = (name: Name): string => {
      const word = form.get(name);
      return typeof word === 'string' ? word : '';
    };
    const empty = names.filter((name) => wordOf(name) === '');
    setMissing(empty);
    const [first] = empty;
    if (first !== undefined) event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else onFilled(Object.fromEntries(names.map((name) => [name, wordOf(name)])) as Record<Name, string>);
  };
  return { submit, isMissing: (name: Name): boolean => missing.includes(name) };
}

import type { Pick } from './pick.ts';

/** One thing to choose: its value in the body, and its name. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A thing of the case by its stream. */
export interface Item {
  readonly stream: string;
  readonly kind: string;
  readonly label: string;
}

/** What can be chosen from around a thing, as far as the reader sees it. */
export interface Choices {
  readonly departments: readonly Option[];
  readonly posts: readonly Option[];
  readonly persons: readonly Option[];
  readonly bodies: readonly Option[];
  readonly planned: readonly Option[];
  readonly aides: readonly Option[];
  /** What the case is owed, by the names of the obligations. */
  readonly owed: readonly Option[];
  readonly stages: readonly Option[];
  readonly items: readonly Item[];
  readonly cases: readonly Option[];
  readonly procedures: readonly Option[];
  readonly clauses: readonly Option[];
  readonly paragraphs: readonly Option[];
  readonly rows: readonly Option[];
  readonly delegations: readonly Option[];
  readonly verbs: readonly Option[];
  /** The texts that the thing and its case cite, by their key; the one that stands first. */
  readonly texts: readonly Option[];
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

/** What a value is chosen from; nothing where it has to be typed. */
export function optionsOf(pick: Pick, choices: Choices): readonly Option[] {
  if (pick.from !== 'thing') return LISTS[pick.from]?.(choices) ?? [];
  const { kinds, named } = pick;
  return choices.items
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ stream, label }) => ({ value: named === 'id' ? idOf(stream) : stream, label }));
}

const LISTS: { readonly [from: string]: (choices: Choices) => readonly Option[] } = {
  department: ({ departments }) => departments,
  post: ({ posts }) => posts,
  person: ({ persons }) => persons,
  body: ({ bodies }) => bodies,
  planned: ({ planned }) => planned,
  aide: ({ aides }) => aides,
  owed: ({ owed }) => owed,
  stage: ({ stages }) => stages,
  case: ({ cases }) => cases,
  procedure: ({ procedures }) => procedures,
  clause: ({ clauses }) => clauses,
  paragraph: ({ paragraphs }) => paragraphs,
  row: ({ rows }) => rows,
  delegation: ({ delegations }) => delegations,
  verb: ({ verbs }) => verbs,
};

const LONGEST = 40;

/** A line of a text, short enough for a list. */
export const shortened = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;

/** Paragraphs of a plain text by their number, as they are cited: from 1, empty lines not counted. */
export const paragraphsOf = (text: string): readonly Option[] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({ value: String(i + 1), label: `${i + 1} ${shortened(line.trim())}` }));

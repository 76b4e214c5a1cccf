export const GROUPS = ['hand', 'confirm', 'answer', 'other'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: readonly (readonly [RegExp, Group])[] = [
  [/\.(submit|give-input|fill)$/, 'hand'],
  [/\.(hand-in|choose-revisions|confirm-text|confirm-use|note)$/, 'confirm'],
  [/^(consultation\.|issue\.)|\.countersign$/, 'answer'],
];

/** Where a duty stands among those of a department. */
export const groupOf = (verb: string): Group =>
  GROUP_OF.find(([pattern]) => pattern.test(verb))?.[1] ?? 'other';

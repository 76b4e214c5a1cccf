/** One paper of the package as far as it was written. */
export interface Enclosure {
  readonly title: string;
  readonly content: string;
}

/** What was kept as a draft; whatever else lies there is no draft of ours. */
export function enclosuresOf(kept: string): readonly Enclosure[] {
  try {
    const rows: unknown = JSON.parse(kept || '[]');
    return Array.isArray(rows) ? (rows as Enclosure[]) : [];
  } catch {
    return [];
  }
}

/** Titles that were asked for and are not there yet. */
export const missingIn = (facts: { readonly [name: string]: unknown } | undefined): readonly string[] => {
  const missing = facts?.['missing'];
  return Array.isArray(missing) ? missing.filter((one): one is string => typeof one === 'string') : [];
};

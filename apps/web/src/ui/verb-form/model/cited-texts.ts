const SCHEMES: readonly unknown[] = ['blob-sha256@1', 'tree@1'];

interface Cited {
  readonly scheme: string;
  readonly hash: string;
}

const isCited = (value: object): value is Cited =>
  'scheme' in value && 'hash' in value && SCHEMES.includes(value.scheme) && typeof value.hash === 'string';

/** A text in one word: a tree under its prefix, a blob by its hash. */
export const keyOf = ({ scheme, hash }: Cited): string => (scheme === 'tree@1' ? `tree@1:${hash}` : hash);

/** The keys of the texts that a thing cites, the one that it says stands now before the others. */
export function citedIn(data: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isCited(value)) found.push(keyOf(value));
    else Object.values(value).forEach(walk);
  };
  if (typeof data === 'object' && data !== null && 'text' in data) walk(data.text);
  walk(data);
  return [...new Set(found)];
}

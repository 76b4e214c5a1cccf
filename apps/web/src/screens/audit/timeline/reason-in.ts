/** What an original says of why. */
export type Reason =
  | { readonly at: 'said'; readonly text: string }
  /** Words of people are kept encrypted; the record holds what they can be checked against. */
  | { readonly at: 'sealed' }
  | { readonly at: 'none' };

/** Names under which facts say why, the plainest first. */
const NAMES = ['reason', 'because', 'ground', 'note', 'purpose'];

interface Original {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly sealed?: readonly unknown[];
}

/** @param original the bytes of an entry */
export function reasonIn(original: string): Reason {
  const { data = {}, sealed = [] } = JSON.parse(original) as Original;
  const text = NAMES.map((name) => data[name]).find((said) => typeof said === 'string' && said !== '');
  if (typeof text === 'string') return { at: 'said', text };
  return { at: sealed.length > 0 ? 'sealed' : 'none' };
}

import { wordOf, type CannedRecord } from './record.ts';

/** A chapter that came back: what its lead saw first, what came then, and the entry of the signature. */
export interface ChapterDrafts {
  readonly title: string;
  readonly first: string;
  readonly last: string;
  /** What the lead wrote when it went back. */
  readonly reason: string;
  readonly signed: { readonly at: string; readonly index: number; readonly leafHash: string };
}

/** The chapter of the record that was sent back once. @throws Error where there is none */
export function chapterDrafts(record: CannedRecord): ChapterDrafts {
  const { bundle, entries } = record;
  const back = entries.find(({ type }) => type === 'ChapterReturned');
  const own = bundle.entries.filter(({ entry }) => entry.stream === back?.stream);
  const submitted = own.filter(({ entry }) => entry.type === 'ChapterSubmitted');
  const signed = own.find(({ entry }) => entry.type === 'ChapterSignedOff');
  const [first, last] = [submitted[0], submitted.at(-1)].map((each) => record.text(hashIn(each?.entry.data)));
  if (!back || !signed || first === undefined || last === undefined) throw new Error('no chapter went back');
  const { title } = own.find(({ entry }) => entry.type === 'ChapterAssigned')?.entry.data ?? {};
  const { reason } = record.opened(back.stream, back.version);
  return {
    title: wordOf(title),
    first,
    last,
    reason: wordOf(reason),
    signed: { at: signed.entry.at, index: signed.index, leafHash: signed.leafHash },
  };
}

/** The hash of the text that a fact names. */
export function hashIn(data: { readonly [field: string]: unknown } | undefined): string {
  const { text } = data ?? {};
  return typeof text === 'object' && text !== null && 'hash' in text ? wordOf(text.hash) : '';
}

/** How much of a Word file is read at all. Bytes unless said otherwise. */
export interface WordLimits {
  /** Of the file as it comes. */
  readonly bytes: number;
  /** Parts in its zip. */
  readonly entries: number;
  /** Of one part, unpacked. */
  readonly entry: number;
  /** Of all parts, unpacked. */
  readonly total: number;
  /** Unpacked by packed size, of a part beyond a mebibyte and of all parts together. */
  readonly ratio: number;
  /** Of one part that is read as XML. */
  readonly xml: number;
  /** Elements of one part. */
  readonly elements: number;
  /** Paragraphs of the whole text. */
  readonly paragraphs: number;
  /** Characters of the whole text. */
  readonly characters: number;
}

/** A plan of two hundred pages with pictures is far below each of them. */
export const WORD_LIMITS: WordLimits = {
  bytes: 50_000_000,
  entries: 2_000,
  entry: 50_000_000,
  total: 100_000_000,
  ratio: 100,
  xml: 24_000_000,
  elements: 200_000,
  paragraphs: 20_000,
  characters: 600_000,
};

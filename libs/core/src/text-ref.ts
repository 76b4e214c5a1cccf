import { z } from 'zod';

/**
 * Names a text by its content. Two references are equal only within one scheme: across schemes nobody may guess.
 * `blob-sha256@1` is the SHA-256 of the UTF-8 bytes, in hex.
 */
export const TextRef = z
  .strictObject({ scheme: z.literal('blob-sha256@1'), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'TextRef', description: '文稿的内容标识 · names a text by its content' });

export type TextRef = Readonly<z.infer<typeof TextRef>>;

export const sameText = (a: TextRef | null | undefined, b: TextRef | null | undefined): boolean =>
  a != null && b != null && a.scheme === b.scheme && a.hash === b.hash;

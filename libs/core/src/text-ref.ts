import { z } from 'zod';

/**
 * Names a text by its content. Two references are equal only within one scheme: across schemes nobody may guess.
 * `blob-sha256@1` is the SHA-256 of the UTF-8 bytes, in hex.
 */
export const TextRef = z
  .strictObject({ scheme: z.literal('blob-sha256@1'), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'TextRef', description: '文稿的内容标识 · names a text by its content' });

export type TextRef = Readonly<z.infer<typeof TextRef>>;

/**
 * Names an original by its bytes: a Word file as it was handed in, a scan, a photograph of a signed sheet. Kept byte
 * for byte; never compared with a text. `file-sha256@1` is the SHA-256 of the bytes, in hex.
 */
export const FileRef = z
  .strictObject({ scheme: z.literal('file-sha256@1'), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({
    id: 'FileRef',
    description: '原件（扫描件、照片、Word 文件）的标识 · names an original by its bytes',
  });

export type FileRef = Readonly<z.infer<typeof FileRef>>;

export const sameText = (a: TextRef | null | undefined, b: TextRef | null | undefined): boolean =>
  a != null && b != null && a.scheme === b.scheme && a.hash === b.hash;

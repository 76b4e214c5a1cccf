import { z } from 'zod';

/**
 * Names a text by its content. Two references are equal only within one scheme: across schemes nobody may guess.
 * `blob-sha256@1` is the SHA-256 of the UTF-8 bytes, `tree@1` the root of the tree of its nodes; both in hex.
 */
export const TextRef = z
  .strictObject({
    scheme: z.enum(['blob-sha256@1', 'tree@1']),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  })
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

/** Whether a text is a tree of nodes, of which clauses can be told apart. */
export const isTree = (ref: TextRef | null | undefined): boolean => ref?.scheme === 'tree@1';

const TREE_KEY = 'tree@1:';

/** What a text is looked up by: a blob by its hash, a tree by its root under a prefix, so that one is never the other. */
export const keyOfText = ({ scheme, hash }: TextRef): string =>
  scheme === 'tree@1' ? TREE_KEY + hash : hash;

/** The hash or root in a key of {@link keyOfText}. */
export const hashOfKey = (key: string): string => key.slice(key.startsWith(TREE_KEY) ? TREE_KEY.length : 0);

/** A text in one word, as {@link keyOfText} makes it: a version to compare with, not a text to open. */
export const TextKey = z.string().regex(/^(?:tree@1:)?[0-9a-f]{64}$/);

export const sameText = (a: TextRef | null | undefined, b: TextRef | null | undefined): boolean =>
  a != null && b != null && a.scheme === b.scheme && a.hash === b.hash;

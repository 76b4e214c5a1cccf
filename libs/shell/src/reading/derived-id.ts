import { createHash } from 'node:crypto';

/**
 * A UUID (version 8, RFC 9562 §5.8) out of SHA-256 over the parts: the same parts, the same id. The first part has a
 * fixed length (an institution, a random seed), so that no two lists of parts run together.
 */
export function derivedId(fixed: string | Uint8Array, name: string): string {
  const bytes = createHash('sha256').update(fixed).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The reference of a content: SHA-256 over its UTF-8 bytes. */
export const contentHash = (content: string): string => createHash('sha256').update(content).digest('hex');

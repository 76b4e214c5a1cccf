import { extendsTree, type Head, type Proof, type Sha256 } from '@mouding/evidence';

/** Why a signer does not sign; permanent words of its protocol. */
export type Objection = 'closed' | 'older' | 'forked' | 'unproven';

/** What a log asks: to sign `head`, which begins with what was signed last, by the proof. */
export interface Asking {
  readonly head: Head;
  /** From the size that was signed last; empty where nothing was. */
  readonly proof: Proof;
}

/**
 * Whether a head may be signed after what was signed last: never a smaller tree, never another tree of the same size,
 * never one that does not begin with the last.
 *
 * @param last what was signed last of this log; null for a log that begins
 */
export function objectionTo(
  { head, proof }: Asking,
  last: Head | null,
  closed: boolean,
  sha256: Sha256,
): Objection | null {
  if (closed) return 'closed';
  if (last === null) return null;
  if (head.size < last.size) return 'older';
  if (extendsTree(last, head, proof, sha256)) return null;
  return head.size === last.size ? 'forked' : 'unproven';
}

/** What each objection says to a person, and what to do. */
export const OBJECTIONS: Readonly<Record<Objection, { readonly zh: string; readonly en: string }>> = {
  closed: {
    zh: '该记录树已宣告停用，不再签署。',
    en: 'This log was declared closed; nothing of it is signed any more.',
  },
  older: {
    zh: '所请求的记录树比上次签署的小：数据库可能被旧备份替换。',
    en: 'The tree is smaller than the one signed last: the database may have been replaced by an old backup.',
  },
  forked: {
    zh: '同样大小的记录树，内容与上次签署的不同。',
    en: 'A tree of the same size was signed before, with another content.',
  },
  unproven: {
    zh: '未能证明所请求的记录树延续上次签署的记录树。',
    en: 'Nothing proves that the tree begins with the one signed last.',
  },
};

import { sha256, type KeptText, type Ledger } from '@mouding/ledger';
import { rootOf, treeDocument, type Tree } from '@mouding/text';
import type { Quota } from './quota.ts';

/** Keeps a text that a person brings. @throws ProblemError too-many */
export type KeepText = (
  who: { readonly institution: string; readonly person: string },
  content: string,
) => Promise<KeptText>;

export const keepingTexts =
  (ledger: Ledger, quota: Quota): KeepText =>
  async ({ institution, person }, content) => {
    const bytes = Buffer.from(content);
    await quota({ institution, person, hash: sha256(bytes), bytes: bytes.length });
    return ledger.putText(institution, content, person);
  };

/** Keeps a text that is a tree. @throws ProblemError too-many */
export type KeepTree = (
  who: { readonly institution: string; readonly person: string },
  tree: Tree,
) => Promise<KeptText>;

export const keepingTrees =
  (ledger: Ledger, quota: Quota): KeepTree =>
  async ({ institution, person }, tree) => {
    const document = treeDocument(tree);
    const hash = Buffer.from(rootOf(tree, sha256), 'hex');
    await quota({ institution, person, hash, bytes: Buffer.byteLength(document) });
    return ledger.putTree(institution, document, person);
  };

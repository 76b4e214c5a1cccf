import { sha256, type KeptText, type Ledger } from '@mouding/ledger';
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

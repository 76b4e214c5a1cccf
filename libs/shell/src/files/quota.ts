import { dayOf, endOfDay, startOfDay } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';

/** Who brings something, and what. */
export interface Upload {
  readonly institution: string;
  readonly person: string;
  /** SHA-256 of its bytes. */
  readonly hash: Uint8Array;
  readonly bytes: number;
}

/** Lets an upload pass that a person has room for on this Beijing day. @throws ProblemError too-many */
export type Quota = (upload: Upload) => Promise<void>;

/**
 * Limits what one person brings in a day: texts and originals together, each once, counted from what is kept. Several
 * at once may go over it by what is on its way.
 *
 * @param limit bytes
 */
export const openQuota =
  (ledger: Ledger, limit: number): Quota =>
  async ({ institution, person, hash, bytes }) => {
    const now = await ledger.lawNow(institution);
    const brought = await ledger.broughtBytes(institution, person, startOfDay(dayOf(now)), hash);
    if (brought + bytes > limit) throw usedUp(limit, now);
  };

function usedUp(limit: number, now: string): ProblemError {
  const megabytes = String(Math.round(limit / 1e4) / 100);
  return new ProblemError('too-many', {
    detail: {
      zh: `您今日上传的文稿、原件合计已达上限（${megabytes} MB），本次未收存；请明日再传，急需的请系统管理员调高上限（UPLOAD_MB_PER_DAY）`,
      en: `Your texts and originals of today have reached ${megabytes} MB and this one was not kept; bring it tomorrow, or have the administrator raise UPLOAD_MB_PER_DAY`,
    },
    retryAfter: Math.ceil((Date.parse(endOfDay(dayOf(now))) - Date.parse(now)) / 1000),
  });
}

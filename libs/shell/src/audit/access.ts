import {
  endOfDay,
  lettersFor,
  startOfDay,
  streamName,
  type AuditLetter,
  type OrgState,
  type Refusal,
} from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, readerFor, type Reader } from '../queries/reader.ts';

/** Somebody at the auditor's service, with what is open to them at this moment. */
export interface AuditAccess {
  readonly reader: Reader;
  readonly org: OrgState;
  /** Law time. */
  readonly now: string;
  readonly isAuditor: boolean;
  readonly isSecurityAuditor: boolean;
  /** Letters that are current for the auditor's posts of this person. */
  readonly letters: readonly AuditLetter[];
}

/** What one question may look at: under which letter, in which case, of which time. */
export interface AuditScope {
  readonly access: AuditAccess;
  readonly reader: Reader;
  /** Null where none is needed. */
  readonly letter: AuditLetter | null;
  /** Law times, the first with it and the other without; null leaves the time open. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** An auditor reads what is clear: sealed wording is not opened here, and no key is near. */
export const withoutKeys = (ledger: Ledger): Ledger => ({
  ...ledger,
  openSealed: () => Promise.resolve(undefined),
  discloseSealed: () => Promise.resolve(undefined),
});

export async function openAccess(
  means: Means,
  who: { readonly institution: string; readonly person: string },
): Promise<AuditAccess> {
  const reader = await readerFor(means, who);
  const now = await means.ledger.lawNow(who.institution);
  const org = await asked(reader, (known) => known.org);
  const own = inOwnRight(reader);
  const posts = own.flatMap(({ as, post }) => (as === 'auditor' && post !== null ? [post] : []));
  return {
    reader,
    org,
    now,
    isAuditor: posts.length > 0,
    isSecurityAuditor: own.some(({ as }) => as === 'security-auditor'),
    letters: lettersFor(org.context.letters, posts, now),
  };
}

/** The scope of one case. @throws ProblemError letter-required, where no current letter opens it */
export function scopeOfCase(access: AuditAccess, id: string): AuditScope {
  return under(
    access,
    access.letters.filter(({ cases }) => cases === null || cases.includes(id)),
  );
}

/** The scope of the whole institution. @throws ProblemError letter-required */
export const scopeOfAll = (access: AuditAccess): AuditScope =>
  under(
    access,
    access.letters.filter(({ cases }) => cases === null),
  );

/** The log as it stands, byte for byte: a letter for the whole institution and all of its time. @throws ProblemError letter-required */
export const scopeOfLog = (access: AuditAccess): AuditScope =>
  under(
    access,
    access.letters.filter(({ cases, period }) => cases === null && period === null),
  );

/** What needs no letter: the letters themselves, and the words of the questions. */
export const scopeOfNone = (access: AuditAccess): AuditScope => ({
  access,
  reader: access.reader,
  letter: null,
  period: null,
});

/** The widest letter counts: one without a period before others. */
function under(access: AuditAccess, letters: readonly AuditLetter[]): AuditScope {
  const letter = letters.find(({ period }) => period === null) ?? letters[0];
  if (!letter) throw new ProblemError('letter-required', { refusal: noLetter(access) });
  const { period } = letter;
  return {
    access,
    reader: access.reader,
    letter,
    period: period && { from: startOfDay(period.from), to: endOfDay(period.to) },
  };
}

const noLetter = ({ letters, now }: AuditAccess): Refusal => ({
  because: 'policy',
  rule: 'audit.letter-current',
  said: {
    zh: '没有现行有效、且范围包含所查内容的调阅函，不能查阅',
    en: 'No current letter of access covers what you ask for',
  },
  basis: '审计法第三十四条（调阅资料）',
  facts: {
    now,
    letters: letters.map(({ number, cases, until }) => ({ number, whole: cases === null, until })),
  },
  needs: {
    zh: '请被审计单位登记并批准调阅函（范围、起止日期），或扩大其范围',
    en: 'Ask the institution to enter and approve a letter of access, or a wider one',
  },
});

/** The streams of a case that auditors look at. */
export async function streamsOfCase({ reader }: AuditScope, id: string): Promise<readonly string[]> {
  const { ledger, visitor } = reader;
  const items = await ledger.itemsOfCase(visitor.institution, id);
  const own = [streamName('case', id), streamName('refusal', id)];
  return [...new Set<string>([...own, ...items.map(({ stream }) => stream)])];
}

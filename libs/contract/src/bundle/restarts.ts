import { foldStream, parseStream, type LogRestart, type OrgState } from '@mouding/core';
import { both } from '../words.ts';
import type { Signed } from './check-proofs.ts';
import type { BundleFault } from './fault.ts';
import type { Sentence } from './layout.ts';
import type { BundledEntry } from './read-bundle.ts';

/** 另起记录树, as the entries of the house declare it. */
export interface BundledRestart extends Pick<LogRestart, 'origin' | 'next' | 'signed' | 'kept' | 'reason'> {
  /** Who proposed it and who confirmed it: titles of their posts. */
  readonly proposedBy: string;
  readonly confirmedBy: string;
  /** Whether these are two people. */
  readonly byTwo: boolean;
}

/** Every restart that was declared. @throws Error for entries of the house that cannot be folded */
export function restartsIn(entries: readonly Pick<BundledEntry, 'entry'>[]): readonly BundledRestart[] {
  const facts = entries
    .filter(({ entry }) => parseStream(entry.stream).kind === 'org')
    .map(({ entry: { type, data } }) => ({ type, data }));
  if (!facts.some(({ type }) => type === 'LogRestarted')) return [];
  const { context } = foldStream('org', facts, () => undefined) as OrgState;
  const titled = (post: string | null | undefined): string =>
    context.posts.find(({ id }) => id === post)?.title ?? '—';
  return context.treeLog.restarts
    .filter(({ status }) => status === 'declared')
    .map(({ origin, next, signed, kept, reason, by, post, judged }) => ({
      origin,
      next,
      signed,
      kept,
      reason,
      proposedBy: titled(post),
      confirmedBy: titled(judged?.post),
      byTwo: judged !== null && judged.by !== by,
    }));
}

/** A log that goes on in the place of another was declared, by two people, and so was every one before it. */
export function restartFaults(
  restarts: readonly BundledRestart[],
  signed: Signed | null,
): readonly BundleFault[] {
  const alone = restarts.filter(({ byTwo }) => !byTwo).map(({ next }) => fault(next, 'one person alone'));
  return [...alone, ...(signed ? undeclared(restarts, signed.origin) : [])];
}

/** The name of a further log: that of the first, and its number. */
const FURTHER = /^(.+\/log\/[^/]+)\/([1-9]\d{0,5})$/;

function undeclared(restarts: readonly BundledRestart[], origin: string): readonly BundleFault[] {
  const [, first = '', count = '0'] = FURTHER.exec(origin) ?? [];
  const declared = new Set(restarts.map(({ next }) => next));
  const names = Array.from({ length: Number(count) }, (_, at) => `${first}/${at + 1}`);
  return names
    .filter((name) => !declared.has(name))
    .map((name) => fault(name, 'no entry of the house declares it'));
}

const fault = (where: string, detail: string): BundleFault => ({ kind: 'restart', where, detail });

/** A restart as a line of the screen: what was lost, why, and who said so. */
export const restartWords = (restart: BundledRestart): Sentence => {
  const { origin, next, signed, kept, reason, proposedBy, confirmedBy } = restart;
  return both(
    `经双人宣告另起记录树：${origin} 签署至 ${signed.size} 条，现存 ${kept.size} 条，此后为 ${next}；原因：${reason}（${proposedBy}提出，${confirmedBy}确认）`,
    `declared by two people: ${origin} was signed up to ${signed.size} entries, ${kept.size} are left, and ${next} goes on; ${reason} (proposed by ${proposedBy}, confirmed by ${confirmedBy})`,
  );
};

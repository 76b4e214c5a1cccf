import { REPAIR_WORDS, wordsOf, type RepairPreview, type RepairPreviewWish } from '@mouding/contract';
import { ProblemError } from '../problem/problem-error.ts';
import type { Reader } from './reader.ts';
import { NEW, whyNot } from './why.ts';

/** A reason is not asked for before it is known what the repair would do. */
const NO_REASON = '预览';

/**
 * 双人复核更正 before it is proposed: what it would do in words, or what stands against it; the same computation as of the
 * act, asked without doing it.
 *
 * @throws ProblemError refused, to whoever may propose none
 */
export async function repairPreview(reader: Reader, wish: RepairPreviewWish): Promise<RepairPreview> {
  const body = JSON.stringify({ ...wish, reason: NO_REASON });
  const found = await whyNot(reader, 'repair', NEW, { command: 'repair.propose', body });
  const { rule, said, because, needs } = found;
  if (because === 'policy' && rule !== null)
    throw new ProblemError('refused', { refusal: { because, rule, said, facts: {} } });
  const { repair } = wish.what;
  const effect = found.notices.find((notice) => notice.rule === 'repair.effect');
  const until = effect?.facts['until'];
  return {
    repair,
    words: wordsOf(REPAIR_WORDS, repair),
    effect: effect?.said ?? null,
    until: typeof until === 'string' ? until : null,
    refusal: rule === null ? null : { rule, said, needs },
  };
}

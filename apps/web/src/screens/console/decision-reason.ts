import type { Meeting } from '../../api/generated/types.gen.ts';

/** A reason of a decision that another one took the place of, and why. */
interface Before {
  readonly said: string;
  readonly why: string;
}

const textOf = (said: unknown): string => (typeof said === 'string' ? said : '');

/** Why it was decided so, as it was put right last, and what was entered before; nothing where no reason was given. */
export function decisionReason(wording: Meeting['wording']): {
  readonly now: string;
  readonly before: readonly Before[];
} {
  const inOrder = [...wording].sort((a, b) => a.version - b.version);
  const decided = inOrder.findLast(({ type }) => type === 'ItemDecided')?.said?.['reason'];
  const corrected = inOrder.flatMap(({ type, said }) =>
    type === 'DecisionCorrected' && typeof said?.['stated'] === 'string'
      ? [{ said: said['stated'], why: textOf(said['reason']) }]
      : [],
  );
  const all = [textOf(decided), ...corrected.map(({ said }) => said)];
  return {
    now: all.at(-1) ?? '',
    before: corrected.flatMap(({ why }, i) => (all[i] === '' ? [] : [{ said: all[i] ?? '', why }])),
  };
}

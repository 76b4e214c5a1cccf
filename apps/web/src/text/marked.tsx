import type { Run } from '@mouding/text';
import { useSaid } from '../words/language.tsx';
import { COMPARE } from '../words/compare.ts';

interface MarkedProps {
  readonly how: 'in' | 'out';
  readonly text: string;
}

/** Underlined with 增 or struck with 删: never told by colour alone, and said to who cannot see it. */
export function Marked({ how, text }: MarkedProps) {
  const { inWord, outWord } = useSaid(COMPARE);
  return how === 'in' ? (
    <ins className="marked">
      <span className="unseen">{inWord}</span>
      {text}
    </ins>
  ) : (
    <del className="marked">
      <span className="unseen">{outWord}</span>
      {text}
    </del>
  );
}

interface RunsProps {
  readonly runs: readonly Run[];
  /** Which pieces are shown; both by default. */
  readonly side?: 'before' | 'after';
}

/** A changed passage, piece by piece, as a whole or as one of its sides. */
export function Runs({ runs, side }: RunsProps) {
  const hidden = side === 'before' ? 'in' : side === 'after' ? 'out' : null;
  return runs.map(({ kind, text }, i) => {
    if (kind === hidden) return null;
    return kind === 'same' ? <span key={i}>{text}</span> : <Marked key={i} how={kind} text={text} />;
  });
}

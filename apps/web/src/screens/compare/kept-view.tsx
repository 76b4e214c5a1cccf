import { useState } from 'react';
import { isHeading } from '../../text/lines.ts';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import type { KeptRow } from './rows.ts';

interface KeptViewProps {
  readonly row: KeptRow;
  readonly isFolded: boolean;
}

/** As few are shown: folding them would save nothing. */
const FEW = 1;

/** What stayed: folded to its count, or as it reads. */
export function KeptView({ row: { lines }, isFolded }: KeptViewProps) {
  const [isOpen, setOpen] = useState(false);
  const words = useSaid(COMPARE);
  if (isFolded && !isOpen && lines.length > FEW)
    return (
      <li className="compare-fold">
        <button
          type="button"
          className="compare-unfold"
          aria-label={words.unfold(lines.length)}
          onClick={() => setOpen(true)}
        >
          {words.folded(lines.length)}
        </button>
      </li>
    );
  return (
    <li className="compare-kept">
      {lines.map((line, i) => (
        <p key={i} className={isHeading(line) ? 'compare-heading' : undefined}>
          {line.trim()}
        </p>
      ))}
    </li>
  );
}

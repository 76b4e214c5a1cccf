import type { NumberChange } from '@mouding/text';
import { useState } from 'react';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';
import { NumberTable } from '../compare/number-table.tsx';

/** As many are shown before somebody asks for all. */
const FIRST = 5;

/** 数字变化 first: what a leader asks about before anything else. */
export function Figures({ numbers }: { readonly numbers: readonly NumberChange[] }) {
  const words = useSaid(CHAPTER);
  const [isWhole, setWhole] = useState(false);
  if (numbers.length === 0) return null;
  const shown = isWhole ? numbers : numbers.slice(0, FIRST);
  return (
    <section>
      <h2>{words.figures}</h2>
      <NumberTable numbers={shown} />
      {shown.length < numbers.length && (
        <button type="button" className="plain chapter-more" onClick={() => setWhole(true)}>
          {words.more(numbers.length)}
        </button>
      )}
    </section>
  );
}

import { diff } from '@mouding/text';
import { useMemo } from 'react';
import { DIFFERENCE } from '../words/difference.ts';
import { useSaid } from '../words/language.tsx';
import './difference.css';
import { Runs } from './marked.tsx';

interface DifferenceProps {
  /** Of the text that a body decided, from 1. */
  readonly line: number;
  readonly decided: string;
  readonly current: string;
}

/** The first place at which a text is no longer the one that was decided: what stood there, and what stands there now. */
export function Difference({ line, decided, current }: DifferenceProps) {
  const words = useSaid(DIFFERENCE);
  const runs = useMemo(
    () => diff(decided, current).parts.flatMap((part) => ('runs' in part ? part.runs : [])),
    [decided, current],
  );
  return (
    <>
      <p>{words.differs(line)}</p>
      <dl className="difference">
        <dt>{words.decided}</dt>
        <dd>{runs.length === 0 ? decided : <Runs runs={runs} side="before" />}</dd>
        <dt>{words.current}</dt>
        <dd>{runs.length === 0 ? current : <Runs runs={runs} side="after" />}</dd>
      </dl>
    </>
  );
}

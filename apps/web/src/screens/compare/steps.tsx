import { Button } from 'antd';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';

interface StepsProps {
  /** The place in the list that is shown, from 1; 0 before the first step. */
  readonly at: number;
  readonly all: number;
  readonly seen: number;
  readonly onBefore: () => void;
  readonly onNext: () => void;
}

/** From change to change, always within reach; how many have been looked at. */
export function Steps({ at, all, seen, onBefore, onNext }: StepsProps) {
  const words = useSaid(COMPARE);
  return (
    <div className="compare-steps">
      <Button onClick={onBefore} disabled={at <= 1} aria-keyshortcuts="[">
        {words.before}
      </Button>
      <span role="status" className="compare-at">
        {at > 0 ? words.at(at, all) : words.count(all)} · {words.seenOf(seen, all)}
      </span>
      <Button onClick={onNext} disabled={at >= all} aria-keyshortcuts="]">
        {words.next}
      </Button>
      <span className="soft compare-wide">{words.keys}</span>
    </div>
  );
}

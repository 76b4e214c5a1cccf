import { Button } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { kindOf, type Submitted } from './submitted.ts';

type Take = 'accept' | 'reject';

interface RevisionsProps {
  readonly thing: Submitted;
  readonly seen: string | null;
  readonly count: number;
}

/** How tracked changes are read: asked, never guessed. */
export function Revisions({ thing, seen, count }: RevisionsProps) {
  const words = useSaid(HAND_IN);
  const name = useId();
  const [take, setTake] = useState<Take | null>(null);
  const verb = `${kindOf(thing)}.choose-revisions`;
  const { press, acting } = useAct({ verb, id: thing.id, seen });
  return (
    <fieldset className="sheet stage handin-question">
      <legend>{words.revisions}</legend>
      <p>{words.revisionsWhy(count)}</p>
      {(['accept', 'reject'] as const).map((each) => (
        <label key={each} className="handin-choice">
          <input type="radio" name={name} checked={take === each} onChange={() => setTake(each)} />
          {words[each]}
        </label>
      ))}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      <Button
        type="primary"
        size="large"
        disabled={take === null}
        loading={acting.at === 'work'}
        onClick={() => press({ take })}
      >
        {words.choose}
      </Button>
    </fieldset>
  );
}

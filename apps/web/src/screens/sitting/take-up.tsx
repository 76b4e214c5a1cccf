import { Button } from 'antd';
import type { Sitting } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';

interface TakeUpProps {
  readonly thing: Sitting;
  readonly seen: string | null;
  readonly no: number;
}

/** 进入议题, for whoever runs the sitting. */
export function TakeUp({ thing, seen, no }: TakeUpProps) {
  const words = useSaid(CONGRESS);
  const { press, acting } = useAct({ verb: 'sitting.take-up', id: thing.id, seen });
  const may = thing.may.find(({ command }) => command === 'sitting.take-up');
  if (!may?.allowed) return null;
  return (
    <>
      <Button className="sitting-button" loading={acting.at === 'work'} onClick={() => press({ no })}>
        {words.takeUp}
      </Button>
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
    </>
  );
}

import { Button } from 'antd';
import type { Manuscript } from '../../../api/generated/types.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureNotice } from '../../../ui/failure-state.tsx';
import { EDITING } from '../../../words/editing.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';

interface ConvertProps {
  readonly thing: Manuscript;
  readonly seen: string | null;
}

/** 转换为条目化文稿, where it is wanted: of a text that came from paper, as long as nobody has edited it by clauses. */
export function Convert({ thing, seen }: ConvertProps) {
  const words = useSaid(EDITING);
  const { language } = useSpeech();
  const { press, acting } = useAct({ verb: 'manuscript.convert', id: thing.id, seen });
  const may = thing.may.find(({ command }) => command === 'manuscript.convert');
  return (
    <EmptyState
      title={words.none}
      why={may && !may.allowed && may.said ? may.said[language] : words.noneWhy}
      action={
        <>
          <Button
            type="primary"
            disabled={!may?.allowed}
            loading={acting.at === 'work'}
            onClick={() => press({})}
          >
            {words.convert}
          </Button>
          {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
        </>
      }
    />
  );
}

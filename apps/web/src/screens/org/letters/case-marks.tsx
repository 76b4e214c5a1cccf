import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { casesQuery } from '../../../api/queries.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { useSaid } from '../../../words/language.tsx';
import { LETTERS } from '../../../words/letters.ts';
import { Marks } from './marks.tsx';

interface CaseMarksProps {
  readonly name: string;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Plans by their titles. */
export function CaseMarks({ name, chosen, onChoose }: CaseMarksProps) {
  const words = useSaid(LETTERS);
  const query = useInfiniteQuery(casesQuery);
  return (
    <>
      <Fetched query={query} rows={2}>
        {({ pages }) => (
          <Marks
            name={name}
            options={pages.flatMap(({ items }) =>
              items.map(({ id, title }) => ({ value: id, label: title })),
            )}
            chosen={chosen}
            onChoose={onChoose}
            empty={<p className="soft">{words.noCases}</p>}
          />
        )}
      </Fetched>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {words.moreCases}
        </Button>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { chapterQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Submission } from './submission.tsx';

/** P5 篇章报送, for its departments; the lead has a page of their own. */
export function ChapterHandIn() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(chapterQuery(id))} rows={8}>
      {(answer) => <Submission answer={answer} />}
    </Fetched>
  );
}

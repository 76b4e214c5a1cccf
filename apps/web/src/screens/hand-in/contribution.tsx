import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { contributionQuery } from '../../api/queries.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Submission } from './submission.tsx';

/** P5 科室发展规划报送. */
export function Contribution() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(contributionQuery(id))} rows={8}>
      {(answer) => <Submission answer={answer} />}
    </Fetched>
  );
}

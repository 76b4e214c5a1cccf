import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { resourceQuery } from '../../api/resource.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { Thing } from '../thing/thing.tsx';

/** What a mail or a list of what is owed leads to: the table of the plan, where figures are filled in and confirmed. */
export function IndicatorsOfPlan() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(resourceQuery('indicators', id))} rows={10}>
      {({ data }) =>
        data.case === null ? <Thing /> : <Navigate to={`/plans/${data.case}/indicators`} replace />
      }
    </Fetched>
  );
}

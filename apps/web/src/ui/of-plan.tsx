import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { caseQuery } from '../api/queries.ts';

interface OfPlanProps {
  /** The plan by its id; null for what belongs to none. */
  readonly id: string | null;
  /** What the thing is called: one that names its plan is not led by it once more. */
  readonly label: string;
}

/** The plan above the name of a thing: the same chapter, opinion or indicator stands in several plans. */
export const OfPlan = ({ id, label }: OfPlanProps) => id !== null && <Led id={id} label={label} />;

function Led({ id, label }: { readonly id: string; readonly label: string }) {
  const { data } = useQuery({ ...caseQuery(id), retry: false });
  if (data && label.includes(data.title)) return null;
  return <p className="page-of">{data && <Link to={`/plans/${id}`}>{data.title}</Link>}</p>;
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid } from '../../words/language.tsx';

/** Where whoever runs the meeting goes from here: the desk's console, the big screen, the sheets of paper. */
export function Places({ thing }: { readonly thing: Meeting }) {
  const words = useSaid(CONGRESS);
  const { me } = usePresent();
  const { data: org } = useQuery(orgQuery);
  const seats = org?.bodies.find(({ key }) => key === thing.data.bodyKey)?.seats ?? [];
  const serves = seats.some(
    ({ role, post }) => role === 'secretary' && me.capacities.some((held) => held.post === post),
  );
  if (!serves || location.pathname.startsWith('/m')) return null;
  return (
    <p className="sheet meeting-places">
      <Link to={`/meetings/${thing.id}/console`}>{words.console}</Link>
      <Link to={`/meetings/${thing.id}/screen`}>{words.screen}</Link>
      <Link to={`/meetings/${thing.id}/pack`}>{words.pack}</Link>
    </p>
  );
}

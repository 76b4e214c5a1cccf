import { PLURALS, type Trail } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { TreeChanges } from '../../api/generated/types.gen.ts';
import { changesQuery } from '../../api/queries.ts';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import { clausesIn, type ChangeRow } from './rows.ts';

type Origin = TreeChanges['changed'][number]['because'][number];

interface Two {
  readonly plural: string;
  readonly id: string;
  readonly trail: Trail;
  readonly from: string;
  readonly to: string;
}

/** What each change of a plan's text answers: the opinion, resolution or reply, or another ground, and why. */
export function useBecause({ plural, id, trail: { texts }, from, to }: Two): (row: ChangeRow) => ReactNode {
  const isTree = (hash: string): boolean =>
    texts.some(({ ref }) => ref.hash === hash && ref.scheme === 'tree@1');
  const isKept = plural === 'manuscripts' && from !== to && isTree(from) && isTree(to);
  const { data } = useQuery({
    ...changesQuery('manuscripts', id, { root: to, since: from }),
    enabled: isKept,
  });
  return useCallback(
    (row: ChangeRow) => {
      const origins = data ? clausesIn(row, data.changed).flatMap((clause) => clause.because) : [];
      return origins.length > 0 ? <Because origins={origins} /> : null;
    },
    [data],
  );
}

function Because({ origins }: { readonly origins: readonly Origin[] }) {
  const words = useSaid(COMPARE);
  const each = new Map(
    origins.map((origin) => [`${origin.version} ${origin.cites} ${origin.reason}`, origin]),
  );
  return (
    <ul className="compare-because" aria-label={words.because}>
      {[...each].map(([key, { cites, citesWords, ground, reason, post }]) => (
        <li key={key}>
          <span className="compare-ground">
            {cites === null ? (
              (ground ?? words.noGround)
            ) : (
              <Link to={screenOf(cites)}>{citesWords ?? words.opinion}</Link>
            )}
          </span>
          {[reason, post].filter((said) => said !== null).map((said) => ` · ${said}`)}
        </li>
      ))}
    </ul>
  );
}

function screenOf(stream: string): string {
  const [kind = '', id = ''] = stream.split('/');
  return `/${PLURALS[kind] ?? kind}/${id}`;
}

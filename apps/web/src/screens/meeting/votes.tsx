import { useQuery } from '@tanstack/react-query';
import type { Meeting } from '../../api/generated/types.gen.ts';
import { CONGRESS } from '../../words/congress.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { ballotQuery } from '../sitting/query.ts';

const VOTES = ['yes', 'no', 'abstain', 'invalid'] as const;
type Counts = { readonly [K in (typeof VOTES)[number]]?: number | undefined };

/** 表决情况: counts with bars and, beside them, the numbers. A secret ballot shows nothing until it is confirmed and declared. */
export function Votes({ data }: Pick<Meeting, 'data'>) {
  const { meeting: words } = useWords();
  const said = useSaid(CONGRESS);
  const { outcome, rule } = data;
  const counts = useCounts(data);
  if (counts === null) return outcome === null ? null : <Outcome rule={rule} outcome={outcome} />;
  const shown = VOTES.filter((vote) => counts[vote] !== undefined);
  const sum = shown.reduce((all, vote) => all + (counts[vote] ?? 0), 0);
  if (sum === 0 && outcome === null) return null;
  return (
    <section aria-label={words.votes}>
      <h2>{words.votes}</h2>
      <table className="votes">
        <tbody>
          {shown.map((vote) => (
            <tr key={vote}>
              <th scope="row">{said.counts[vote]}</th>
              <td>{counts[vote]}</td>
              <td>
                <meter max={Math.max(sum, 1)} value={counts[vote]}>
                  {counts[vote]}
                </meter>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome !== null && <Outcome rule={rule} outcome={outcome} />}
    </section>
  );
}

const Outcome = ({ rule, outcome }: { rule: Meeting['data']['rule']; outcome: string }) => (
  <p className="sentence">{rule.words[outcome] ?? outcome}</p>
);

/** Of a secret ballot the confirmed counts, once the resolution is declared; null while there is nothing to show. */
function useCounts(data: Meeting['data']): Counts | null {
  const ballot = data.outcome === null ? undefined : data.ballot?.split('/')[1];
  const box = useQuery(ballotQuery(ballot ?? null));
  if (data.hands !== null) return data.hands;
  return data.rule.ballot === 'secret' ? (box.data?.data.data.confirmed ?? null) : named(data);
}

function named({ votes }: Meeting['data']): Counts {
  const count = (wanted: string): number => votes.filter(({ vote }) => vote === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}

import type { Meeting } from '../../api/generated/types.gen.ts';
import { useWords } from '../../words/language.tsx';

const VOTES = ['yes', 'no', 'abstain'] as const;

/** 表决情况: counts with bars and, beside them, the numbers. A secret ballot shows nothing until it is confirmed. */
export function Votes({ data: { votes, hands, rule, outcome } }: Pick<Meeting, 'data'>) {
  const { meeting: words } = useWords();
  const count = (vote: (typeof VOTES)[number]): number =>
    hands?.[vote] ?? votes.filter((one) => one.vote === vote).length;
  const sum = VOTES.reduce((all, vote) => all + count(vote), 0);
  if (sum === 0 && outcome === null) return null;
  return (
    <section aria-label={words.votes}>
      <h2>{words.votes}</h2>
      <table className="votes">
        <tbody>
          {VOTES.map((vote) => (
            <tr key={vote}>
              <th scope="row">{words.vote[vote]}</th>
              <td>{count(vote)}</td>
              <td>
                <meter max={Math.max(sum, 1)} value={count(vote)}>
                  {count(vote)}
                </meter>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {outcome !== null && <p className="sentence">{rule.words[outcome] ?? outcome}</p>}
    </section>
  );
}

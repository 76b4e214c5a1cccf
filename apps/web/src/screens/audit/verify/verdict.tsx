import { Link } from 'react-router';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { Table } from '../../../ui/table.tsx';
import type { Fault, Verdict as End } from './use-verification.ts';

interface VerdictProps {
  readonly verdict: End;
  readonly faults: readonly Fault[];
}

/** 一致, or 不一致 and where. */
export function Verdict({ verdict, faults }: VerdictProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  const { whole, said } = verdict;
  return (
    <section className={`sheet audit-verdict ${whole ? 'audit-whole' : 'audit-broken'}`}>
      <h2>{whole ? words.whole : words.notWhole}</h2>
      <p role="status">{said[language]}</p>
      <dl className="audit-sums">
        {Object.entries(words.sums).map(([name, what]) => (
          <div key={name}>
            <dt>{what}</dt>
            <dd>{verdict[name as keyof typeof words.sums].toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {faults.length > 0 && <Faults faults={faults} />}
    </section>
  );
}

function Faults({ faults }: Pick<VerdictProps, 'faults'>) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <>
      <h2>{words.faults(faults.length)}</h2>
      <Table label={words.faults(faults.length)} heads={words.faultHeads}>
        {faults.map(({ stream, version, said, detail }, n) => (
          <tr key={n}>
            <th scope="row">{said[language]}</th>
            <td>
              {stream.includes('/') ? (
                <Link to={`/timeline?stream=${encodeURIComponent(stream)}`}>{words.toTimeline}</Link>
              ) : null}
            </td>
            <td className="audit-num">{version}</td>
            <td>
              <code>{detail}</code>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

import { Link } from 'react-router';
import type { Issue } from '../../api/generated/types.gen.ts';
import { isoDay } from '../../words/day.ts';
import { ISSUE } from '../../words/issue.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';

/** 印发依据: what each gate decided, in the body's own words, and whether of the very text that goes out. */
export function Gates({ thing }: { readonly thing: Issue }) {
  const words = useSaid(ISSUE);
  const { gates } = thing.data;
  if (gates.length === 0) return null;
  return (
    <section aria-label={words.gates}>
      <h2>{words.gates}</h2>
      <p className="soft">{words.gatesWhy}</p>
      <div className="sheet issue-wide" tabIndex={0} role="group" aria-label={words.gates}>
        <table className="issue-table">
          <thead>
            <tr>
              <th scope="col">{words.gate}</th>
              <th scope="col">{words.decision}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.text}</th>
            </tr>
          </thead>
          <tbody>
            {gates.map((gate) => (
              <Row key={gate.gate} gate={gate} thing={thing} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly gate: Issue['data']['gates'][number];
  readonly thing: Issue;
}

function Row({ gate, thing: { data } }: RowProps) {
  const words = useSaid(ISSUE);
  const { language } = useSpeech();
  const { title, body, words: decided, on, text } = gate;
  const which = text?.hash === data.text?.hash ? words.same : words.other;
  return (
    <tr>
      <th scope="row">
        {title}
        {body !== title && <span className="soft"> {body}</span>}
      </th>
      <td>
        {decided ?? words.nobody} <Meeting gate={gate} />
      </td>
      <td>{on !== null && isoDay(on, language)}</td>
      <td>{text !== null && which}</td>
    </tr>
  );
}

function Meeting({ gate: { meeting } }: Pick<RowProps, 'gate'>) {
  const words = useSaid(ISSUE);
  if (meeting === null) return null;
  return (
    <Link className="issue-link" to={`/meetings/${meeting.slice('meeting/'.length)}`}>
      {words.meeting}
    </Link>
  );
}

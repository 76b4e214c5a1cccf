import type { OwedLine, StateLine, StateThen } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { dueDay } from '../../../words/day.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { code } from '../moment.ts';
import { useStageNames } from '../stage-names.ts';
import { Table } from '../../../ui/table.tsx';

/** The stages that were open. */
export function OpenStages({ stages }: Pick<StateThen, 'stages'>) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  if (stages.length === 0) return <p className="soft">{words.noOpen}</p>;
  return (
    <ul className="audit-chips">
      {stages.map(({ stage, title, due, paused }) => (
        <li key={stage} className="sheet">
          <strong>{title}</strong>
          {due !== null && <span className="soft">{words.due(dueDay(due, language))}</span>}
          {paused && <span className="tag">{words.paused}</span>}
        </li>
      ))}
    </ul>
  );
}

interface ItemsProps {
  readonly items: readonly StateLine[];
  readonly of: string;
}

/** Everything that there was, each in its state of then. */
export function Items({ items, of }: ItemsProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const stages = useStageNames(of);
  if (items.length === 0) return <p className="soft">{words.noItems}</p>;
  return (
    <Table label={words.items(items.length)} heads={words.itemHeads}>
      {items.map(({ stream, label, stage, department, statusWords, due, text }) => (
        <tr key={stream}>
          <th scope="row">{label}</th>
          <td>{stages.get(stage ?? '') ?? words.none}</td>
          <td>{department?.name ?? words.none}</td>
          <td>{statusWords[language]}</td>
          <td className="audit-num">{due === null ? words.none : dueDay(due, language)}</td>
          <td className="audit-num">{text === null ? words.none : <code>{code(text.hash)}</code>}</td>
        </tr>
      ))}
    </Table>
  );
}

interface OwedProps {
  readonly owed: readonly OwedLine[];
  readonly label: string;
}

/** Who owed what by when. */
export function Owed({ owed, label }: OwedProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  if (owed.length === 0) return <p className="soft">{words.noOwed}</p>;
  return (
    <Table label={label} heads={words.owedHeads}>
      {owed.map(({ stream, name, label: thing, verbWords, holderWords, due }) => (
        <tr key={`${stream} ${name}`}>
          <th scope="row">{verbWords[language]}</th>
          <td>{thing}</td>
          <td>{holderWords}</td>
          <td className="audit-num">{due === null ? words.none : dueDay(due, language)}</td>
        </tr>
      ))}
    </Table>
  );
}

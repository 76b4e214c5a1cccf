import { Link } from 'react-router';
import type { AuditRow } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { code, momentWords } from '../moment.ts';

interface AnswerRowProps {
  readonly row: AuditRow;
  readonly of: string;
  readonly isPicked: boolean;
  readonly onPick: (isIn: boolean) => void;
}

/** What is seen, in a sentence, with the entries that show it. */
export function AnswerRow({ row: { said, label, evidence }, of, isPicked, onPick }: AnswerRowProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <li className="audit-answer">
      <input
        type="checkbox"
        aria-label={words.pick(said[language])}
        checked={isPicked}
        onChange={({ target }) => onPick(target.checked)}
      />
      <span className="row-title">
        <strong>{said[language]}</strong>
        {label !== null && <span className="soft">{label}</span>}
        <details>
          <summary>
            {words.evidence} {evidence.length}
          </summary>
          <ul className="audit-rules">
            {evidence.map(({ idx, at, words: what, by, leafHash }) => (
              <li key={idx}>
                <Link to={`/cases/${of}/state?at=${idx}`}>{words.entry(idx)}</Link>{' '}
                {momentWords(at, language)} {what[language]} {by} <code>{code(leafHash)}</code>
              </li>
            ))}
          </ul>
        </details>
      </span>
    </li>
  );
}

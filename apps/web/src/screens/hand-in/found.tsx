import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { Imported } from './import-query.ts';

/** What is to be looked at: warnings, what could not be imported, and what the check of the text found. */
export function Found({ view }: { readonly view: Imported }) {
  const words = useSaid(HAND_IN);
  const { language } = useSpeech();
  const { warnings, notImported, residue, pictures, findings } = view;
  return (
    <aside className="handin-found" aria-label={words.warnings}>
      <Notes title={words.warnings} lines={warnings.map((warning) => warning[language])} />
      <Notes
        title={words.notImported}
        lines={notImported.map(({ text }) => text)}
        why={words.notImportedWhy}
      />
      {pictures.length > 0 && <p>{words.pictures(pictures.length)}</p>}
      <Notes title={words.residue} lines={residue.map(({ text }) => text)} />
      <h3>{words.findings}</h3>
      {findings.length === 0 ? (
        <p className="soft">{words.noFindings}</p>
      ) : (
        <ul className="handin-findings">
          {findings.map(({ rule, severity, line, quote, message }, i) => (
            <li key={`${rule} ${i}`} className={`handin-${severity}`}>
              <strong>
                {words.severity[severity]} · {words.line(line)}
              </strong>
              <span>{message[language]}</span>
              {quote !== '' && <q>{quote}</q>}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

interface NotesProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly why?: string;
}

function Notes({ title, lines, why }: NotesProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {why !== undefined && <p className="soft">{why}</p>}
      <ul>
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
    </>
  );
}

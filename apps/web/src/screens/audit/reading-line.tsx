import type { AuditReading } from '../../api/audit-generated/types.gen.ts';
import { AUDIT } from '../../words/audit.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { asked } from './asked.ts';
import { momentWords } from './moment.ts';
import './letter.css';

/** One question of an auditor, as a row under `AUDIT.readingHeads`. */
export function ReadingLine({ reading }: { readonly reading: AuditReading }) {
  const words = useSaid(AUDIT);
  const { language } = useSpeech();
  const { at, person, name, number, words: said, detail } = reading;
  return (
    <tr>
      <td className="audit-reading-time">{momentWords(at, language)}</td>
      <td>{name ?? (person === null ? words.noneNeeded : words.someone)}</td>
      <td>{said[language]}</td>
      <td>{asked(detail, words.asked)}</td>
      <td>{number ?? words.noneNeeded}</td>
    </tr>
  );
}

import { Link } from 'react-router';
import type { ConformanceReport, Evidence } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { momentWords } from '../moment.ts';

interface LineProps {
  readonly of: string;
  readonly title: string;
  readonly detail: string;
  readonly evidence: Evidence;
}

/** What was seen, and the entry that shows it. */
function Line({ of, title, detail, evidence: { index, at, by } }: LineProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  return (
    <li>
      <span className="row-title">
        <strong>{title}</strong>
        <span>{detail}</span>
      </span>
      <span className="soft">
        {momentWords(at, language)} {by}
      </span>
      <Link to={`/cases/${of}/state?at=${index}`} className="audit-entry-link">
        {words.entry(index)}
      </Link>
    </li>
  );
}

interface OfCase {
  readonly of: string;
}

/** 程序提示: what the system showed. */
export function Notices({ of, notices }: OfCase & Pick<ConformanceReport, 'notices'>) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  if (notices.length === 0) return <p className="soft">{words.noNotices}</p>;
  return (
    <>
      <p className="audit-note">{words.noticesLead}</p>
      <ul className="sheet rows">
        {notices.map(({ rule, words: said, said: what, evidence }, n) => (
          <Line
            key={`${rule} ${n}`}
            of={of}
            title={said[language]}
            detail={what[language]}
            evidence={evidence}
          />
        ))}
      </ul>
    </>
  );
}

interface RefusalsProps extends OfCase {
  readonly refusals: NonNullable<ConformanceReport['refusals']>;
}

/** 暂不能办理: what was not carried out. */
export function Refusals({ of, refusals }: RefusalsProps) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  if (refusals.length === 0) return <p className="soft">{words.noRefusals}</p>;
  return (
    <>
      <p className="audit-note">{words.refusalsLead}</p>
      <ul className="sheet rows">
        {refusals.map(({ words: said, verb, because, evidence }) => (
          <Line
            key={evidence.index}
            of={of}
            title={`${verb[language]}：${said[language]}`}
            detail={words.refusedFor(because)}
            evidence={evidence}
          />
        ))}
      </ul>
    </>
  );
}

/** 补录、代录: what was entered afterwards. */
export function Records({ of, records }: OfCase & Pick<ConformanceReport, 'records'>) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  if (records.length === 0) return <p className="soft">{words.noRecords}</p>;
  return (
    <ul className="sheet rows">
      {records.map(({ title, verb, medium, standing, evidence }) => (
        <Line
          key={evidence.index}
          of={of}
          title={title}
          detail={`${verb[language]}，${medium[language]}，${standing.words[language]}`}
          evidence={evidence}
        />
      ))}
    </ul>
  );
}

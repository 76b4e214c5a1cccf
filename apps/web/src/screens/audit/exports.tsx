import { AUDIT } from '../../words/audit.ts';
import { useSaid } from '../../words/language.tsx';

const FORMATS = { csv: 'CSV', xlsx: 'Excel', jsonl: 'JSONL', pdf: 'PDF', docx: 'Word' } as const;

interface ExportsProps {
  /** Of the list, without its query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** 导出: the list that is shown, as a file. Every export is noted. */
export function Exports({ path, query = {} }: ExportsProps) {
  const { exports } = useSaid(AUDIT);
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <p className="audit-exports">
      <span className="soft">{exports}</span>
      {Object.entries(FORMATS).map(([format, name]) => (
        <a
          key={format}
          href={`${path}?${String(new URLSearchParams([...asked, ['format', format]]))}`}
          download
        >
          {name}
        </a>
      ))}
    </p>
  );
}

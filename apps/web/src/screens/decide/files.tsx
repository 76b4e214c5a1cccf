import type { Resource } from '../../api/resource.ts';
import { DECIDE } from '../../words/decide.ts';
import { useSaid, useWords } from '../../words/language.tsx';

interface FilesProps {
  readonly plural: string;
  readonly thing: Resource;
}

/** Originals by their names; nothing of them is needed to decide. */
export function Files({ plural, thing: { id, files } }: FilesProps) {
  const words = useSaid(DECIDE);
  const { thing: shared } = useWords();
  if (files.length === 0) return null;
  return (
    <section>
      <h2>{words.files}</h2>
      <ul className="sheet rows">
        {files.map(({ hash, title }) => (
          <li key={hash}>
            <a className="chapter-file" href={`/v1/${plural}/${id}/files/${hash}`}>
              {title ?? shared.file}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

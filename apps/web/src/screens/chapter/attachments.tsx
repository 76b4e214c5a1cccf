import type { Chapter } from '../../api/generated/types.gen.ts';
import { Papers } from '../../ui/papers.tsx';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid, useWords } from '../../words/language.tsx';

/** Originals as they came, and what can be printed; nothing of it is needed to decide. */
export function Attachments({ chapter: { id, version, files } }: { readonly chapter: Chapter }) {
  const words = useSaid(CHAPTER);
  const { thing } = useWords();
  return (
    <>
      {files.length > 0 && (
        <section>
          <h2>{words.attachments}</h2>
          <p className="soft">{words.attachmentWhy}</p>
          <ul className="sheet rows">
            {files.map(({ hash, title }) => (
              <li key={hash}>
                <a className="chapter-file" href={`/v1/chapters/${id}/files/${hash}`}>
                  {title ?? thing.file}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Papers plural="chapters" id={id} version={version} />
    </>
  );
}

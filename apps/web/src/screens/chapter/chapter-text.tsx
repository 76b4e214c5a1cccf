import { useQuery } from '@tanstack/react-query';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { ChangeList } from '../../text/change-list.tsx';
import { Reader } from '../../text/reader.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { useWords } from '../../words/language.tsx';

/** The text as it was handed in, and above it what became of the draft before. */
export function ChapterText({ chapter }: { readonly chapter: Chapter }) {
  const { id, data, texts } = chapter;
  const now = data.text?.hash ?? null;
  const before = texts.map(({ hash }) => hash).findLast((hash) => hash !== now) ?? null;
  const shown = useQuery(textQuery('chapters', id, now));
  const old = useQuery(textQuery('chapters', id, before));
  if (now === null) return <OriginalOnly chapter={chapter} />;
  return <Fetched query={shown}>{(text) => <Compared before={old.data ?? null} text={text} />}</Fetched>;
}

function OriginalOnly({ chapter: { id, files } }: { readonly chapter: Chapter }) {
  const { text: words } = useWords();
  const [original] = files;
  const action = original && <a href={`/v1/chapters/${id}/files/${original.hash}`}>{words.original}</a>;
  return <EmptyState title={words.none} why={original?.title ?? ''} action={action} />;
}

interface ComparedProps {
  readonly before: string | null;
  readonly text: string;
}

function Compared({ before, text }: ComparedProps) {
  const { text: words } = useWords();
  return (
    <>
      {before !== null && (
        <>
          <h2>{words.compare}</h2>
          <div className="sheet stage">
            <ChangeList before={before} after={text} />
          </div>
        </>
      )}
      <h2>{words.title}</h2>
      <Reader text={text} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Plural } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import type { Resource } from '../../api/resource.ts';
import { Reader } from '../../text/reader.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { Watermark } from '../../ui/watermark.tsx';
import { useWords } from '../../words/language.tsx';

interface CitedTextsProps {
  readonly plural: string;
  readonly id: string;
  readonly texts: Resource['texts'];
  /** What a text without a title of its own is called here, by its hash. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The texts that a thing cites, each read where it stands. */
export function CitedTexts({ plural, id, texts, names = {} }: CitedTextsProps) {
  const { thing: words } = useWords();
  if (texts.length === 0) return null;
  return (
    <>
      <h2>{words.texts}</h2>
      {texts.map(({ hash, title }) => (
        <Folded
          key={hash}
          plural={plural}
          id={id}
          hash={hash}
          title={title ?? names[hash] ?? words.text(hash.slice(0, 8))}
        />
      ))}
    </>
  );
}

interface FoldedProps {
  readonly plural: string;
  readonly id: string;
  readonly hash: string;
  readonly title: string;
}

function Folded({ plural, id, hash, title }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(textQuery(plural as Plural, id, isOpen ? hash : null));
  return (
    <details className="sheet stage" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <Fetched query={query}>{(text) => <Read text={text} />}</Fetched>}
    </details>
  );
}

/** An internal text, as it is read on a screen: marked with who reads it, and read aloud where there is a voice. */
const Read = ({ text }: { readonly text: string }) => (
  <>
    <ReadAloud text={text} />
    <Watermark>
      <Reader text={text} />
    </Watermark>
  </>
);

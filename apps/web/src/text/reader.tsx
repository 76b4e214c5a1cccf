import { useMemo } from 'react';
import { isHeading } from './lines.ts';

/** 正文: set as an official text is read, one paragraph a line of the file. */
export function Reader({ text }: { readonly text: string }) {
  const lines = useMemo(() => text.split('\n').filter((line) => line.trim() !== ''), [text]);
  return (
    <article className="reader" tabIndex={0}>
      {lines.map((line, i) => (
        <p key={i} className={isHeading(line) ? 'reader-heading' : undefined}>
          {line.trim()}
        </p>
      ))}
    </article>
  );
}

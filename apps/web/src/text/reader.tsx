import { useMemo } from 'react';

/** A line that begins as headings do: 第X章, 一、 and（一）. */
const HEADING =
  /^\s*(?:第[一二三四五六七八九十百]+(?:部分|章|篇|节)|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u;
const LONGEST_HEADING = 60;

/** 正文: set as an official text is read, one paragraph a line of the file. */
export function Reader({ text }: { readonly text: string }) {
  const lines = useMemo(() => text.split('\n').filter((line) => line.trim() !== ''), [text]);
  return (
    <article className="reader">
      {lines.map((line, i) => (
        <p key={i} className={isHeading(line) ? 'reader-heading' : undefined}>
          {line.trim()}
        </p>
      ))}
    </article>
  );
}

const isHeading = (line: string): boolean => line.length <= LONGEST_HEADING && HEADING.test(line);

import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import type { Shown } from './draft.ts';

const HEADINGS = new Set(['part', 'chapter', 'section']);

/** 目录: every heading, by a press to its place. */
export function Outline({ shown }: { readonly shown: readonly Shown[] }) {
  const { outline } = useSaid(EDITING);
  const headings = shown.filter(({ kind }) => HEADINGS.has(kind));
  return (
    <nav className="edit-outline" aria-label={outline}>
      <ol>
        {headings.map(({ id, depth, prefix, words }) => (
          <li key={id} className={depth > 1 ? 'edit-deeper' : undefined}>
            <a href={`#${id}`}>{(prefix + (words ?? '')).trim()}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

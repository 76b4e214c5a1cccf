import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/language.tsx';

interface PageProps {
  readonly title: string;
  /** Above the title: what it belongs to. */
  readonly over?: ReactNode;
  /** Beside the title: counts, a switch. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its title is the first heading and the title of the window. */
export function Page({ title, over, aside, children }: PageProps) {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <main id="content" tabIndex={-1}>
      <header className="page-head">
        {over}
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </main>
  );
}

import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/language.tsx';

interface PageProps {
  readonly title: string;
  /** Beside the title: counts, a switch. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: its title is the first heading and the title of the window. */
export function Page({ title, aside, children }: PageProps) {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <main id="content" tabIndex={-1}>
      <header className="page-head">
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </main>
  );
}

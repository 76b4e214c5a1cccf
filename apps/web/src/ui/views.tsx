import type { ReactNode } from 'react';
import './views.css';

interface ViewsProps {
  readonly label: string;
  /** Links; the one of the view that is shown says `aria-current="page"`. */
  readonly children: ReactNode;
}

/** The views of one thing. Each has its address, so that it can be sent and found again. */
export const Views = ({ label, children }: ViewsProps) => (
  <nav className="views" aria-label={label}>
    {children}
  </nav>
);

import type { ReactNode } from 'react';
import './beside.css';

interface BesideProps {
  /** What may be done with the text; on a narrow window it comes first. */
  readonly acts: ReactNode;
  /** The text. */
  readonly children: ReactNode;
}

/** A long text, and beside it what one does with it. */
export const Beside = ({ acts, children }: BesideProps) => (
  <div className="beside">
    <div className="beside-acts">{acts}</div>
    <div className="beside-text">{children}</div>
  </div>
);

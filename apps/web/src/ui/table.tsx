import type { ReactNode } from 'react';
import './table.css';

interface TableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** Of the screen, for what its cells have of their own. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that scrolls in its own room, with a name for whoever does not see it. */
export const Table = ({ label, heads, className, children }: TableProps) => (
  <div className="table-scroll sheet" tabIndex={0} role="region" aria-label={label}>
    <table className={className === undefined ? 'table' : `table ${className}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

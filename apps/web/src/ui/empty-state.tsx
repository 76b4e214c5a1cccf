import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** Why, or what will bring it. */
  readonly why: string;
  /** One thing to do instead. */
  readonly action?: ReactNode;
}

export const EmptyState = ({ title, why, action }: EmptyStateProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    <p className="soft">{why}</p>
    {action}
  </div>
);

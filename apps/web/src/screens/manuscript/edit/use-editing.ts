import type { Operation, Tree } from '@mouding/text';
import { useMemo } from 'react';
import type { Tree as View } from '../../../api/generated/types.gen.ts';
import type { useDraft } from '../../../drafts/use-draft.ts';
import { applied, draftIn, shownIn, treeFrom, withOne, type Draft, type Shown } from './draft.ts';

/** A text that is being edited: how it stands, and how it is changed. */
export interface Editing {
  readonly base: string;
  /** As it was when it was begun. */
  readonly before: Tree;
  readonly now: Tree;
  readonly shown: readonly Shown[];
  readonly operations: readonly Operation[];
  readonly touched: ReadonlySet<string>;
  readonly keptAt: number | null;
  readonly isElsewhere: boolean;
  readonly change: (operation: Operation) => void;
  readonly replace: (draft: Draft) => void;
  readonly undo: () => void;
  readonly drop: () => void;
}

/** @param base the root of the text that is edited, with its nodes */
export function useEditing(base: string, view: View, kept: ReturnType<typeof useDraft>): Editing {
  const before = useMemo(() => treeFrom(view), [view]);
  const { text } = kept;
  const found = useMemo(() => applied(before, draftIn(text)?.operations ?? []), [before, text]);
  const shown = useMemo(() => shownIn(found.tree), [found]);
  const { operations } = found;
  const replace = (draft: Draft): void => kept.write(JSON.stringify(draft));
  const keep = (next: readonly Operation[]): void =>
    next.length === 0 ? kept.drop() : replace({ base, operations: next });
  return {
    base,
    before,
    now: found.tree,
    shown,
    operations,
    touched: new Set(operations.flatMap(({ node }) => (node === null ? [] : [node]))),
    keptAt: kept.keptAt,
    isElsewhere: kept.isElsewhere,
    change: (operation) => keep(withOne(operations, operation)),
    replace,
    undo: () => keep(operations.slice(0, -1)),
    drop: kept.drop,
  };
}

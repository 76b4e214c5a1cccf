import type { Definition } from '@mouding/core';
import { useMemo, useState } from 'react';
import { useDraft } from '../../../drafts/use-draft.ts';
import { draftName } from './kept.ts';

/** As many steps back as anybody remembers. */
const MOST_BACK = 50;

/**
 * A definition that is being changed: the draft where there is one, otherwise what was published. Every change is kept
 * at once; one can go back through those of this visit.
 */
export function useDefinition(person: string, procedure: string, published: Definition) {
  const { text, keptAt, write, drop, others, swap, forget } = useDraft(draftName(person, procedure));
  const [back, setBack] = useState<readonly string[]>([]);
  const definition = useMemo(
    () => (text === '' ? published : (JSON.parse(text) as Definition)),
    [text, published],
  );
  const change = (next: Definition): void => {
    setBack([...back, text].slice(-MOST_BACK));
    write(JSON.stringify(next));
  };
  const undo = (): void => {
    const before = back[back.length - 1];
    setBack(back.slice(0, -1));
    if (before) write(before);
    else drop();
  };
  return {
    definition,
    change,
    undo,
    canUndo: back.length > 0,
    isDraft: text !== '',
    keptAt,
    drop,
    others,
    swap,
    forget,
  };
}

import { useEffect, useRef } from 'react';

const WRITES = 'input, textarea, select, [contenteditable], [role=combobox]';

const STEPS: { readonly [key: string]: number } = { j: 1, k: -1 };

/** Neither typed into a field, nor part of a composition, nor a shortcut of the browser. */
function isMeantForThePage({ target, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isWriting = target instanceof Element && target.closest(WRITES) !== null;
  return !isWriting && !isComposing && !ctrlKey && !metaKey && !altKey;
}

/** j and k go from row to row; never while somebody writes or composes. @returns the list that holds the rows */
export function useRowKeys(count: number, at: number, go: (to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const step = isMeantForThePage(event) ? (STEPS[event.key] ?? 0) : 0;
      if (step !== 0) go(Math.min(count - 1, Math.max(0, at + step)));
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [count, at, go]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return list;
}

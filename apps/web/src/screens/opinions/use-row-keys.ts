import { useEffect, useRef } from 'react';

const WRITES =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox]';

const STEPS: { readonly [key: string]: number } = { j: 1, k: -1 };

/** Neither typed into a field, nor part of a composition, nor a shortcut of the browser, nor meant for a dialog. */
export function isMeantForThePage(event: KeyboardEvent): boolean {
  const { target, isComposing, ctrlKey, metaKey, altKey } = event;
  const isWriting = target instanceof Element && target.closest(`${WRITES}, dialog`) !== null;
  return !isWriting && !isComposing && !ctrlKey && !metaKey && !altKey;
}

interface RowKeys {
  readonly count: number;
  readonly at: number;
  readonly go: (to: number) => void;
  readonly pick: () => void;
}

/** j and k go from row to row, x ticks one; never while somebody writes or composes. @returns what holds the rows */
export function useRowKeys({ count, at, go, pick }: RowKeys) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!isMeantForThePage(event)) return;
      const step = STEPS[event.key] ?? 0;
      if (step !== 0) go(Math.min(count - 1, Math.max(0, at + step)));
      if (event.key === 'x') pick();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  useEffect(() => {
    list.current?.querySelectorAll('li.opinions-row')[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return list;
}

/** 1 to `count` choose while nobody writes. */
export function useDigits(count: number, choose: (index: number) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const digit = Number(event.key);
      if (!isMeantForThePage(event) || !(digit >= 1 && digit <= count)) return;
      event.preventDefault();
      choose(digit - 1);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

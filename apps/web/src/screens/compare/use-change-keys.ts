import { useEffect } from 'react';

/** What the keys of the list do. */
interface Doing {
  readonly before: () => void;
  readonly next: () => void;
  readonly tick: () => void;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null;

/** `[` and `]` go from change to change, `x` ticks it; never while somebody writes or composes a character. */
export function useChangeKeys({ before, next, tick }: Doing): void {
  useEffect(() => {
    const keys: { readonly [key: string]: () => void } = { '[': before, ']': next, x: tick };
    const pressed = (event: KeyboardEvent): void => {
      const does = keys[event.key];
      if (!does || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target)) return;
      event.preventDefault();
      does();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [before, next, tick]);
}

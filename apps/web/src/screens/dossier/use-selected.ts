import { useEffect, useRef, type RefObject } from 'react';

/**
 * The words that were selected last in a place of the page: a press on a button takes the selection away before the
 * button hears of it.
 *
 * @returns takes them, once; empty where nothing was selected
 */
export function useSelected(place: RefObject<HTMLElement | null>): () => string {
  const last = useRef('');
  useEffect(() => {
    const note = (): void => {
      const selection = getSelection();
      const words = selection?.toString().trim() ?? '';
      if (words !== '' && place.current?.contains(selection?.anchorNode ?? null)) last.current = words;
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, [place]);
  return () => {
    const words = last.current;
    last.current = '';
    return words;
  };
}

import { useEffect, useSyncExternalStore } from 'react';

const KEPT = 'mouding.keys';
const CHANGED = 'mouding-keys';

/** Whether keys alone do something here; whoever dictates, or is disturbed by it, switches it off. */
export const useKeysOn = (): boolean => useSyncExternalStore(listen, isOn);

const isOn = (): boolean => localStorage.getItem(KEPT) !== 'off';

function listen(tell: () => void): () => void {
  addEventListener(CHANGED, tell);
  addEventListener('storage', tell);
  return () => {
    removeEventListener(CHANGED, tell);
    removeEventListener('storage', tell);
  };
}

export function turnKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off');
  dispatchEvent(new Event(CHANGED));
}

/** What the keys lead to. */
export interface KeyAims {
  readonly go: (path: string) => void;
  readonly help: () => void;
  readonly palette: () => void;
}

/** `g` and then one of these. */
export const PLACES: { readonly [key: string]: string } = { t: '/', p: '/plans', m: '/me', n: '/new' };

const PATIENCE_MS = 1_500;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role=combobox], [role=listbox]'));

/** A key of a composition belongs to the input method, whatever it looks like. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.key === 'Process';

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey;

/** 快捷键 of the desk. None acts by itself: they lead somewhere, and what is pressed there is confirmed as always. */
export function useKeys(aims: KeyAims): void {
  const on = useKeysOn();
  useEffect(() => {
    let began = 0;
    const pressed = (event: KeyboardEvent): void => {
      if (isComposing(event)) return;
      if (isPalette(event)) {
        event.preventDefault();
        aims.palette();
      } else if (on && isPlain(event) && !isTyping(event.target) && !isAbove()) {
        const isSecond = event.timeStamp - began < PATIENCE_MS;
        began = event.key === 'g' ? event.timeStamp : 0;
        alone(event, isSecond, aims);
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [on, aims]);
}

const isPalette = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'k';

/** Whether a sheet lies above the screen, which then has the keys to itself. */
const isAbove = (): boolean => document.querySelector('dialog[open]') !== null;

function alone(event: KeyboardEvent, isSecond: boolean, aims: KeyAims): void {
  const place = PLACES[event.key];
  if (isSecond && place !== undefined) aims.go(place);
  else if (event.key === '?') aims.help();
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else return;
  event.preventDefault();
}

/** Puts the focus on the next or the former row of the list. */
function step(by: 1 | -1): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>('main .rows > li a[data-row], main .rows > li > .row-title a'),
  ];
  const first = rows.filter((row, i) => rows.indexOf(row) === i && !row.closest('details:not([open])'));
  const at = first.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : first.length - 1) : Math.min(first.length - 1, Math.max(0, at + by));
  first[next]?.focus();
  first[next]?.scrollIntoView({ block: 'nearest' });
}

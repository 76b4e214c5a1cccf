import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { FRAME } from '../words/frame.ts';
import { useSaid } from '../words/language.tsx';
import { usePlaces, type Place } from './use-places.ts';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onGo: (path: string) => void;
}

/** 查找并前往: a name, the arrow keys, Enter. */
export function Palette({ isOpen, onClose, onGo }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { palette } = useSaid(FRAME);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="sheet confirm palette" onClose={onClose} aria-label={palette}>
      {isOpen && <Seeking onGo={onGo} />}
    </dialog>
  );
}

function Seeking({ onGo }: Pick<PaletteProps, 'onGo'>) {
  const id = useId();
  const words = useSaid(FRAME);
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const places = usePlaces(sought);
  const pressed = (event: KeyboardEvent): void => {
    const to = aimOf(event, at, places.length);
    if (to === null) return;
    event.preventDefault();
    const place = places[at];
    if (to === 'go' && place) onGo(place.path);
    else if (typeof to === 'number') setAt(to);
  };
  const write = (next: string): void => {
    setSought(next);
    setAt(0);
  };
  const here = places.length > 0 ? `${id}-${at}` : undefined;
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={words.palette}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={here}
        placeholder={words.paletteHint}
        autoComplete="off"
        value={sought}
        onKeyDown={pressed}
        onChange={({ target }) => write(target.value)}
      />
      <Found id={id} places={places} at={at} onGo={onGo} />
    </>
  );
}

interface FoundProps extends Pick<PaletteProps, 'onGo'> {
  readonly id: string;
  readonly places: readonly Place[];
  readonly at: number;
}

function Found({ id, places, at, onGo }: FoundProps) {
  const words = useSaid(FRAME);
  return (
    <>
      <p className="soft" role="status">
        {places.length === 0 ? words.nothing : words.found(places.length)}
      </p>
      <ul id={id} role="listbox" aria-label={words.palette}>
        {places.map((place, i) => (
          <Choice
            key={place.path + place.label}
            id={`${id}-${i}`}
            place={place}
            isHere={i === at}
            onGo={onGo}
          />
        ))}
      </ul>
    </>
  );
}

/** Where a key leads in the list; null for a key that writes. Enter of a composition ends the composition alone. */
function aimOf({ key, nativeEvent }: KeyboardEvent, at: number, count: number): number | 'go' | null {
  if (nativeEvent.isComposing || count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  return key === 'Enter' ? 'go' : null;
}

interface ChoiceProps {
  readonly id: string;
  readonly place: Place;
  readonly isHere: boolean;
  readonly onGo: (path: string) => void;
}

const Choice = ({ id, place: { path, group, label }, isHere, onGo }: ChoiceProps) => (
  <li id={id} role="option" aria-selected={isHere} onClick={() => onGo(path)}>
    <span className="soft">{group}</span> {label}
  </li>
);

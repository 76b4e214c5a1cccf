import { VERB_WORDS } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Fetched } from '../fetched.tsx';
import { Loading } from '../loading.tsx';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { Asked } from './asked.ts';
import { formQuery } from './asks.ts';
import type { Control } from './model/control.ts';
import { useChoices } from './use-choices.ts';
import { VerbForm } from './verb-form.tsx';
import './verb-form.css';

interface VerbSheetProps extends Asked {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Any verb asked of a thing, as a sheet above what one was looking at. What was typed is there when it is opened again. */
export function VerbSheet({ isOpen, onClose, ...asked }: VerbSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { language } = useSpeech();
  const said = VERB_WORDS[asked.verb]?.[language] ?? asked.verb;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="sheet confirm form-sheet" onClose={onClose} aria-label={said}>
      {isOpen && (
        <>
          <h2>{said}</h2>
          <VerbBody asked={asked} onClose={onClose} />
        </>
      )}
    </dialog>
  );
}

interface VerbBodyProps {
  readonly asked: Asked;
  /** Null where the form is a page of its own. */
  readonly onClose: (() => void) | null;
}

/** The form of a verb, once its fields and what can be chosen in them are known. */
export function VerbBody({ asked: first, onClose }: VerbBodyProps) {
  // What changes meanwhile does not change what the person is looking at: it is shown when they send.
  const [asked, setAsked] = useState(first);
  const { notTaken } = useSaid(VERB_FORM);
  return (
    <Fetched query={useQuery(formQuery(asked.verb))} rows={4}>
      {(control) =>
        control === null ? (
          <p role="alert">{notTaken}</p>
        ) : (
          <Chosen asked={asked} control={control} onLook={setAsked} onClose={onClose} />
        )
      }
    </Fetched>
  );
}

interface ChosenProps extends VerbBodyProps {
  readonly control: Control;
  readonly onLook: (asked: Asked) => void;
}

function Chosen({ asked, control, onLook, onClose }: ChosenProps) {
  const choices = useChoices(asked);
  return choices === null ? (
    <Loading rows={4} />
  ) : (
    <VerbForm {...{ asked, control, choices, onLook, onClose }} />
  );
}

import { useEffect, useRef } from 'react';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { inputId, useForm } from './form-around.ts';
import type { Control } from './model/control.ts';
import { nameAt } from './model/names.ts';

/** Everything that is wrong, in one place, each leading to its field. */
export function Faults({ control }: { readonly control: Control }) {
  const { id, faults } = useForm();
  const words = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  const count = faults.size;
  useEffect(() => {
    if (count > 0) list.current?.focus();
  }, [count]);
  if (count === 0) return null;
  const lead = (pointer: string): void => document.getElementById(inputId(id, pointer))?.focus();
  return (
    <div ref={list} className="form-faults" role="alert" tabIndex={-1}>
      <p>{words.faults(count)}</p>
      <ul>
        {[...faults].map(([pointer, why]) => (
          <li key={pointer}>
            <button type="button" className="as-link" onClick={() => lead(pointer)}>
              {nameAt(control, pointer)[language]}
              {colon(language)}
              {why}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

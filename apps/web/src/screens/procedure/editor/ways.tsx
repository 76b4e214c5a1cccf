import { kindOf, type Definition, type Stage } from '@mouding/core';
import { useId } from 'react';
import { without } from '../../admin/form/without.ts';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { PROCEDURE } from '../../../words/procedure.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { outcomeSaid } from '../said.ts';
import { outcomesOf } from './steps.ts';

interface WaysProps {
  readonly definition: Definition;
  readonly stage: Stage;
  readonly onChange: (then: Stage['then']) => void;
}

/** 办理结果与去向: for everything that a stage can end with, where it leads, chosen by name. */
export function Ways({ definition, stage, onChange }: WaysProps) {
  const words = useSaid(EDITOR);
  const routable = kindOf(stage.kind)?.routable ?? [];
  const set = (outcome: string, to: string): void => {
    onChange(to === '' ? without(stage.then, outcome) : { ...stage.then, [outcome]: to });
  };
  return (
    <fieldset className="form-group">
      <legend>{words.leads}</legend>
      {outcomesOf(definition, stage).map((outcome) => (
        <WayField
          key={outcome}
          {...{ definition, stage, outcome }}
          mayNever={routable.includes(outcome)}
          onChange={(to) => set(outcome, to)}
        />
      ))}
    </fieldset>
  );
}

interface WayFieldProps extends Omit<WaysProps, 'onChange'> {
  readonly outcome: string;
  readonly mayNever: boolean;
  readonly onChange: (to: string) => void;
}

function WayField({ definition, stage, outcome, mayNever, onChange }: WayFieldProps) {
  const id = useId();
  const words = useSaid(EDITOR);
  const { end, again } = useSaid(PROCEDURE);
  const { language } = useSpeech();
  const to = stage.then[outcome] ?? '';
  return (
    <div className="form-field">
      <label htmlFor={id}>{outcomeSaid(definition, stage, outcome, language)}</label>
      <select id={id} value={to} onChange={({ target }) => onChange(target.value)}>
        {(mayNever || to === '') && <option value="">{words.never}</option>}
        {definition.steps
          .filter((step) => step.id !== stage.id)
          .map((step) => (
            <option key={step.id} value={step.id}>
              → {step.title}
            </option>
          ))}
        <option value="again">↻ {again}</option>
        <option value="end">■ {end}</option>
      </select>
    </div>
  );
}

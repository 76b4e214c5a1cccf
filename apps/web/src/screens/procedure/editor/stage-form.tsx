import { kindOf, STAGE_RULES, type Definition, type Stage } from '@mouding/core';
import { useId } from 'react';
import { schemaOf } from '../../admin/form/schema.ts';
import { without } from '../../admin/form/without.ts';
import { Line } from '../../admin/form/line.tsx';
import { SchemaFields } from '../../admin/form/schema-field.tsx';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid } from '../../../words/language.tsx';
import { RuleWeights } from './rule-weights.tsx';
import { Ways } from './ways.tsx';

interface StageFormProps {
  readonly definition: Definition;
  readonly stage: Stage;
  /** In a group the group says where it goes on. */
  readonly isGrouped: boolean;
  readonly onChange: (stage: Stage) => void;
}

/** Everything that a procedure says of one stage. */
export function StageForm({ definition, stage, isGrouped, onChange }: StageFormProps) {
  const words = useSaid(EDITOR);
  const kind = kindOf(stage.kind);
  const params = kind && schemaOf(kind.params);
  return (
    <div className="editor-form">
      <Heading stage={stage} onChange={onChange} />
      {params && Object.keys(params.properties ?? {}).length > 0 && (
        <fieldset className="form-group">
          <legend>{words.params}</legend>
          <SchemaFields
            schema={params}
            value={stage.with}
            onChange={(written) => onChange({ ...stage, with: { ...(written as Stage['with']) } })}
          />
        </fieldset>
      )}
      {!isGrouped && (
        <Ways definition={definition} stage={stage} onChange={(then) => onChange({ ...stage, then })} />
      )}
      <RuleWeights
        rules={STAGE_RULES}
        weights={stage.rules ?? {}}
        onChange={(rules) =>
          onChange(
            lacking(stage, 'rules', Object.keys(rules).length > 0 ? (rules as Stage['rules']) : undefined),
          )
        }
      />
    </div>
  );
}

/** What a stage is called, when it is, how long it takes, and on what it rests. */
function Heading({ stage, onChange }: Pick<StageFormProps, 'stage' | 'onChange'>) {
  const words = useSaid(EDITOR);
  return (
    <div className="form-grid">
      <Line
        label={words.stageTitle}
        value={stage.title}
        isNeeded
        isFirst
        onChange={(title) => onChange({ ...stage, title })}
      />
      <WindowFields stage={stage} onChange={onChange} />
      <Lasting stage={stage} onChange={onChange} />
      <Line
        label={words.basis}
        value={stage.basis ?? ''}
        onChange={(basis) => onChange(lacking(stage, 'basis', basis === '' ? undefined : basis))}
      />
    </div>
  );
}

/** A stage with a field set, or without it. */
function lacking<K extends 'basis' | 'rules' | 'window' | 'lasts'>(
  stage: Stage,
  field: K,
  value: Stage[K],
): Stage {
  return (value === undefined ? without({ ...stage }, field) : { ...stage, [field]: value }) as Stage;
}

function WindowFields({ stage, onChange }: Pick<StageFormProps, 'stage' | 'onChange'>) {
  const words = useSaid(EDITOR);
  const { window = {} } = stage;
  const set = (field: 'from' | 'to' | 'words', value: string): void => {
    const next = value === '' ? without(window, field) : { ...window, [field]: value };
    onChange(lacking(stage, 'window', Object.keys(next).length > 0 ? next : undefined));
  };
  return (
    <>
      <Line label={words.from} value={window.from ?? ''} onChange={(value) => set('from', value)} />
      <Line label={words.to} value={window.to ?? ''} onChange={(value) => set('to', value)} />
      <Line label={words.words} value={window.words ?? ''} onChange={(value) => set('words', value)} />
    </>
  );
}

/** 办理期限: a number with its unit; without a number there is none. */
function Lasting({ stage, onChange }: Pick<StageFormProps, 'stage' | 'onChange'>) {
  const id = useId();
  const words = useSaid(EDITOR);
  const { n, unit = 'working' } = stage.lasts ?? {};
  return (
    <div className="form-field">
      <label htmlFor={id}>{words.lasts}</label>
      <div className="editor-pair">
        <input
          id={id}
          type="number"
          min={1}
          max={365}
          value={n ?? ''}
          onChange={({ target }) =>
            onChange(
              lacking(stage, 'lasts', target.value === '' ? undefined : { n: Number(target.value), unit }),
            )
          }
        />
        <select
          aria-label={`${words.lasts} ${words.unit}`}
          value={unit}
          disabled={n === undefined}
          onChange={({ target }) =>
            onChange({
              ...stage,
              lasts: { n: n ?? 1, unit: target.value === 'natural' ? 'natural' : 'working' },
            })
          }
        >
          <option value="working">{words.units.working}</option>
          <option value="natural">{words.units.natural}</option>
        </select>
      </div>
    </div>
  );
}

import { BODY_RULES, stagesOf, type Definition } from '@mouding/core';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Organisation } from '../../../api/generated/types.gen.ts';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid } from '../../../words/language.tsx';
import { without } from '../../admin/form/without.ts';
import { SchemaFields } from '../../admin/form/schema-field.tsx';
import { newBody } from './empty.ts';
import { RuleWeights } from './rule-weights.tsx';
import { BODY_SHAPE } from './shapes.ts';

interface BodyCardsProps {
  readonly definition: Definition;
  /** Bodies that the institution has formed. */
  readonly formed: Organisation['bodies'];
  readonly onChange: (definition: Definition) => void;
}

type Body = Definition['bodies'][string];

/** 议事决策机构: who decides how. */
export function BodyCards({ definition, formed, onChange }: BodyCardsProps) {
  const { bodies } = definition;
  const used = new Set(stagesOf(definition).map((stage) => stage.with['body']));
  const put = (key: string, body: Body | null): void => {
    onChange({ ...definition, bodies: body ? { ...bodies, [key]: body } : without(bodies, key) });
  };
  return (
    <>
      {Object.entries(bodies).map(([key, body]) => (
        <BodyCard key={key} id={key} body={body} isUsed={used.has(key)} onChange={(next) => put(key, next)} />
      ))}
      <AddBody
        formed={formed.filter(({ key }) => !(key in bodies))}
        onAdd={(key, title) => put(key ?? freshKey(bodies), newBody(title))}
      />
    </>
  );
}

function freshKey(bodies: Definition['bodies']): string {
  let n = 1;
  while (`body-${n}` in bodies) n++;
  return `body-${n}`;
}

interface BodyCardProps {
  readonly id: string;
  readonly body: Body;
  readonly isUsed: boolean;
  readonly onChange: (body: Body | null) => void;
}

function BodyCard({ id, body, isUsed, onChange }: BodyCardProps) {
  const words = useSaid(EDITOR);
  const [isOpen, setOpen] = useState(false);
  return (
    <article className="sheet editor-card" id={`card-body-${id}`} tabIndex={-1} aria-label={body.title}>
      <div className="editor-head">
        <div className="editor-name">
          <h3>{body.title}</h3>
          {body.basis !== undefined && <p className="soft">{body.basis}</p>}
        </div>
        <Button
          aria-expanded={isOpen}
          aria-label={words.of(isOpen ? words.close : words.open, body.title)}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.close : words.open}
        </Button>
        <Button
          disabled={isUsed}
          title={isUsed ? words.bodyUsed : undefined}
          aria-label={words.of(words.remove, body.title)}
          onClick={() => onChange(null)}
        >
          {words.remove}
        </Button>
      </div>
      {isOpen && <BodyForm body={body} isUsed={isUsed} onChange={onChange} />}
    </article>
  );
}

/** How a body decides, and how it weighs its rules. */
function BodyForm({ body, isUsed, onChange }: Omit<BodyCardProps, 'id'>) {
  const words = useSaid(EDITOR);
  const { rules = {} } = body;
  return (
    <div className="editor-form">
      {isUsed && <p className="soft">{words.bodyUsed}</p>}
      <div className="form-grid">
        <SchemaFields
          schema={BODY_SHAPE}
          value={body}
          onChange={(written) => onChange({ ...(written as Body), ...(body.rules ? { rules } : {}) })}
        />
      </div>
      <RuleWeights
        rules={BODY_RULES}
        weights={rules}
        onChange={(weights) => onChange({ ...body, rules: weights })}
      />
    </div>
  );
}

interface AddBodyProps {
  readonly formed: Organisation['bodies'];
  readonly onAdd: (key: string | null, title: string) => void;
}

/** One that the institution has formed, or another one under a name. */
function AddBody({ formed, onAdd }: AddBodyProps) {
  const id = useId();
  const words = useSaid(EDITOR);
  const [key, setKey] = useState('');
  const [title, setTitle] = useState('');
  const chosen = formed.find((body) => body.key === key);
  const name = chosen?.name ?? title.trim();
  const add = (): void => {
    onAdd(chosen?.key ?? null, name);
    setKey('');
    setTitle('');
  };
  return (
    <div className="sheet editor-adding">
      <div className="form-field">
        <label htmlFor={`${id}-formed`}>{words.formed}</label>
        <select id={`${id}-formed`} value={key} onChange={({ target }) => setKey(target.value)}>
          <option value="">{words.otherBody}</option>
          {formed.map((body) => (
            <option key={body.key} value={body.key}>
              {body.name}
            </option>
          ))}
        </select>
      </div>
      {!chosen && <Title id={`${id}-title`} title={title} onChange={setTitle} />}
      <Button size="large" disabled={name === ''} onClick={add}>
        {words.addBody}
      </Button>
    </div>
  );
}

interface TitleProps {
  readonly id: string;
  readonly title: string;
  readonly onChange: (title: string) => void;
}

const Title = ({ id, title, onChange }: TitleProps) => (
  <div className="form-field">
    <label htmlFor={id}>{useSaid(EDITOR).bodyTitle}</label>
    <input id={id} maxLength={80} value={title} onChange={({ target }) => onChange(target.value)} />
  </div>
);

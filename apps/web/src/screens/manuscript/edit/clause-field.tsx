import type { Operation } from '@mouding/text';
import { Button } from 'antd';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import { freshNode, type Shown } from './draft.ts';
import { placeAbove, placeBelow } from './places.ts';
import type { Editing } from './use-editing.ts';

interface ClauseFieldProps {
  readonly clause: Shown;
  readonly next: Shown | undefined;
  readonly editing: Editing;
  readonly onOpen: (id: string | null) => void;
}

/** One clause as a field that grows with its words, and what else can be done with it. */
export function ClauseField({ clause, next, editing, onOpen }: ClauseFieldProps) {
  const id = useId();
  const words = useSaid(EDITING);
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(clause.words ?? '');
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight + 2}px`;
  }, [typed]);
  const type = (text: string): void => {
    setTyped(text);
    if (text.trim() !== '') editing.change({ op: 'put', node: clause.id, text: clause.prefix + text });
  };
  return (
    <div className="edit-field">
      <label htmlFor={id}>
        {clause.number !== '' && <span className="edit-number">{`${words.number} ${clause.number}　`}</span>}
        <span className="soft">{words.field}</span>
      </label>
      <textarea ref={field} id={id} autoFocus value={typed} onChange={({ target }) => type(target.value)} />
      {typed.trim() === '' && <p className="due-soon">{words.blank}</p>}
      <Tools {...{ clause, next, editing, onOpen }} caret={() => field.current?.selectionStart ?? 0} />
    </div>
  );
}

interface ToolsProps extends ClauseFieldProps {
  /** Where the cursor stands in the words. */
  readonly caret: () => number;
}

function Tools(props: ToolsProps) {
  const words = useSaid(EDITING);
  const { clause, next, editing, onOpen, caret } = props;
  const andClose = (operation: Operation): void => {
    editing.change(operation);
    onOpen(null);
  };
  const { id, prefix } = clause;
  const split = (): void =>
    andClose({ op: 'split', node: id, at: prefix.length + caret(), into: freshNode() });
  return (
    <div className="edit-tools" role="group" aria-label={words.editOf((clause.words ?? '').slice(0, 12))}>
      <Button type="primary" onClick={() => onOpen(null)}>
        {words.close}
      </Button>
      <Insert {...props} />
      <Button onClick={split}>{words.split}</Button>
      {next && next.words !== null && (
        <Button onClick={() => andClose({ op: 'join', node: id, next: next.id })}>{words.join}</Button>
      )}
      <Moves clause={clause} editing={editing} />
      <Button danger onClick={() => andClose({ op: 'remove', node: id })}>
        {words.remove}
      </Button>
    </div>
  );
}

const HEADINGS = new Set(['part', 'chapter', 'section']);

/** A new clause behind this one, or the first below it where this one is a heading. */
function Insert({ clause: { id, kind, depth }, editing, onOpen }: ToolsProps) {
  const words = useSaid(EDITING);
  const insert = (): void => {
    const node = freshNode();
    const under = HEADINGS.has(kind) ? depth + 1 : depth;
    editing.change({
      op: 'insert',
      node,
      after: id,
      kind: 'clause',
      depth: under,
      before: '',
      text: words.fresh,
    });
    onOpen(node);
  };
  return <Button onClick={insert}>{words.insert}</Button>;
}

function Moves({ clause, editing: { change, shown } }: Pick<ToolsProps, 'clause' | 'editing'>) {
  const words = useSaid(EDITING);
  const { id, depth } = clause;
  return (['up', 'down'] as const).map((way) => {
    const after = way === 'up' ? placeAbove(shown, clause) : placeBelow(shown, clause);
    return (
      <Button
        key={way}
        disabled={after === undefined}
        onClick={() => after !== undefined && change({ op: 'move', node: id, after, depth })}
      >
        {words[way]}
      </Button>
    );
  });
}

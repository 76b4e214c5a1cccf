import { KINDS_OF_STAGES, valueWords } from '@mouding/core';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';

interface AddStageProps {
  /** Of the stage before; null at the beginning. */
  readonly behind: string | null;
  readonly onAdd: (kind: string, title: string) => void;
}

/** 在此处增加环节: which kind, then it is there. */
export function AddStage({ behind, onAdd }: AddStageProps) {
  const id = useId();
  const words = useSaid(EDITOR);
  const { language } = useSpeech();
  const [kind, setKind] = useState<string | null>(null);
  if (kind === null)
    return (
      <Button
        type="dashed"
        className="editor-add"
        aria-label={behind === null ? words.addFirst : words.of(words.add, behind)}
        onClick={() => setKind('review@1')}
      >
        + {behind === null ? words.addFirst : words.add}
      </Button>
    );
  return (
    <div className="sheet editor-adding">
      <div className="form-field">
        <label htmlFor={id}>{words.addWhich}</label>
        {/* Whoever pressed the button goes on here. */}
        <select id={id} autoFocus value={kind} onChange={({ target }) => setKind(target.value)}>
          {KINDS_OF_STAGES.map((each) => (
            <option key={each.kind} value={each.kind}>
              {valueWords(each.kind)[language]}
            </option>
          ))}
        </select>
      </div>
      <Button type="primary" size="large" onClick={() => (onAdd(kind, valueWords(kind).zh), setKind(null))}>
        {words.addDo}
      </Button>
      <Button size="large" onClick={() => setKind(null)}>
        {words.addBack}
      </Button>
    </div>
  );
}

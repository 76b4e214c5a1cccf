import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../../../api/answer.ts';
import { failureOf } from '../../../api/failure.ts';
import { keepText } from '../../../api/generated/sdk.gen.ts';
import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid } from '../../../words/language.tsx';
import { SECRECY } from '../../../words/secrecy.ts';
import { FailureNotice } from '../../failure-state.tsx';
import { useForm } from '../form-around.ts';
import { keyOf } from '../model/cited-texts.ts';
import { wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';
import { Listed } from './plain-inputs.tsx';

/** A text that is cited: one of those that the thing knows, or one that is written here. */
export function TextInput(props: InputProps<Of<'text'>>) {
  const { typed, onType, id, name, control } = props;
  const { choices } = useForm();
  const words = useSaid(VERB_FORM);
  const [isWriting, setWriting] = useState(choices.texts.length === 0 && !control.asKey);
  return (
    <div className="form-text">
      <Listed id={id} name={name} typed={wordsIn(typed)} options={choices.texts} onType={onType} />
      {!control.asKey && (
        <Button onClick={() => setWriting(!isWriting)} aria-expanded={isWriting}>
          {words.write}
        </Button>
      )}
      {isWriting && <Writing name={name} onKept={onType} />}
    </div>
  );
}

interface WritingProps {
  readonly name: string;
  readonly onKept: (key: string) => void;
}

/** A text of one's own: kept by the server as it stands, and cited from then on. */
function Writing({ name, onKept }: WritingProps) {
  const words = useSaid(VERB_FORM);
  const secrecy = useSaid(SECRECY);
  const [content, setContent] = useState('');
  const keeping = useMutation({
    mutationFn: () => dataOf(keepText({ body: { content } })),
    onSuccess: ({ ref }) => onKept(keyOf(ref)),
  });
  return (
    <div className="form-writing">
      <textarea
        rows={8}
        aria-label={words.writeName(name)}
        placeholder={words.writeHint}
        value={content}
        onChange={({ target }) => setContent(target.value)}
      />
      <p className="drop-secrecy">{secrecy.write}</p>
      <Button disabled={content.trim() === ''} loading={keeping.isPending} onClick={() => keeping.mutate()}>
        {words.keep}
      </Button>
      {keeping.isSuccess && <span role="status">{words.kept}</span>}
      {keeping.error && <FailureNotice failure={failureOf(keeping.error)} />}
    </div>
  );
}

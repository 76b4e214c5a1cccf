import { Button } from 'antd';
import { useRef, useState } from 'react';
import { failureOf, type Failure } from '../../../api/failure.ts';
import { upload } from '../../../api/upload.ts';
import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid } from '../../../words/language.tsx';
import { FailureNotice } from '../../failure-state.tsx';
import { FileDrop } from '../../file-drop.tsx';
import { fieldsOf, wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';

type Coming =
  | { readonly at: 'rest' }
  | { readonly at: 'way'; readonly share: number }
  | { readonly at: 'failed'; readonly failure: Failure };

/** An original: brought here byte for byte, and named in the body by what came of it. */
export function FileInput({ typed, onType, id, name }: InputProps<Of<'file'>>) {
  const words = useSaid(VERB_FORM);
  const [coming, setComing] = useState<Coming>({ at: 'rest' });
  const stopping = useRef<AbortController>(null);
  const bring = async (file: File): Promise<void> => {
    stopping.current = new AbortController();
    setComing({ at: 'way', share: 0 });
    try {
      const told = (sent: number, all: number): void => setComing({ at: 'way', share: sent / all });
      const { ref } = await upload(file, told, stopping.current.signal);
      setComing({ at: 'rest' });
      onType({ hash: ref.hash, name: file.name });
    } catch (error) {
      setComing({ at: 'failed', failure: failureOf(error) });
    }
  };
  const { name: kept } = fieldsOf(typed);
  if (wordsIn(kept) !== '')
    return (
      <p className="form-file" id={id} tabIndex={-1}>
        <span>{words.here(wordsIn(kept))}</span>
        <Button onClick={() => onType(undefined)}>{words.otherFile}</Button>
      </p>
    );
  return (
    <div id={id} tabIndex={-1} role="group" aria-label={name}>
      {coming.at === 'way' ? (
        <Way share={coming.share} name={name} onStop={() => stopping.current?.abort()} />
      ) : (
        <FileDrop accept="" hint={words.fileHint} isBusy={false} onFile={(file) => void bring(file)} />
      )}
      {coming.at === 'failed' && <FailureNotice failure={coming.failure} />}
    </div>
  );
}

interface WayProps {
  readonly share: number;
  readonly name: string;
  readonly onStop: () => void;
}

function Way({ share, name, onStop }: WayProps) {
  const words = useSaid(VERB_FORM);
  return (
    <p className="form-file">
      <progress value={share} aria-label={words.way(name)} />
      <Button onClick={onStop}>{words.stop}</Button>
    </p>
  );
}

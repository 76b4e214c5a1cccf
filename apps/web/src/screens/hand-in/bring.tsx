import { Alert, Button } from 'antd';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { ENDINGS, type Upload } from './use-upload.ts';

interface BringProps<Kept> {
  readonly state: Upload<Kept>;
  readonly onFile: (file: File) => void;
  readonly onStop: () => void;
  readonly onClear: () => void;
}

/** One original on its way in: chosen or dropped, with its progress, stopped or changed. */
export function Bring<Kept>({ state, onFile, onStop, onClear }: BringProps<Kept>) {
  const words = useSaid(HAND_IN);
  if (state.at === 'way')
    return (
      <div className="handin-way" role="status">
        <strong className="handin-name">{state.name}</strong>
        <progress value={state.share} max={1} aria-label={words.way} />
        <span>{Math.round(state.share * 100)}%</span>
        <Button size="large" onClick={onStop}>
          {words.stop}
        </Button>
      </div>
    );
  if (state.at === 'here')
    return (
      <div className="handin-way">
        <strong className="handin-name">{state.name}</strong>
        <span>{words.here}</span>
        <Button size="large" onClick={onClear}>
          {words.other}
        </Button>
      </div>
    );
  return (
    <>
      <FileDrop accept={ENDINGS.join(',')} hint={words.hint} isBusy={false} onFile={onFile} />
      <Trouble state={state} />
    </>
  );
}

/** What came in the way of a file, and what to do. */
function Trouble<Kept>({ state }: { readonly state: Upload<Kept> }) {
  const words = useSaid(HAND_IN);
  if (state.at === 'failed') return <FailureNotice failure={state.failure} />;
  if (state.at === 'stopped') return <Alert type="info" showIcon role="status" title={words.stopped} />;
  if (state.at !== 'wrong') return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words.wrong(state.name)}
      description={state.isEmpty ? words.empty : words.wrongDo}
    />
  );
}

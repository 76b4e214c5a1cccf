import { Button } from 'antd';
import type { Chapter, Contribution } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useWords } from '../../words/language.tsx';
import { useUpload, type Upload } from './use-upload.ts';

/** What a department's Word, WPS or paper is saved as. */
const ACCEPT = '.docx,.doc,.wps,.pdf,.txt,.md,.jpg,.jpeg,.png';

interface HandInProps {
  readonly thing: Contribution | Chapter;
  readonly seen: string | null;
}

/** 报送: the original first, which counts from its last byte; then one press that says it is handed in. */
export function HandIn({ thing, seen }: HandInProps) {
  const { handIn: words } = useWords();
  const [kind = ''] = thing.stream.split('/');
  const { state, bring, stop, clear } = useUpload();
  const { press, acting } = useAct({ verb: `${kind}.submit`, id: thing.id, seen });
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <section className="sheet stage" aria-label={words.title}>
      {state.at === 'none' || state.at === 'failed' ? (
        <FileDrop accept={ACCEPT} hint={words.hint} isBusy={false} onFile={(file) => void bring(file)} />
      ) : (
        <Brought state={state} onStop={stop} onClear={clear} />
      )}
      {state.at === 'failed' && <FailureNotice failure={state.failure} />}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      {state.at === 'here' && (
        <Button
          type="primary"
          size="large"
          loading={acting.at === 'work'}
          onClick={() => press({ original: state.kept.ref })}
        >
          {words.go}
        </Button>
      )}
      <p className="soft">{words.secrecy}</p>
    </section>
  );
}

interface BroughtProps {
  readonly state: Extract<Upload, { at: 'way' | 'here' }>;
  readonly onStop: () => void;
  readonly onClear: () => void;
}

function Brought({ state, onStop, onClear }: BroughtProps) {
  const { handIn: words } = useWords();
  if (state.at === 'here')
    return (
      <p className="setting">
        <strong>{state.name}</strong> {words.here}
        <Button onClick={onClear}>{words.other}</Button>
      </p>
    );
  return (
    <p className="setting">
      <strong>{state.name}</strong>
      <progress value={state.share} max={1} aria-label={words.way} />
      <span>{Math.round(state.share * 100)}%</span>
      <Button onClick={onStop}>{words.stop}</Button>
    </p>
  );
}

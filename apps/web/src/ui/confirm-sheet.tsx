import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Acting } from '../api/use-act.ts';
import { useSaid, useWords } from '../words/language.tsx';
import { useOnline } from '../frame/use-online.ts';
import { FRAME } from '../words/frame.ts';
import { FailureNotice } from './failure-state.tsx';

interface ConfirmSheetProps {
  readonly isOpen: boolean;
  /** 您将以……身份……: capacity, object and version in one sentence. */
  readonly sentence: string;
  readonly action: string;
  readonly acting: Acting;
  readonly canPress?: boolean;
  readonly onPress: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** The last look before something is recorded for good; a failure shows here and leaves everything as it was. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { isOpen, sentence, action, acting, canPress = true, onPress, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { sheet } = useWords();
  const { offlineWhy } = useSaid(FRAME);
  const isOnline = useOnline();
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    // What will happen is read first; a keyboard that comes up on a phone would cover it.
    dialog.current?.querySelector<HTMLElement>('.sentence')?.focus();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="sheet confirm" onClose={onClose} aria-label={action}>
      <p className="sentence" tabIndex={-1}>
        {sentence}
      </p>
      {children}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      {!isOnline && <p className="due-soon">{offlineWhy}</p>}
      <div className="bar">
        <Button size="large" onClick={onClose}>
          {sheet.back}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={!canPress || !isOnline}
          loading={acting.at === 'work'}
          onClick={onPress}
        >
          {action}
        </Button>
      </div>
    </dialog>
  );
}

import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useSpeech, useWords } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';

interface AskingProps {
  /** On the button that opens it, and its title. */
  readonly label: string;
  readonly action: string;
  readonly disabled?: boolean;
  /** Whether it may be sent as it stands. */
  readonly canSend?: boolean;
  readonly isSmall?: boolean;
  readonly about?: string;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** A button that asks for a few words before it does what it says. */
export function Asking(props: AskingProps) {
  const { label, action, disabled = false, canSend = true, isSmall = false, about, onSend, children } = props;
  const { sheet } = useWords();
  const { language } = useSpeech();
  const { dialog, setOpen } = useDialog();
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setOpen(false);
    onSend();
  };
  return (
    <>
      <Button
        size={isSmall ? 'small' : 'middle'}
        className={isSmall ? 'console-small' : 'console-button'}
        disabled={disabled}
        aria-label={about === undefined ? undefined : `${label} ${about}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <dialog ref={dialog} className="sheet confirm" onClose={() => setOpen(false)} aria-label={label}>
        <form onSubmit={send}>
          <p className="sentence">{about === undefined ? label : `${label}${colon(language)}${about}`}</p>
          {children}
          <div className="bar">
            <Button size="large" onClick={() => setOpen(false)}>
              {sheet.back}
            </Button>
            <Button size="large" type="primary" htmlType="submit" disabled={!canSend}>
              {action}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}

/** A dialog of the browser that opens and closes with a state. */
function useDialog() {
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return { dialog, setOpen };
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly rows?: number;
  readonly type?: 'text' | 'date';
}

/** One labelled field of such a question. */
export function Line({ label, value, onWrite, rows = 1, type = 'text' }: LineProps) {
  const id = useId();
  return (
    <p className="console-line">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? (
        <textarea id={id} rows={rows} value={value} onChange={({ target }) => onWrite(target.value)} />
      ) : (
        <input id={id} type={type} value={value} onChange={({ target }) => onWrite(target.value)} />
      )}
    </p>
  );
}

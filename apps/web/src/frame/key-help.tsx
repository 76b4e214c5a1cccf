import { Button, Switch } from 'antd';
import { useEffect, useRef } from 'react';
import { FRAME } from '../words/frame.ts';
import { useSaid } from '../words/language.tsx';
import { turnKeys, useKeysOn } from './keys.ts';

interface KeyHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the keys do, and the switch that ends them. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useSaid(FRAME);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="sheet confirm" onClose={onClose} aria-label={words.keys}>
      {isOpen && (
        <>
          <h2>{words.keys}</h2>
          <KeyList />
          <KeySwitch />
          <div className="bar">
            <Button size="large" onClick={onClose}>
              {words.close}
            </Button>
          </div>
        </>
      )}
    </dialog>
  );
}

function KeyList() {
  const words = useSaid(FRAME);
  return (
    <table className="key-list">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.does}</th>
        </tr>
      </thead>
      <tbody>
        {words.list.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function KeySwitch() {
  const words = useSaid(FRAME);
  const on = useKeysOn();
  return (
    <p className="setting">
      <Switch id="keys" checked={on} onChange={turnKeys} aria-label={words.keysOn} />
      <label htmlFor="keys">{words.keysOn}</label>
      <span className="soft">{words.keysWhy}</span>
    </p>
  );
}

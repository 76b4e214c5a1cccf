import { useState } from 'react';
import { useSaid } from '../../words/language.tsx';
import { PASSWORD } from '../../words/password.ts';
import { PasswordForm } from '../sign-in/password-form.tsx';
import './me.css';

/** 修改口令, whenever somebody wants to; a session anywhere else ends with it. */
export function OwnPassword() {
  const said = useSaid(PASSWORD);
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  if (isChanged) return <p role="status">{said.changed}</p>;
  return (
    <details
      className="sheet stage me-password"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{said.go}</summary>
      <p className="soft">{said.ends}</p>
      {isOpen && <PasswordForm onChanged={() => setChanged(true)} />}
    </details>
  );
}

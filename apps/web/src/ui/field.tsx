import { useId, useState } from 'react';
import { PASSWORD } from '../words/password.ts';
import { useSaid } from '../words/language.tsx';
import './field.css';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** What a keeper of passwords is told that it is. */
  readonly autoComplete: 'organization' | 'username' | 'current-password' | 'new-password';
  /** What stands there before anything is typed. */
  readonly filled?: string | null;
  readonly isMissing: boolean;
}

/** A line to be filled in at the door. The door is the browser's own: it is there before anything else is loaded. */
export function Field(props: FieldProps) {
  const isSecret = props.autoComplete.endsWith('password');
  return isSecret ? <SecretField {...props} /> : <PlainField {...props} type="text" />;
}

function PlainField(props: FieldProps & { readonly type: string }) {
  const { name, label, autoComplete, filled, isMissing, type } = props;
  const id = useId();
  const { needed } = useSaid(PASSWORD);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={filled ?? undefined}
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-fault` : undefined}
      />
      {isMissing && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {needed}
        </p>
      )}
    </div>
  );
}

/** What is typed can be looked at: nobody finds a wrong key behind dots. */
function SecretField(props: FieldProps) {
  const [isShown, setShown] = useState(false);
  const { show, hide } = useSaid(PASSWORD);
  return (
    <div className="field-secret">
      <PlainField {...props} type={isShown ? 'text' : 'password'} />
      <button type="button" className="field-show" title={props.label} onClick={() => setShown(!isShown)}>
        {isShown ? hide : show}
      </button>
    </div>
  );
}

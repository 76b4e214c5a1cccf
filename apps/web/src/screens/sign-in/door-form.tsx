import { Button } from 'antd';
import { useId } from 'react';
import type { InstitutionList, SessionRequest } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useFilled } from '../../ui/use-filled.ts';
import { useWords } from '../../words/language.tsx';

interface DoorFormProps {
  readonly institutions: InstitutionList['items'];
  /** The code of the institution that was chosen before. */
  readonly last: string | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onEnter: (request: SessionRequest) => void;
}

export function DoorForm({ institutions, last, isBusy, error, onEnter }: DoorFormProps) {
  const id = useId();
  const { signIn } = useWords();
  const first = institutions.find(({ code }) => code === last) ?? institutions[0];
  const { submit, isMissing } = useFilled(['institution', 'login', 'password'], onEnter);
  return (
    <form noValidate onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{signIn.institution}</label>
        <select id={id} name="institution" defaultValue={first?.code}>
          {institutions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field name="login" label={signIn.login} autoComplete="username" isMissing={isMissing('login')} />
      <Field
        name="password"
        label={signIn.password}
        autoComplete="current-password"
        isMissing={isMissing('password')}
      />
      {error && <FailureState error={error} />}
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>
        {signIn.go}
      </Button>
    </form>
  );
}

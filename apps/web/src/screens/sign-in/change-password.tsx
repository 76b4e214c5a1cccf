import { useQueryClient } from '@tanstack/react-query';
import { useSaid } from '../../words/language.tsx';
import { PASSWORD } from '../../words/password.ts';
import { PasswordForm } from './password-form.tsx';

/** All that there is for whoever signed in with a password that somebody else chose, or that is too old. */
export function ChangePassword() {
  const said = useSaid(PASSWORD);
  const queries = useQueryClient();
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <h1>{said.title}</h1>
        <p className="soft">{said.why}</p>
        <PasswordForm onChanged={() => void queries.resetQueries()} />
      </div>
    </main>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { changePassword } from '../../api/generated/sdk.gen.ts';
import type { PasswordChange } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useFilled } from '../../ui/use-filled.ts';
import { useSaid } from '../../words/language.tsx';
import { PASSWORD } from '../../words/password.ts';

/** All that there is for whoever signed in with a password that somebody else chose, or that is too old. */
export function ChangePassword() {
  const said = useSaid(PASSWORD);
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (body: PasswordChange) => dataOf(changePassword({ body })),
    onSuccess: () => queries.resetQueries(),
  });
  const { submit, isMissing } = useFilled(['current', 'next'], changing.mutate);
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <h1>{said.title}</h1>
        <p className="soft">{said.why}</p>
        <form noValidate onSubmit={submit}>
          <Field
            name="current"
            label={said.current}
            autoComplete="current-password"
            isMissing={isMissing('current')}
          />
          <Field name="next" label={said.next} autoComplete="new-password" isMissing={isMissing('next')} />
          {changing.error && <FailureState error={changing.error} />}
          <Button type="primary" htmlType="submit" block size="large" loading={changing.isPending}>
            {said.go}
          </Button>
        </form>
      </div>
    </main>
  );
}

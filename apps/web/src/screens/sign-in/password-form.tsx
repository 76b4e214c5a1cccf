import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { changePassword } from '../../api/generated/sdk.gen.ts';
import type { PasswordChange } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useFilled } from '../../ui/use-filled.ts';
import { useSaid } from '../../words/language.tsx';
import { PASSWORD } from '../../words/password.ts';

/** The present password and the next one; every other session of the person ends with the change. */
export function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const said = useSaid(PASSWORD);
  const changing = useMutation({
    mutationFn: (body: PasswordChange) => dataOf(changePassword({ body })),
    onSuccess: onChanged,
  });
  const { submit, isMissing } = useFilled(['current', 'next'], changing.mutate);
  return (
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
  );
}

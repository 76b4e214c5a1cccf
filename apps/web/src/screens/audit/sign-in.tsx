import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { signInAuditor } from '../../api/audit-generated/sdk.gen.ts';
import type { SessionRequest } from '../../api/audit-generated/types.gen.ts';
import { lastEntered, useEntering } from '../../frame/use-entering.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { Field } from '../../ui/field.tsx';
import { OtherLanguage } from '../../ui/other-language.tsx';
import { useFilled } from '../../ui/use-filled.ts';
import { AUDIT } from '../../words/audit.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import './audit.css';

/** 审计登录: a door of its own; an account opens nothing here without a 调阅函. */
export function AuditSignIn() {
  const { product, secrecy } = useWords();
  const words = useSaid(AUDIT);
  const entering = useEntering((body: SessionRequest) => dataOf(signInAuditor({ body })));
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <h1 className="brand">
          {product} {words.desk}
        </h1>
        <p className="soft">{words.motto}</p>
        <DoorForm isBusy={entering.isPending} error={entering.error} onEnter={entering.mutate} />
        <p>{words.noted}</p>
        <p className="soft">{secrecy}</p>
        <OtherLanguage />
      </div>
    </main>
  );
}

interface DoorFormProps {
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onEnter: (body: SessionRequest) => void;
}

function DoorForm({ isBusy, error, onEnter }: DoorFormProps) {
  const { signIn } = useWords();
  const { code } = useSaid(AUDIT);
  const { submit, isMissing } = useFilled(['institution', 'login', 'password'], onEnter);
  return (
    <form noValidate onSubmit={submit}>
      <Field
        name="institution"
        label={code}
        autoComplete="organization"
        filled={lastEntered()}
        isMissing={isMissing('institution')}
      />
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

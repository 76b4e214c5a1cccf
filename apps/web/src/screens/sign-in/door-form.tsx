import { Button, Form, Input, Select } from 'antd';
import type { InstitutionList, SessionRequest } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
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
  const { signIn } = useWords();
  const rules = [{ required: true, message: signIn.needed }];
  const first = institutions.find(({ code }) => code === last) ?? institutions[0];
  const options = institutions.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={onEnter}
      initialValues={{ institution: first?.code }}
    >
      <Form.Item name="institution" label={signIn.institution} rules={rules}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="login" label={signIn.login} rules={rules}>
        <Input autoComplete="username" />
      </Form.Item>
      <Form.Item name="password" label={signIn.password} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {error && <FailureState error={error} />}
      <Button type="primary" htmlType="submit" block size="large" loading={isBusy}>
        {signIn.go}
      </Button>
    </Form>
  );
}

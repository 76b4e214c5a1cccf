import { Button } from 'antd';
import { useState } from 'react';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { PEOPLE } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { usePost } from '../admin/use-post.ts';
import { Line } from '../admin/form/line.tsx';
import { firstPassword } from './first-password.ts';

const NOBODY = { name: '', login: '' };
const LOGIN = /^[a-z0-9._-]{2,40}$/u;

/** 登记人员: a name, a login, and a password that is told once. */
export function Register() {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(NOBODY);
  const [password] = useState(firstPassword);
  const { press, acting } = usePost('/v1/persons');
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.register}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.registerWill(me.capacities[0]?.title ?? '', person.name)}
        action={words.register}
        acting={acting}
        canPress={person.name.trim() !== '' && LOGIN.test(person.login)}
        onPress={() => press({ ...person, password })}
        onClose={() => setOpen(false)}
      >
        <Line label={words.name} value={person.name} onChange={(name) => setPerson({ ...person, name })} />
        <Line
          label={words.login}
          value={person.login}
          onChange={(login) => setPerson({ ...person, login })}
        />
        <p className="soft">{words.loginHint}</p>
        <p>
          {words.password}
          {colon(language)}
          <code className="people-password">{password}</code>
        </p>
        <p className="soft">{words.passwordHint}</p>
      </ConfirmSheet>
    </>
  );
}

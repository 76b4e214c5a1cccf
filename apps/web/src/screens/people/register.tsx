import { Button } from 'antd';
import { useState } from 'react';
import type { CommandAnswer } from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { PEOPLE } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { usePost } from '../admin/use-post.ts';
import { Line } from '../admin/form/line.tsx';
import { firstPassword } from './first-password.ts';
import { opensAccountsAs } from './queries.ts';

const NOBODY = { name: '', login: '' };
const LOGIN = /^[a-z0-9._-]{2,40}$/u;

/** 登记人员: a name, a login, and a password that is told once. */
export function Register() {
  const [n, setN] = useState(0);
  return <RegisterOne key={n} onNext={() => setN(n + 1)} />;
}

function RegisterOne({ onNext }: { readonly onNext: () => void }) {
  const words = useSaid(PEOPLE);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const [person, setPerson] = useState(NOBODY);
  const [password] = useState(firstPassword);
  const { press, acting } = usePost('/v1/persons');
  const given = { ...person, password };
  if (acting.at === 'done') return <Registered {...{ given, onNext }} answer={acting.answer} />;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.register}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.registerWill(opensAccountsAs(me), person.name)}
        action={words.register}
        acting={acting}
        canPress={person.name.trim() !== '' && LOGIN.test(person.login)}
        onPress={() => press(given)}
        onClose={() => setOpen(false)}
      >
        <Fields given={given} onChange={setPerson} />
      </ConfirmSheet>
    </>
  );
}

interface Given {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

interface FieldsProps {
  readonly given: Given;
  readonly onChange: (person: typeof NOBODY) => void;
}

function Fields({ given: { name, login, password }, onChange }: FieldsProps) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  return (
    <>
      <Line label={words.name} value={name} onChange={(written) => onChange({ name: written, login })} />
      <Line label={words.login} value={login} onChange={(written) => onChange({ name, login: written })} />
      <p className="soft">{words.loginHint}</p>
      <p>
        {words.password}
        {colon(language)}
        <code className="people-password">{password}</code>
      </p>
      <p className="soft">{words.passwordHint}</p>
    </>
  );
}

interface RegisteredProps {
  readonly given: Given;
  readonly answer: CommandAnswer;
  readonly onNext: () => void;
}

/** The receipt, with the password for as long as the page is open, and the way to the next person. */
function Registered({ given: { name, login, password }, answer, onNext }: RegisteredProps) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  return (
    <div>
      <ReceiptNote answer={answer} />
      <p>
        {name} · {login} · {words.password}
        {colon(language)}
        <code className="people-password">{password}</code>
      </p>
      <p className="soft">{words.passwordHint}</p>
      <Button size="large" onClick={onNext}>
        {words.registerNext}
      </Button>
    </div>
  );
}

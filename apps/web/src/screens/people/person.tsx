import { VERB_WORDS } from '@mouding/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useHref, useParams } from 'react-router';
import { dataOf, type Answer } from '../../api/answer.ts';
import { setPersonContact } from '../../api/generated/sdk.gen.ts';
import { useAct } from '../../api/use-act.ts';
import type {
  CommandAnswer,
  May,
  Person as PersonResource,
  StaffList,
} from '../../api/generated/types.gen.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Cannot } from '../../ui/cannot.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { PEOPLE } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon, comma } from '../../words/marks.ts';
import { nameIn } from '../../words/person.ts';
import { Erasure } from './erasure.tsx';
import { firstPassword } from './first-password.ts';
import { contactQuery, looksAfterAccounts, personQuery } from './queries.ts';
import { useNames } from './use-names.ts';
import '../admin/form/form.css';
import './people.css';

/** One person's account: what can be done with it, and where the person is reached. */
export function PersonPage() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(personQuery(id))} rows={6}>
      {(answer) => <Shown id={id} answer={answer} />}
    </Fetched>
  );
}

function Shown({
  id,
  answer: { data, etag },
}: {
  readonly id: string;
  readonly answer: Answer<PersonResource>;
}) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  const mayList = looksAfterAccounts(usePresent().me);
  const isDesk = useHref('/').startsWith('/desk');
  const { staff, nameOf } = useNames(mayList);
  const name = nameIn(nameOf(id) ?? registeredAs(data), language);
  return (
    <Page
      title={name}
      aside={
        <>
          <StateSaid of={data} />
          {isDesk && mayList && <Link to="/people">{words.back}</Link>}
        </>
      }
    >
      <Known person={staff.find(({ person }) => person === id)} />
      <h2>{words.account}</h2>
      <AccountActs id={id} name={name} may={data.may} seen={etag} />
      {mayList && data.status === 'registered' && <Contact id={id} />}
      <Erasure person={data} name={name} seen={etag} nameOf={nameOf} />
    </Page>
  );
}

/** Login and posts, for whoever sees the list of people. */
function Known({ person }: { readonly person: StaffList['items'][number] | undefined }) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  if (!person) return null;
  return (
    <p>
      {words.login} <code>{person.login}</code> ·{' '}
      {person.posts.map(({ title }) => title).join(comma(language)) || words.noPost}
    </p>
  );
}

/** The name under which somebody was registered, for whoever may read it and does not see the list. */
function registeredAs({ wording }: PersonResource): string | null {
  const name = wording.find(({ type }) => type === 'PersonRegistered')?.said?.['name'];
  return typeof name === 'string' ? name : null;
}

/** Another account is opened from the list of people; an erasure has a part of the page of its own. */
const ELSEWHERE = /^person\.(register|propose-erasure|erase|withdraw-erasure)$/u;

interface AccountActsProps {
  readonly id: string;
  readonly name: string;
  readonly may: readonly May[];
  readonly seen: string | null;
}

/** What may be done with the account, and of the rest why not. */
function AccountActs({ id, name, may, seen }: AccountActsProps) {
  const ours = may.filter(({ command }) => !ELSEWHERE.test(command));
  return (
    <>
      <div className="people-acts">
        {ours
          .filter(({ allowed }) => allowed)
          .map(({ command }) => (
            <AccountAct key={command} verb={command} id={id} name={name} may={may} seen={seen} />
          ))}
      </div>
      <Cannot may={ours} />
    </>
  );
}

interface AccountActProps extends AccountActsProps {
  readonly verb: string;
}

/** One act on an account; a new password is made here and shown once. */
function AccountAct({ verb, id, name, may, seen }: AccountActProps) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  const as = useCapacity(verb, may);
  const [isOpen, setOpen] = useState(false);
  const [password] = useState(firstPassword);
  const { press, acting } = useAct({ verb, id, seen });
  const said = VERB_WORDS[verb]?.[language] ?? verb;
  const isReset = verb === 'person.reset-password';
  if (acting.at === 'done') return <ActDone answer={acting.answer} password={isReset ? password : null} />;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {said}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(as, said, name)}
        action={said}
        acting={acting}
        onPress={() => press(isReset ? { password } : {})}
        onClose={() => setOpen(false)}
      >
        {isReset && <p className="soft">{words.passwordHint}</p>}
      </ConfirmSheet>
    </>
  );
}

/** The receipt; of a new password also the password, this once. */
function ActDone({ answer, password }: { readonly answer: CommandAnswer; readonly password: string | null }) {
  const words = useSaid(PEOPLE);
  const { language } = useSpeech();
  return (
    <>
      <ReceiptNote answer={answer} />
      {password !== null && (
        <p>
          {words.password}
          {colon(language)}
          <code className="people-password">{password}</code>
        </p>
      )}
    </>
  );
}

function Contact({ id }: { readonly id: string }) {
  const words = useSaid(PEOPLE);
  return (
    <>
      <h2>{words.contact}</h2>
      <Fetched query={useQuery(contactQuery(id))} rows={1}>
        {({ mail }) => <ContactForm id={id} mail={mail} />}
      </Fetched>
    </>
  );
}

const ADDRESS = /^\S+@\S+$/u;

function ContactForm({ id, mail }: { readonly id: string; readonly mail: string | null }) {
  const words = useSaid(PEOPLE);
  const queries = useQueryClient();
  const [text, setText] = useState(mail ?? '');
  const isFit = text === '' || ADDRESS.test(text);
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: () => dataOf(setPersonContact({ path: { id }, body: { mail: text === '' ? null : text } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['staff'] }),
  });
  return (
    <div className="people-contact">
      <div className="form-field">
        <label htmlFor="person-mail">{words.mail}</label>
        <input
          id="person-mail"
          type="email"
          value={text}
          aria-invalid={!isFit}
          aria-describedby="person-mail-hint"
          onChange={({ target }) => setText(target.value)}
        />
        <span id="person-mail-hint" className={isFit ? 'soft' : 'due-late'}>
          {isFit ? words.contactHint : words.noAt}
        </span>
      </div>
      <Button size="large" disabled={!isFit} loading={isPending} onClick={() => mutate()}>
        {words.keep}
      </Button>
      <p role="status">{isSuccess && words.kept}</p>
      {error && <FailureState error={error} />}
    </div>
  );
}

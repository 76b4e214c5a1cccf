import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { Link, useHref } from 'react-router';
import { signOut } from '../../api/generated/sdk.gen.ts';
import { KeySwitch } from '../../frame/key-help.tsx';
import { usePresent } from '../../frame/signed-in.tsx';
import { useElder } from '../../ui/elder.tsx';
import { Page } from '../../ui/page.tsx';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { ORG_DUTY } from '../../words/org-duty.ts';
import { nameIn } from '../../words/person.ts';
import { OwnPassword } from './own-password.tsx';

/** A department that the capacity does not name already. */
const elsewhere = (capacity: string, department: string | undefined): readonly string[] =>
  department === undefined || capacity.includes(department) ? [] : [department];

/** The posts that I hold or act for. */
function Capacities() {
  const { language } = useSpeech();
  const words = useWords();
  const { me } = usePresent();
  return (
    <ul className="sheet rows">
      {me.capacities.map(({ post, as, title, words: capacity, department, onBehalfOf }) => (
        <li key={`${post} ${as}`}>
          <span className="row-title">
            <strong>{title}</strong>
            {[capacity, ...elsewhere(capacity, department?.name)].join(' · ')}
          </span>
          {onBehalfOf && <span className="soft">{words.me.onBehalf(nameIn(onBehalfOf.name, language))}</span>}
        </li>
      ))}
    </ul>
  );
}

/** 我的: in which capacities I act, and how the page is to look. */
export function Me() {
  const words = useWords();
  const { delegations } = useSaid(ORG_DUTY);
  const { language, speak } = useSpeech();
  const { isElder, turn } = useElder();
  const { me } = usePresent();
  const isDesk = useHref('/').startsWith('/desk');
  const queries = useQueryClient();
  const leaving = useMutation({ mutationFn: () => signOut(), onSettled: () => queries.resetQueries() });
  return (
    <Page title={words.nav.me} aside={<span className="soft">{me.name}</span>}>
      <h2>{words.me.capacities}</h2>
      <Capacities />
      <OwnPassword />
      <p className="setting">
        <Link to="/me/delegations">{delegations.title}</Link>
      </p>
      <h2>{words.me.look}</h2>
      <p className="setting">
        <Switch id="elder" checked={isElder} onChange={turn} aria-label={words.me.elder} />
        <label htmlFor="elder">{words.me.elder}</label>
      </p>
      {isDesk && <KeySwitch />}
      <p className="setting">
        <Button onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{words.language}</Button>
        <Button onClick={() => leaving.mutate()}>{words.signIn.out}</Button>
      </p>
    </Page>
  );
}

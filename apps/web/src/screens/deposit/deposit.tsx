import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Deposit as DepositView } from '../../api/generated/types.gen.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { departmentPage } from '../todo/path-of.ts';
import { depositQuery } from './code-queries.ts';
import './deposit.css';
import { HeldTo } from './waits.tsx';
import { CodeRow } from './code-row.tsx';
import { ConfirmHeld, mayDo } from './confirm-held.tsx';
import { RejectHeld } from './reject-held.tsx';

/** 待确认报送: what came by a code, for the head who hands it in or does not. */
export function Deposit() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(depositQuery(id))} rows={6}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: deposit, etag } }: { readonly answer: Answer<DepositView> }) {
  const { held, title: code } = useSaid(DEPOSIT);
  const open = <Link to={departmentPage(deposit.data.of)}>{held.go}</Link>;
  return (
    <Page title={deposit.label} aside={<StateSaid of={deposit} />}>
      {deposit.data.received === null ? (
        <EmptyState title={held.empty} why={held.emptyWhy} action={open} />
      ) : (
        <>
          <Facts deposit={deposit} />
          <p>{open}</p>
        </>
      )}
      {deposit.status === 'deposit-held' && (
        <div className="deposit-decide">
          <ConfirmHeld deposit={deposit} seen={etag} />
          <RejectHeld deposit={deposit} seen={etag} />
        </div>
      )}
      {mayDo(deposit, 'deposit.revoke') && (
        <section className="sheet stage" aria-label={code}>
          <ul className="deposit-list">
            <CodeRow code={deposit} label={deposit.label} isOpened />
          </ul>
        </section>
      )}
    </Page>
  );
}

function Facts({ deposit }: { readonly deposit: DepositView }) {
  const { held } = useSaid(DEPOSIT);
  const { language } = useSpeech();
  const { received, original, count, heldUntil } = deposit.data;
  const file = deposit.files.find(({ hash }) => hash === original?.hash);
  return (
    <dl className="sheet stage facts">
      <dt>{held.received}</dt>
      <dd>
        {received !== null && `${dayWords(received, language)} ${timeWords(received)}`} · {held.times(count)}
        {deposit.status === 'deposit-held' && heldUntil !== null && <HeldTo day={heldUntil} />}
      </dd>
      <dt>{held.file}</dt>
      <dd>
        {original && (
          <a href={`/v1/deposits/${deposit.id}/files/${original.hash}`}>{file?.title ?? held.download}</a>
        )}
      </dd>
    </dl>
  );
}

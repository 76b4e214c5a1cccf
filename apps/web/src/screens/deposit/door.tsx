import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { DepositPage, DepositReceipt } from '../../api/generated/types.gen.ts';
import { Bare } from '../../ui/bare.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { dayWords, dueDay, isoDay, timeWords } from '../../words/day.ts';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid, useSpeech, useWords } from '../../words/language.tsx';
import { Bring } from '../hand-in/bring.tsx';
import '../hand-in/hand-in.css';
import { useSending } from '../hand-in/use-upload.ts';
import { openedQuery } from './code-queries.ts';
import './deposit.css';
import { isGone, leavingWith } from './leave.ts';

/** 凭报送码上传: for whoever has the code and nothing else; it shows for whom, what and by when, and takes a file. */
export function DepositDoor() {
  const { code = '' } = useParams();
  const { door } = useSaid(DEPOSIT);
  return (
    <Bare>
      <div className="deposit-door">
        <Page title={door.title}>
          <Behind code={code} />
        </Page>
      </div>
    </Bare>
  );
}

function Behind({ code }: { readonly code: string }) {
  const { door } = useSaid(DEPOSIT);
  const { secrecy } = useWords();
  const { data, error, refetch } = useQuery(openedQuery(code));
  const [isUsedUp, setUsedUp] = useState(false);
  const onGone = useCallback(() => setUsedUp(true), []);
  if (data && !isUsedUp) return <Opened code={code} page={data} onGone={onGone} />;
  if (!error && !isUsedUp) return <Loading rows={6} />;
  return (
    <>
      {isUsedUp || isGone(error) ? (
        <EmptyState title={door.gone} why={door.goneWhy} />
      ) : (
        <FailureState error={error} onRetry={() => void refetch()} />
      )}
      <p className="soft">{secrecy}</p>
    </>
  );
}

interface OpenedProps {
  readonly code: string;
  readonly page: DepositPage;
  /** It took what was left before, and takes nothing any more. */
  readonly onGone: () => void;
}

function Opened({ code, page, onGone }: OpenedProps) {
  const { door } = useSaid(DEPOSIT);
  const { language } = useSpeech();
  const { department, label, due, until, rehearsal } = page;
  const send = useMemo(() => leavingWith(code, onGone), [code, onGone]);
  const { state, bring, stop, clear } = useSending<DepositReceipt>(send);
  return (
    <>
      {rehearsal && <p className="rehearsal">{door.rehearsal}</p>}
      <dl className="sheet stage facts">
        <dt>{door.for}</dt>
        <dd>{department}</dd>
        <dt>{door.what}</dt>
        <dd>{label}</dd>
        <dt>{door.due}</dt>
        <dd>{due === null ? door.dueNone : dueDay(due, language)}</dd>
        <dt>{door.valid}</dt>
        <dd>{isoDay(until, language)}</dd>
      </dl>
      {state.at === 'here' ? (
        <Receipt name={state.name} receipt={state.kept} onMore={clear} />
      ) : (
        <section className="sheet stage" aria-label={door.title}>
          <Bring state={state} onFile={(file) => void bring(file)} onStop={stop} onClear={clear} />
        </section>
      )}
      <p className="soft">{door.rule}</p>
    </>
  );
}

interface ReceiptProps {
  readonly name: string;
  readonly receipt: DepositReceipt;
  readonly onMore: () => void;
}

const KILO = 1000;
const sizeWords = (bytes: number): string =>
  bytes < KILO * KILO ? `${Math.ceil(bytes / KILO)} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;

function Receipt({ name, receipt: { received, bytes, sha256 }, onMore }: ReceiptProps) {
  const { door } = useSaid(DEPOSIT);
  const { language } = useSpeech();
  return (
    <section className="sheet done" role="status">
      <h2>{door.done}</h2>
      <p>
        <strong className="handin-name">{name}</strong>
      </p>
      <dl className="facts">
        <dt>{door.received}</dt>
        <dd>
          {dayWords(received, language)} {timeWords(received)}
        </dd>
        <dt>{door.bytes}</dt>
        <dd>{sizeWords(bytes)}</dd>
        <dt>{door.code}</dt>
        <dd className="deposit-address">{sha256}</dd>
      </dl>
      <p>{door.doneNext}</p>
      <Button size="large" onClick={onMore}>
        {door.more}
      </Button>
    </section>
  );
}

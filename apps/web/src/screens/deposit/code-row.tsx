import { STATUS_WORDS, wordsOf } from '@mouding/contract';
import { MOST_DEPOSITS } from '@mouding/core';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { failureOf } from '../../api/failure.ts';
import type { Deposit } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { beijingDay } from '../slip/beijing-day.ts';
import { drawCode } from './code-queries.ts';

/** Loaded with its encoder when somebody draws a code. */
const CodeSheet = lazy(() => import('./code-sheet.tsx').then((sheet) => ({ default: sheet.CodeSheet })));

interface CodeRowProps {
  readonly code: Deposit;
  readonly label: string;
  /** What waits in it is shown beside the row already. */
  readonly isOpened?: boolean;
}

/** One code: until when, what waits in it, its link once drawn, and its end. */
export function CodeRow({ code, label, isOpened = false }: CodeRowProps) {
  const words = useSaid(DEPOSIT);
  const { language } = useSpeech();
  const over = useOver(code);
  return (
    <li>
      <div className="deposit-row">
        <span>
          <strong>
            {isIdle(code, over) ? words.over[over] : wordsOf(STATUS_WORDS, code.status)[language]}
          </strong>{' '}
          · {words.until(isoDay(code.data.until, language))}
        </span>
        {code.status === 'deposit-held' && !isOpened && <Link to={`/deposits/${code.id}`}>{words.open}</Link>}
        {over !== null && <span className="deposit-over">{words.another(words.over[over])}</span>}
        <Revoke code={code} />
      </div>
      {over === null && <Drawing id={code.id} label={label} />}
    </li>
  );
}

/** Its link and picture, drawn when somebody asks for them. */
function Drawing({ id, label }: { readonly id: string; readonly label: string }) {
  const words = useSaid(DEPOSIT);
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => drawCode(id) });
  return (
    <>
      <Button size="large" loading={isPending} onClick={() => mutate()}>
        {data ? words.again : words.draw}
      </Button>
      {error && <FailureNotice failure={failureOf(error)} />}
      {data && (
        <Suspense fallback={<Loading rows={4} />}>
          <CodeSheet path={data.path} label={label} until={data.until} />
        </Suspense>
      )}
    </>
  );
}

type Over = 'until' | 'most';

/** Nothing waits in it and nothing can come: that it stands would be no true word. */
const isIdle = ({ status }: Deposit, over: Over | null): over is Over =>
  over !== null && status === 'deposit-open';

/** Why the code takes nothing any more: its last day has passed, or it took as many files as it may; null while it does. */
function useOver({ data: { until, count } }: Deposit): Over | null {
  const { me } = usePresent();
  if (until < beijingDay(me.now)) return 'until';
  return count >= MOST_DEPOSITS ? 'most' : null;
}

function Revoke({ code }: { readonly code: Deposit }) {
  const words = useSaid(DEPOSIT);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({
    verb: 'deposit.revoke',
    id: code.id,
    seen: `"${code.stream}:${code.version}"`,
  });
  return (
    <>
      <Button size="large" danger onClick={() => setOpen(true)}>
        {words.revoke}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.revokeWill}
        action={words.revoke}
        acting={acting}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

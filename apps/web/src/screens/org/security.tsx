import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { dayWords, timeWords } from '../../words/day.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { usePost } from '../admin/use-post.ts';
import type { OrgViewProps } from './org.tsx';
import { OrgActs } from './org-act.tsx';

/** How strict the institution is with its accounts, and the clock of a rehearsal. */
export function SecurityAndClock({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  return (
    <>
      <OrgActs
        verbs={['org.set-security', 'org.see-log-trouble']}
        may={org.may}
        seen={`"${org.stream}:${org.version}"`}
      />
      <h2>{words.clock}</h2>
      {org.mode === 'rehearsal' ? <Clock /> : <p>{words.clockOnly}</p>}
    </>
  );
}

function Clock() {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const { me } = usePresent();
  const may = useQuery(orgQuery).data?.may.find(({ command }) => command === 'org.move-clock');
  return (
    <>
      <p>{words.now(`${dayWords(me.now, language)} ${timeWords(me.now)}`)}</p>
      {may?.allowed ? <Move /> : <p className="soft">{may?.said?.[language]}</p>}
    </>
  );
}

function Move() {
  const words = useSaid(ORG);
  const [to, setTo] = useState('');
  const { press, acting } = usePost('/v1/org/commands/move-clock');
  return (
    <>
      <div className="org-acts">
        <div className="form-field">
          <label htmlFor="clock-to">{words.clockTo}</label>
          <input
            id="clock-to"
            type="datetime-local"
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </div>
        <Button
          size="large"
          disabled={to === ''}
          loading={acting.at === 'work'}
          onClick={() => press({ to: new Date(`${to}:00.000+08:00`).toISOString() })}
        >
          {words.clock}
        </Button>
      </div>
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      {acting.at === 'done' && <ReceiptNote answer={acting.answer} />}
    </>
  );
}

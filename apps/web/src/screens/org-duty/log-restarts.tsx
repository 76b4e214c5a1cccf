import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CommandAnswer, LogRestartView } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { ORG_DUTY } from '../../words/org-duty.ts';
import { DutyAct } from './duty-act.tsx';
import './org-duty.css';
import { treeLogQuery } from './queries.ts';

/** 另起记录树: what was proposed, with every number that is to be compared, for the second person's word. */
export function LogRestarts() {
  const { restarts: words } = useSaid(ORG_DUTY);
  const { me } = usePresent();
  const query = useQuery(treeLogQuery(me.institution.id));
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  return (
    <Page title={words.title}>
      <p className="sentence">{words.lead}</p>
      {answer && <ReceiptNote answer={answer} />}
      <Fetched query={query} rows={8}>
        {({ restarts }) =>
          restarts.length === 0 ? (
            <EmptyState title={words.none} why={words.noneWhy} />
          ) : (
            [...restarts].reverse().map((one) => <Restart key={one.restart} one={one} onDone={setAnswer} />)
          )
        }
      </Fetched>
    </Page>
  );
}

interface RestartProps {
  readonly one: LogRestartView;
  readonly onDone: (answer: CommandAnswer) => void;
}

function Restart({ one, onDone }: RestartProps) {
  const { language } = useSpeech();
  return (
    <article className="sheet duty-card">
      <h2>
        {one.next} <span className="tag">{one.words[language]}</span>
      </h2>
      <Facts one={one} />
      {one.status === 'waiting' && <Judge one={one} onDone={onDone} />}
    </article>
  );
}

function Facts({ one }: { readonly one: LogRestartView }) {
  const { restarts: words } = useSaid(ORG_DUTY);
  const { reason, proposedBy, judgedBy, origin, next, signed, kept } = one;
  const lost = signed.size - kept.size;
  return (
    <>
      <dl className="facts duty-facts">
        <dt>{words.reason}</dt>
        <dd>{reason}</dd>
        <dt>{words.proposedBy}</dt>
        <dd>{proposedBy}</dd>
        {judgedBy !== null && (
          <>
            <dt>{words.judgedBy}</dt>
            <dd>{judgedBy}</dd>
          </>
        )}
        <dt>{words.origin}</dt>
        <dd>
          <code>{origin}</code>
        </dd>
        <dt>{words.next}</dt>
        <dd>
          <code>{next}</code>
        </dd>
        <dt>{words.signed}</dt>
        <dd>
          <Head of={signed} />
        </dd>
        <dt>{words.kept}</dt>
        <dd>
          <Head of={kept} />
        </dd>
      </dl>
      <p className={lost > 0 ? 'due-late' : 'soft'}>{lost > 0 ? words.lost(lost) : words.whole}</p>
    </>
  );
}

function Head({ of: { size, root } }: { readonly of: LogRestartView['signed'] }) {
  const { restarts: words } = useSaid(ORG_DUTY);
  const { language } = useSpeech();
  return (
    <>
      {words.head(size)} · {words.root}
      {colon(language)}
      <code>{root}</code>
    </>
  );
}

function Judge({ one: { restart, next }, onDone }: RestartProps) {
  const { restarts: words } = useSaid(ORG_DUTY);
  const verb = 'org.confirm-log-restart';
  const may = useQuery(orgQuery).data?.may;
  if (may && !may.some(({ command }) => command === verb)) return <p className="soft">{words.notYou}</p>;
  return (
    <>
      <p>{words.check}</p>
      <div className="duty-acts">
        <DutyAct
          verb={verb}
          body={{ restart, agree: true }}
          name={words.confirm}
          will={words.confirmWill(next)}
          isFirst
          onDone={onDone}
        />
        <DutyAct
          verb={verb}
          body={{ restart, agree: false }}
          name={words.decline}
          will={words.declineWill}
          onDone={onDone}
        />
      </div>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Filing as View } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { StateSaid } from '../../ui/state-said.tsx';
import { Papers } from '../../ui/papers.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';
import { Files } from '../decide/files.tsx';
import { PagePreview } from '../issue/page-preview.tsx';
import { Asks } from '../thing/asks.tsx';
import { CitedTexts } from '../thing/cited-texts.tsx';
import { FilingCourse } from './course.tsx';
import './filing.css';
import { Package } from './package.tsx';
import { filingQuery } from './queries.ts';

/** P12 报批、备案: the package and the letter, and what became of them. */
export function Filing() {
  const { id = '' } = useParams();
  return (
    <Fetched query={useQuery(filingQuery(id))} rows={10}>
      {(answer) => <Shown key={id} answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const words = useSaid(FILING);
  const { me } = usePresent();
  const { id, version, data } = thing;
  const canSend = thing.may.some(({ command, allowed }) => command === 'filing.send' && allowed);
  const mode = data.mode === 'approve' ? words.modes.approve : words.modes.record;
  return (
    <Page
      title={thing.label}
      aside={
        <span className="soft">
          {mode} · <StateSaid of={thing} />
        </span>
      }
    >
      {data.due !== null && <DueBadge due={data.due} overdue={data.due < me.now} now={me.now} />}
      <FilingCourse data={data} />
      <div className="issue-layout">
        <div>
          <Sending thing={thing} seen={etag} canSend={canSend} />
          <PagePreview of={{ plural: 'filings', id, paper: 'letter', version }} />
        </div>
        <div className="issue-side">
          <section className="sheet issue-panel" aria-label={words.paper}>
            <p className="soft">{words.paperWhy}</p>
            <Asks thing={thing} seen={etag} except={['filing.send']} />
          </section>
        </div>
      </div>
      <CitedTexts plural="filings" id={id} texts={thing.texts} />
      <Files plural="filings" thing={thing} />
      <Papers plural="filings" id={id} />
    </Page>
  );
}

interface SendingProps {
  readonly thing: View;
  readonly seen: string | null;
  readonly canSend: boolean;
}

/** The package as long as it may be sent, and the receipt once it was. */
function Sending({ thing, seen, canSend }: SendingProps) {
  const sending = useAct({ verb: 'filing.send', id: thing.id, seen });
  const { acting } = sending;
  const isUnderWay = acting.at === 'work' || acting.at === 'failed';
  return (
    <>
      {acting.at === 'done' && <ReceiptNote answer={acting.answer} />}
      {(canSend || isUnderWay) && <Package thing={thing} sending={sending} />}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Consultation as View } from '../../api/generated/types.gen.ts';
import { consultationQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { Asks } from '../thing/asks.tsx';
import { Answering } from './answering.tsx';
import { DraftText } from './draft-text.tsx';

/** P8 征求意见: the letter's text, clause by clause, and the answer of my department. */
export function Consultation() {
  const { id = '' } = useParams();
  const query = useQuery(consultationQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { me } = usePresent();
  const { due } = thing.data;
  const canReply = thing.may.some(({ command, allowed }) => command === 'consultation.reply' && allowed);
  return (
    <Page title={thing.label} aside={<span className="soft">{thing.words}</span>}>
      <DueBadge due={due} overdue={due < me.now} now={me.now} />
      {canReply ? (
        <Answering thing={thing} />
      ) : (
        <DraftText thing={thing} canSay={false} onSay={() => undefined} />
      )}
      <Asks thing={thing} seen={etag} />
      <Papers plural="consultations" id={thing.id} />
    </Page>
  );
}

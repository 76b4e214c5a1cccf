import { useState, type ReactNode } from 'react';
import { Failed } from '../../api/failure.ts';
import { unkept } from '../../drafts/unkept.ts';
import { Lost } from '../../frame/lost.tsx';
import { usePresent } from '../../frame/signed-in.tsx';
import { ChangeList } from '../../text/change-list.tsx';
import { DueBadge } from '../../ui/due-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { Page } from '../../ui/page.tsx';
import { GALLERY } from '../../words/gallery.ts';
import { useSaid } from '../../words/language.tsx';

/** Every part that screens share, in its states. In a rehearsal only: it shows nothing that is so. */
export function Gallery() {
  const { me } = usePresent();
  return me.institution.mode === 'rehearsal' ? <Parts /> : <Lost />;
}

function Parts() {
  const said = useSaid(GALLERY);
  const { parts } = said;
  return (
    <Page title={said.title}>
      <p>{said.lead}</p>
      <Part title={parts.due}>
        <Dues />
      </Part>
      <Part title={parts.empty}>
        <EmptyState title={said.emptyTitle} why={said.emptyWhy} />
      </Part>
      <Part title={parts.loading}>
        <Loading rows={2} />
      </Part>
      <Part title={parts.failure}>
        <Failures />
      </Part>
      <Part title={parts.opinion}>
        <Opinion />
      </Part>
      <Part title={parts.drop}>
        <FileDrop accept=".docx" hint={said.hint} isBusy={false} onFile={() => undefined} />
      </Part>
      <Part title={parts.text}>
        <ChangeList before={said.before} after={said.after} />
      </Part>
    </Page>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const NOW = '2026-01-16T01:00:00.000Z';
/** Ends of days: none, long past, today, within three days, later. */
const DAYS = [null, '2026-01-10', '2026-01-16', '2026-01-18', '2026-02-20'] as const;

const Dues = () => (
  <ul className="rows sheet">
    {DAYS.map((day) => {
      const due = day === null ? null : `${day}T16:00:00.000Z`;
      return (
        <li key={day}>
          <DueBadge due={due} overdue={due !== null && due < NOW} now={NOW} />
        </li>
      );
    })}
  </ul>
);

function Failures() {
  const said = useSaid(GALLERY);
  const refused = new Failed({
    kind: 'problem',
    status: 409,
    problem: {
      type: '/problems/refused',
      title: said.refused,
      detail: said.refused,
      status: 409,
      code: 'refused',
      traceId: '7f3c9a12-0000-4000-8000-000000000001',
      needs: { zh: said.needs, en: said.needs },
    },
  });
  return (
    <>
      <FailureState error={new Failed({ kind: 'offline' })} onRetry={() => undefined} />
      <FailureState error={refused} />
    </>
  );
}

function Opinion() {
  const said = useSaid(GALLERY);
  const [text, setText] = useState('');
  return (
    <OpinionBox
      label={said.opinion}
      draft={{ ...unkept(text, setText), keptAt: text === '' ? null : Date.parse(NOW) }}
      phrases={said.phrases}
      isNeeded
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { auditCasesQuery } from '../../../api/audit.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { Page } from '../../../ui/page.tsx';
import { Views } from '../../../ui/views.tsx';
import { AUDIT } from '../../../words/audit.ts';
import { useSaid, useWords } from '../../../words/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

interface Audited {
  readonly id: string;
  readonly title: string;
}

/** The case that is looked at. */
export const useAudited = (): Audited => useOutletContext<Audited>();

/** One case from six sides. */
export function AuditedCase() {
  const { id = '' } = useParams();
  const { failure } = useWords();
  const words = useSaid(AUDIT);
  return (
    <Fetched query={useQuery(auditCasesQuery)} rows={10}>
      {({ items }) => {
        const found = items.find((each) => each.id === id);
        return found ? (
          <Page title={found.title} aside={<span className="soft">{words.under(found.letter.number)}</span>}>
            <ViewLinks />
            <Outlet context={{ id, title: found.title } satisfies Audited} />
          </Page>
        ) : (
          <Page title={failure.notFound}>
            <EmptyState title={failure.notFound} why={words.noLetterWhy} />
          </Page>
        );
      }}
    </Fetched>
  );
}

function ViewLinks() {
  const { view, views } = useSaid(AUDIT);
  return (
    <Views label={views}>
      {Object.entries(view).map(([path, said]) => (
        <NavLink key={path} to={path}>
          {said}
        </NavLink>
      ))}
    </Views>
  );
}

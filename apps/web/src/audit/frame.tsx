import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NavLink, Outlet } from 'react-router';
import { signOutAuditor } from '../api/audit-generated/sdk.gen.ts';
import { useOnline } from '../frame/use-online.ts';
import '../screens/audit/audit.css';
import { OtherLanguage } from '../ui/other-language.tsx';
import { AUDIT } from '../words/audit.ts';
import { FRAME } from '../words/frame.ts';
import { useSaid, useWords } from '../words/language.tsx';
import { useAuditor } from './at-door.tsx';
import { opensAll } from './letters.ts';

/** The frame of the auditor's page: whose record, who reads it, and where one can go. */
export function AuditFrame() {
  const words = useWords();
  const { nav, navLabel } = useSaid(AUDIT);
  const { offlineWhy } = useSaid(FRAME);
  const { institution, letters } = useAuditor();
  const isOnline = useOnline();
  return (
    <div className="frame">
      <Top />
      <nav className="side" aria-label={navLabel}>
        <NavLink to="/" end>
          {nav.scope}
        </NavLink>
        {opensAll(letters) && <NavLink to="/timeline">{nav.timeline}</NavLink>}
        <NavLink to="/verify">{nav.verify}</NavLink>
        <NavLink to="/readings">{nav.readings}</NavLink>
      </nav>
      <div className="inside">
        {institution.mode === 'rehearsal' && <p className="rehearsal">{words.rehearsal}</p>}
        {!isOnline && (
          <p className="offline" role="status">
            {offlineWhy}
          </p>
        )}
        <Outlet />
      </div>
    </div>
  );
}

function Top() {
  const words = useWords();
  const { desk, readOnly } = useSaid(AUDIT);
  const { institution, name, capacities } = useAuditor();
  const queries = useQueryClient();
  const leaving = useMutation({
    mutationFn: () => signOutAuditor(),
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <div className="top">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <span className="brand">{words.product}</span>
      <span>{desk}</span>
      <span className="audit-house">{institution.name}</span>
      <span className="audit-only">{readOnly}</span>
      <span className="who push">
        {name} {capacities[0]?.title}
      </span>
      <OtherLanguage />
      <button type="button" className="plain" onClick={() => leaving.mutate()}>
        {words.signIn.out}
      </button>
    </div>
  );
}

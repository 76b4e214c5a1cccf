import { useMemo, useState } from 'react';
import { Link, NavLink, Outlet, useHref, useLocation, useNavigate } from 'react-router';
import { ADMIN } from '../words/admin.ts';
import { DEPARTMENT } from '../words/department.ts';
import { FRAME } from '../words/frame.ts';
import { useSaid, useWords } from '../words/language.tsx';
import './frame.css';
import { KeyHelp } from './key-help.tsx';
import { useKeys } from './keys.ts';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
import { usePresent } from './signed-in.tsx';

/** Whoever sees to procedures, people and services: the others find nothing there. */
const LOOKS_AFTER: readonly string[] = [
  'office',
  'office-director',
  'administrator',
  'security-administrator',
  'security-auditor',
  'auditor',
];

/** What lies below 管理, wherever its addresses are. */
const LOOKED_AFTER = /^\/(?:admin|org|people|procedures)(?:\/|$)/u;

/** The frame around every screen: whose house, who, live or not, and where one can go. */
export function Frame() {
  const words = useWords();
  const { me } = usePresent();
  const { nav: admin } = useSaid(ADMIN);
  const isDesk = useHref('/').startsWith('/desk');
  const looksAfter = isDesk && me.capacities.some(({ as }) => LOOKS_AFTER.includes(as));
  const isAdmin = LOOKED_AFTER.test(useLocation().pathname);
  const above = useAbove();
  const department = useSaid(DEPARTMENT);
  const isHead = me.capacities.some(({ as }) => as === 'department-head');
  return (
    <div className="frame">
      <Top onPalette={above.palette} onHelp={above.help} />
      <nav className="side" aria-label={words.nav.label}>
        <NavLink to="/" end>
          {words.nav.todo}
        </NavLink>
        {isHead && <NavLink to="/department">{department.nav}</NavLink>}
        <NavLink to="/plans">{words.nav.plans}</NavLink>
        {looksAfter && (
          <Link to="/admin" aria-current={isAdmin ? 'page' : undefined}>
            {admin}
          </Link>
        )}
        <NavLink to="/me">{words.nav.me}</NavLink>
      </nav>
      <div className="inside">
        {me.institution.mode === 'rehearsal' && <p className="rehearsal">{words.rehearsal}</p>}
        <Notices />
        <Outlet />
      </div>
      <KeyHelp isOpen={above.shown === 'help'} onClose={above.close} />
      <Palette isOpen={above.shown === 'palette'} onClose={above.close} onGo={above.go} />
    </div>
  );
}

/** What lies above the screens, and the keys that bring it there. */
function useAbove() {
  const navigate = useNavigate();
  const [shown, setShown] = useState<'help' | 'palette' | null>(null);
  const aims = useMemo(
    () => ({
      go: (path: string) => {
        setShown(null);
        void navigate(path);
      },
      help: () => setShown('help'),
      palette: () => setShown('palette'),
    }),
    [navigate],
  );
  useKeys(aims);
  return { ...aims, shown, close: () => setShown(null) };
}

interface TopProps {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

function Top({ onPalette, onHelp }: TopProps) {
  const words = useWords();
  const { palette, keys } = useSaid(FRAME);
  const { me, liveness } = usePresent();
  const [first] = me.capacities;
  return (
    <div className="top">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <span className="brand">{words.product}</span>
      <span className="top-house">{me.institution.name}</span>
      <OtherFace />
      <button type="button" className="top-button push" onClick={onPalette} aria-keyshortcuts="Control+K">
        {palette}
      </button>
      <button type="button" className="top-button" onClick={onHelp}>
        {keys}
      </button>
      <span className="live" role="status">
        {words.liveness[liveness]}
      </span>
      <span className="who">
        {me.name} <span className="top-post">{first?.title}</span>
      </span>
    </div>
  );
}

/** On a wide screen the page for phones leads to the desk, at the same place. */
function OtherFace() {
  const { toDesk } = useSaid(FRAME);
  const { pathname, search } = useLocation();
  const isDesk = useHref('/').startsWith('/desk');
  if (isDesk) return null;
  return (
    <a className="top-face push" href={`/desk${pathname}${search}`}>
      {toDesk}
    </a>
  );
}

import { NavLink, Outlet } from 'react-router';
import { useWords } from '../words/language.tsx';
import { usePresent } from './signed-in.tsx';

/** The frame around every screen: whose house, who, live or not, and where one can go. */
export function Frame() {
  const words = useWords();
  const { me, liveness } = usePresent();
  const [first] = me.capacities;
  return (
    <div className="frame">
      <div className="top">
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <span className="brand">{words.product}</span>
        <span>{me.institution.name}</span>
        <span className="push" role="status">
          {words.liveness[liveness]}
        </span>
        <span className="who">
          {me.name} {first?.title}
        </span>
      </div>
      <nav className="side" aria-label={words.nav.label}>
        <NavLink to="/" end>
          {words.nav.todo}
        </NavLink>
        <NavLink to="/plans">{words.nav.plans}</NavLink>
        <NavLink to="/me">{words.nav.me}</NavLink>
      </nav>
      <div className="inside">
        {me.institution.mode === 'rehearsal' && <p className="rehearsal">{words.rehearsal}</p>}
        <Outlet />
      </div>
    </div>
  );
}

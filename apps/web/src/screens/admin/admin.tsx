import { Link } from 'react-router';
import { Page } from '../../ui/page.tsx';
import { ADMIN } from '../../words/admin.ts';
import { useSaid } from '../../words/language.tsx';
import './admin.css';

const PATHS: { readonly [P in keyof (typeof ADMIN)['zh']['parts']]: string } = {
  procedures: '/procedures',
  org: '/org',
  people: '/people',
  messages: '/admin/messages',
  health: '/admin/health',
  repairs: '/admin/repairs',
};

/** 管理: where everything that is not daily work is looked after. */
export function Admin() {
  const words = useSaid(ADMIN);
  return (
    <Page title={words.title}>
      <ul className="admin-parts">
        {Object.entries(PATHS).map(([part, path]) => {
          const [title, what] = words.parts[part as keyof typeof words.parts];
          return (
            <li key={part} className="sheet">
              <Link to={path}>{title}</Link>
              <p className="soft">{what}</p>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

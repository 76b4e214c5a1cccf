import { useQuery } from '@tanstack/react-query';
import { Link, useHref, useSearchParams } from 'react-router';
import type { Organisation } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Views } from '../../ui/views.tsx';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { colon } from '../../words/marks.ts';
import { AskContext } from '../admin/form/ask.ts';
import { looksAfterAccounts, staffQuery } from '../people/queries.ts';
import { askOrg, peopleOptions } from './ask-org.ts';
import { Calendar } from './calendar.tsx';
import { Aides } from './aides.tsx';
import { Departments } from './departments.tsx';
import { Letters } from './letters/letters.tsx';
import { Bodies, Posts } from './posts.tsx';
import { Planned } from './planned.tsx';
import { SecurityAndClock } from './security.tsx';
import { UnheldThings } from './unheld.tsx';
import '../admin/form/form.css';
import '../procedure/procedure.css';
import './org.css';

type View = keyof (typeof ORG)['zh']['view'];
const VIEWS: readonly View[] = [
  'departments',
  'posts',
  'bodies',
  'aides',
  'planned',
  'unheld',
  'calendar',
  'audit',
  'security',
];

export interface OrgViewProps {
  readonly org: Organisation;
}

const SCREENS: { readonly [V in View]: (props: OrgViewProps) => React.ReactNode } = {
  departments: Departments,
  posts: Posts,
  bodies: Bodies,
  aides: Aides,
  planned: Planned,
  unheld: UnheldThings,
  calendar: Calendar,
  audit: Letters,
  security: SecurityAndClock,
};

/** 组织机构: who is there, in which posts and bodies, and what may be changed about it. */
export function Org() {
  return (
    <Fetched query={useQuery(orgQuery)} rows={10}>
      {(org) => <Shown org={org} />}
    </Fetched>
  );
}

function Shown({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const [wish] = useSearchParams();
  const { me } = usePresent();
  const isDesk = useHref('/').startsWith('/desk');
  const staff = useQuery({ ...staffQuery, enabled: looksAfterAccounts(me) }).data?.items;
  const view = VIEWS.find((each) => each === wish.get('view')) ?? 'departments';
  const Screen = SCREENS[view];
  return (
    <Page title={words.title} aside={isDesk && <Link to="/people">{words.toPeople}</Link>}>
      {org.notices.map(({ rule, said }) => (
        <p key={rule} className="due-soon">
          {words.notices}
          {colon(language)}
          {said[language]}
        </p>
      ))}
      <Views label={words.views}>
        {VIEWS.map((each) => (
          <Link key={each} to={`?view=${each}`} aria-current={each === view ? 'page' : undefined}>
            {words.view[each]}
            {each === 'planned' && org.planned.length > 0 && ` ${org.planned.length}`}
          </Link>
        ))}
      </Views>
      <AskContext value={askOrg(org, peopleOptions(org, staff), words, language)}>
        <Screen org={org} />
      </AskContext>
    </Page>
  );
}

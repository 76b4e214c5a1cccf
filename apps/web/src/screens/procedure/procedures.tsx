import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { keepDraft } from './editor/kept.ts';
import { readFileOf } from './editor/transfer.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Page } from '../../ui/page.tsx';
import { PROCEDURE } from '../../words/procedure.ts';
import { useSaid } from '../../words/language.tsx';
import { proceduresQuery } from './queries.ts';
import './procedure.css';

/** 编制程序: what is published, and a way to begin another one. */
export function Procedures() {
  const words = useSaid(PROCEDURE);
  return (
    <Page title={words.title} aside={<Link to="/procedures/new/edit">{words.fresh}</Link>}>
      <Fetched query={useQuery(proceduresQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.empty} why={words.emptyWhy} />
          ) : (
            <ul className="sheet rows">
              {items.map(({ id, title, versions }) => (
                <li key={id}>
                  <Link className="row-title" to={`/procedures/${id}`}>
                    <strong>{title}</strong>
                  </Link>
                  <span className="soft">{words.versions(versions.length)}</span>
                  <span>{versions[versions.length - 1]?.document ?? words.unbound}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
      <h2>{words.bring}</h2>
      <Bring />
    </Page>
  );
}

/** A file of a procedure becomes a draft: what was published is not touched. */
function Bring() {
  const words = useSaid(PROCEDURE);
  const { me } = usePresent();
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const bring = async (file: File): Promise<void> => {
    const read = await readFileOf(file);
    if ('trouble' in read) return setTrouble(read.trouble);
    keepDraft(me.person, 'new', read.definition);
    await navigate('/procedures/new/edit');
  };
  return (
    <>
      <FileDrop
        accept=".json,.yaml,.yml"
        hint={words.bringHint}
        isBusy={false}
        onFile={(file) => void bring(file)}
      />
      {trouble !== null && (
        <p role="alert" className="due-late">
          {words.unread}
          {trouble}
        </p>
      )}
    </>
  );
}

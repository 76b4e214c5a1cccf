import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Manuscript, Tree } from '../../../api/generated/types.gen.ts';
import { manuscriptQuery, treeQuery } from '../../../api/queries.ts';
import { useDraft } from '../../../drafts/use-draft.ts';
import { usePresent } from '../../../frame/signed-in.tsx';
import { Fetched } from '../../../ui/fetched.tsx';
import { Page } from '../../../ui/page.tsx';
import { EDITING } from '../../../words/editing.ts';
import { useSaid } from '../../../words/language.tsx';
import { BringBack } from './bring-back.tsx';
import { ClauseRow } from './clause-row.tsx';
import { Convert } from './convert.tsx';
import { draftIn } from './draft.ts';
import './edit.css';
import { Merge } from './merge.tsx';
import { Outline } from './outline.tsx';
import { checkupQuery } from './queries.ts';
import { Save } from './save.tsx';
import { useEditing } from './use-editing.ts';

/** P6 按条文修改: each clause a field of its own, a draft on this machine, a version when it is saved. */
export function EditManuscript() {
  const { id = '' } = useParams();
  const words = useSaid(EDITING);
  const query = useQuery(manuscriptQuery(id));
  return (
    <Fetched query={query} rows={12}>
      {({ data: thing, etag }) => (
        <Page title={words.title(thing.label)} aside={<Link to={`/manuscripts/${id}`}>{words.back}</Link>}>
          {thing.data.text?.scheme === 'tree@1' ? (
            <Begun thing={thing} seen={etag} current={thing.data.text.hash} />
          ) : (
            <Convert thing={thing} seen={etag} />
          )}
        </Page>
      )}
    </Fetched>
  );
}

interface BegunProps {
  readonly thing: Manuscript;
  readonly seen: string | null;
  /** The root of the text as it stands. */
  readonly current: string;
}

/** A draft goes on with the text that it was begun on, whatever was saved meanwhile. */
function Begun({ thing, seen, current }: BegunProps) {
  const { me } = usePresent();
  const kept = useDraft(`${me.person}.${thing.stream}.edit`);
  const base = draftIn(kept.text)?.base ?? current;
  const tree = useQuery(treeQuery('manuscripts', thing.id, base));
  return (
    <Fetched query={tree} rows={12}>
      {(view) => <Desk key={base} {...{ thing, seen, current, base, view, kept }} />}
    </Fetched>
  );
}

interface DeskProps extends BegunProps {
  readonly base: string;
  readonly view: Tree;
  readonly kept: ReturnType<typeof useDraft>;
}

function Desk({ thing, seen, current, base, view, kept }: DeskProps) {
  const words = useSaid(EDITING);
  const editing = useEditing(base, view, kept);
  const { bare } = thing.data;
  return (
    <>
      {base !== current && <Merge id={thing.id} current={current} editing={editing} />}
      <div className="edit-layout">
        <Outline shown={editing.shown} />
        <Clauses thing={thing} seen={seen} editing={editing} />
        <div className="edit-side">
          <Save thing={thing} seen={seen} editing={editing} />
          {bare.length > 0 && (
            <p className="sheet edit-panel">
              <Link to={`/manuscripts/${thing.id}/asks?ask=manuscript.give-grounds`}>
                {words.bare(bare.length)}
              </Link>
            </p>
          )}
          <BringBack id={thing.id} onTake={editing.replace} />
        </div>
      </div>
    </>
  );
}

interface ClausesProps {
  readonly thing: Manuscript;
  readonly seen: string | null;
  readonly editing: ReturnType<typeof useEditing>;
}

function Clauses({ thing, seen, editing }: ClausesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const checkup = useQuery(checkupQuery(thing.id));
  const found = checkup.data?.items.filter(({ waived }) => !waived) ?? [];
  const canWaive = thing.may.some(
    ({ command, allowed }) => command === 'manuscript.waive-finding' && allowed,
  );
  return (
    <div className="sheet edit-text">
      {editing.shown.map((clause, i) => (
        <ClauseRow
          key={clause.id}
          manuscript={thing.id}
          seen={seen}
          clause={clause}
          next={editing.shown[i + 1]}
          editing={editing}
          isOpen={open === clause.id}
          findings={found.filter(({ node }) => node === clause.id)}
          canWaive={canWaive}
          onOpen={setOpen}
        />
      ))}
    </div>
  );
}

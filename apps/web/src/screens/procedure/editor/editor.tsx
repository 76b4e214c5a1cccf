import { readDefinition, type Definition } from '@mouding/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { orgQuery } from '../../../api/queries.ts';
import { Fetched } from '../../../ui/fetched.tsx';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid } from '../../../words/language.tsx';
import { procedureQuery } from '../queries.ts';
import { emptyDefinition } from './empty.ts';
import { Workbench } from './workbench.tsx';
import '../../admin/form/form.css';
import '../procedure.css';
import './editor.css';

/** 修改程序: a procedure, or a new one, in cards; checked while it is written. */
export function ProcedureEditor() {
  const { id = 'new' } = useParams();
  return id === 'new' ? <Fresh /> : <Published id={id} />;
}

function Fresh() {
  const words = useSaid(EDITOR);
  const [empty] = useState(() => emptyDefinition(words.fresh, words.freshBody));
  return <WithOrg id="new" published={null} begin={empty} version={1} />;
}

function Published({ id }: { readonly id: string }) {
  return (
    <Fetched query={useQuery(procedureQuery(id, null))} rows={10}>
      {({ data: { definition, versions } }) => {
        const read = readDefinition(definition);
        return 'definition' in read ? (
          <WithOrg
            id={id}
            published={read.definition}
            begin={read.definition}
            version={versions.length + 1}
          />
        ) : null;
      }}
    </Fetched>
  );
}

interface WithOrgProps {
  readonly id: string;
  readonly published: Definition | null;
  readonly begin: Definition;
  readonly version: number;
}

function WithOrg(props: WithOrgProps) {
  return (
    <Fetched query={useQuery(orgQuery)} rows={10}>
      {(org) => <Workbench {...props} org={org} />}
    </Fetched>
  );
}

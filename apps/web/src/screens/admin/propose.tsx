import { REPAIR_WORDS } from '@mouding/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { previewRepair } from '../../api/generated/sdk.gen.ts';
import type { GetCaseResponses, RepairPreviewWish } from '../../api/generated/types.gen.ts';
import { orgQuery } from '../../api/queries.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useCapacity } from '../../ui/verb-form/use-capacity.ts';
import { ADMIN } from '../../words/admin.ts';
import { dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { AskContext, type Ask, type Option } from './form/ask.ts';
import { schemaQuery } from './form/asked.ts';
import { isFields, type Fields, type Schema } from './form/schema.ts';
import { SchemaFields } from './form/schema-field.tsx';
import { usePost } from './use-post.ts';

/** How the form names meetings, posts and stages of the case. */
function useAskRepair(of: GetCaseResponses[200]): Ask {
  const { repairs: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const posts = useQuery(orgQuery).data?.posts ?? [];
  const meetings = of.stages.flatMap(({ items }) => items).filter(({ kind }) => kind === 'meeting');
  const lists: { readonly [field: string]: readonly Option[] } = {
    post: posts.map(({ id, title }) => ({ value: id, label: title })),
    meeting: meetings.map(({ stream, label }) => ({ value: stream, label })),
    stage: of.stages.map(({ id, title }) => ({ value: id, label: title })),
  };
  const named: { readonly [field: string]: string } = words.fields;
  return {
    label: (field) => named[field] ?? field,
    value: (value) => REPAIR_WORDS[value]?.[language] ?? value,
    options: (field) => lists[field] ?? null,
    without: ['case', 'paper', 'repair'],
  };
}

/** Without the exchange of an original: it is chosen by its bytes, for which there is a form of its own. */
function withoutFiles(schema: Schema): Schema {
  const what = schema.properties?.['what'];
  const variants = what?.anyOf?.filter(({ properties }) => properties?.['repair']?.const !== 'file') ?? [];
  return { ...schema, properties: { ...schema.properties, what: { ...what, anyOf: variants } } };
}

/** What is to be put right, what that would come to, and the first of the two keys. */
export function Propose({ of }: { readonly of: GetCaseResponses[200] }) {
  const { repairs: words } = useSaid(ADMIN);
  const as = useCapacity('repair.propose', of.may);
  const [body, setBody] = useState<Fields>({ case: of.id });
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = usePost('/v1/repairs');
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <AskContext value={useAskRepair(of)}>
      <div className="form-grid">
        <Fetched query={useQuery(schemaQuery('repair.propose'))} rows={3}>
          {(schema) => (
            <SchemaFields
              schema={withoutFiles(schema)}
              value={body}
              onChange={(written) => isFields(written) && setBody(written)}
            />
          )}
        </Fetched>
      </div>
      <Preview body={body} />
      <Button
        type="primary"
        size="large"
        disabled={body['what'] === undefined || body['reason'] === undefined}
        onClick={() => setOpen(true)}
      >
        {words.propose}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(as)}
        action={words.propose}
        acting={acting}
        onPress={() => press(body)}
        onClose={() => setOpen(false)}
      />
    </AskContext>
  );
}

function Preview({ body }: { readonly body: Fields }) {
  const { repairs: words } = useSaid(ADMIN);
  const { language } = useSpeech();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      dataOf(previewRepair({ body: { case: body['case'], what: body['what'] } as RepairPreviewWish })),
  });
  return (
    <div className="admin-preview" role="status">
      <Button disabled={body['what'] === undefined} loading={isPending} onClick={() => mutate()}>
        {words.preview}
      </Button>
      {error && <FailureState error={error} />}
      {data?.refusal && <p className="due-late">{data.refusal.said[language]}</p>}
      {data?.effect && <p>{data.effect[language]}</p>}
      {data?.until && <p className="soft">{words.until(dueDay(data.until, language))}</p>}
    </div>
  );
}

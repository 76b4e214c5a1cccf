import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FailureState } from '../../ui/failure-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { ORG } from '../../words/org.ts';
import { useSaid } from '../../words/language.tsx';
import { schemaQuery } from '../admin/form/asked.ts';
import { isFields, nothingIn, type Fields, type Schema } from '../admin/form/schema.ts';
import { SchemaFields } from '../admin/form/schema-field.tsx';
import { PreviewNote } from './preview-note.tsx';
import { preview } from './queries.ts';

interface AskedProps {
  readonly verb: string;
  readonly body: Fields;
  readonly onChange: (body: Fields) => void;
}

/** The form of an act, from its own schema, and what it would come to. */
export function Asked(props: AskedProps) {
  return (
    <Fetched query={useQuery(schemaQuery(props.verb))} rows={4}>
      {(schema) => <ActForm {...props} schema={schema} />}
    </Fetched>
  );
}

/** What takes effect on a day can be looked at before. */
const isDated = ({ properties = {} }: Schema): boolean => 'on' in properties;

function ActForm({ verb, body, onChange, schema }: AskedProps & { readonly schema: Schema }) {
  const words = useSaid(ORG);
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: () => preview(verb, { ...nothingIn(schema), ...body }),
  });
  return (
    <>
      <div className="form-grid">
        <SchemaFields
          schema={schema}
          value={body}
          onChange={(written) => {
            if (isFields(written)) onChange(written);
            reset();
          }}
        />
      </div>
      {isDated(schema) && (
        <p>
          <Button loading={isPending} onClick={() => mutate()}>
            {words.preview}
          </Button>
        </p>
      )}
      {error && <FailureState error={error} />}
      {data && <PreviewNote preview={data} />}
    </>
  );
}

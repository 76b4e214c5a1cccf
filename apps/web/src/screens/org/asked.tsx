import { bodyOf, FORESEEN } from '@mouding/core';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { FailureState } from '../../ui/failure-state.tsx';
import { ORG } from '../../words/org.ts';
import { useSaid } from '../../words/language.tsx';
import { isFields, schemaOf, type Fields } from '../admin/form/schema.ts';
import { SchemaFields } from '../admin/form/schema-field.tsx';
import { PreviewNote } from './preview-note.tsx';
import { preview } from './queries.ts';

interface AskedProps {
  readonly verb: string;
  readonly body: Fields;
  readonly onChange: (body: Fields) => void;
}

/** The form of an act, from its own schema, and what it would come to. */
export function Asked({ verb, body, onChange }: AskedProps) {
  const words = useSaid(ORG);
  const { mutate, reset, data, error, isPending } = useMutation({ mutationFn: () => preview(verb, body) });
  const described = bodyOf(verb);
  if (!described) return null;
  return (
    <>
      <div className="form-grid">
        <SchemaFields
          schema={schemaOf(described)}
          value={body}
          onChange={(written) => {
            if (isFields(written)) onChange(written);
            reset();
          }}
        />
      </div>
      {FORESEEN.includes(verb) && (
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

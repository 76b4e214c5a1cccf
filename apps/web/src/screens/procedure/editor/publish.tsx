import type { Definition } from '@mouding/core';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePresent } from '../../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../../ui/receipt.tsx';
import { EDITOR } from '../../../words/procedure-editor.ts';
import { useSaid } from '../../../words/language.tsx';
import { usePost } from '../../admin/use-post.ts';
import { AuthorisedBy, isNamed, NO_DOCUMENT } from '../authorised-by.tsx';

interface PublishProps {
  readonly definition: Definition;
  /** The number that it will bear. */
  readonly version: number;
  readonly isSound: boolean;
  readonly onDone: () => void;
}

const PUBLISHERS: readonly string[] = ['office', 'office-director', 'administrator'];

/** 发布: on a document and its resolution, once the check is passed. */
export function Publish({ definition, version, isSound, onDone }: PublishProps) {
  const words = useSaid(EDITOR);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const [document, setDocument] = useState(NO_DOCUMENT);
  const { press, acting } = usePost('/v1/procedures');
  const capacity = me.capacities.find(({ as }) => PUBLISHERS.includes(as));
  if (acting.at === 'done')
    return (
      <>
        <ReceiptNote answer={acting.answer} />
        <p>
          <Link to={`/procedures/${acting.answer.made?.split('/')[1] ?? ''}?view=diff`} onClick={onDone}>
            {words.done}
          </Link>
        </p>
      </>
    );
  if (!capacity) return <p className="soft">{words.notAllowed}</p>;
  return (
    <>
      <Button type="primary" size="large" block disabled={!isSound} onClick={() => setOpen(true)}>
        {words.publish}
      </Button>
      {!isSound && <p className="soft">{words.cannot}</p>}
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.publishSheet(capacity.title, definition.title, version)}
        action={words.publish}
        acting={acting}
        canPress={isNamed(document)}
        onPress={() => press({ definition, document }, { onSuccess: onDone })}
        onClose={() => setOpen(false)}
      >
        <AuthorisedBy document={document} onChange={setDocument} />
      </ConfirmSheet>
    </>
  );
}

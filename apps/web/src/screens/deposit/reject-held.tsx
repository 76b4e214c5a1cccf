import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { DEPOSIT } from '../../words/deposit.ts';
import { useSaid } from '../../words/language.tsx';
import { mayDo, type HeldProps } from './confirm-held.tsx';

/** 不予报送, with a reason; the code stays good. */
export function RejectHeld({ deposit, seen }: HeldProps) {
  const { held } = useSaid(DEPOSIT);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`${me.person}.${deposit.stream}.reject`);
  const { press, acting } = useAct({ verb: 'deposit.reject', id: deposit.id, seen });
  if (!mayDo(deposit, 'deposit.reject')) return null;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {held.reject}
      </Button>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={held.rejectWill}
        action={held.reject}
        acting={acting}
        canPress={draft.text.trim() !== ''}
        onPress={() => press({ reason: draft.text }, { onSuccess: draft.drop })}
        onClose={() => setOpen(false)}
      >
        <OpinionBox label={held.reason} draft={draft} phrases={held.phrases} isNeeded />
      </ConfirmSheet>
    </>
  );
}

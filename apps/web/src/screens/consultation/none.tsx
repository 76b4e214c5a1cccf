import { Button } from 'antd';
import { useState } from 'react';
import type { Consultation } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useSaid } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';

const VERB = 'consultation.reply-none';

/** 我科无意见: counts as an answer; one tap and its confirmation. */
export function None({ thing }: { readonly thing: Consultation }) {
  const words = useSaid(UNSIGNED);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: VERB, id: thing.id, seen: null });
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {words.none}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.noneWill(capacityOf(me, { verb: VERB, thing }, null))}
        action={words.none}
        acting={acting}
        onPress={() => press({})}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

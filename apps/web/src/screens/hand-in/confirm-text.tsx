import { Button } from 'antd';
import { useState } from 'react';
import type { TextRef } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { kindOf, type Submitted } from './submitted.ts';

interface ConfirmTextProps {
  readonly thing: Submitted;
  readonly seen: string | null;
  readonly text: TextRef;
}

/** 确认文稿: the head says that the text in the system is what the department handed in. */
export function ConfirmText({ thing, seen, text }: ConfirmTextProps) {
  const words = useSaid(HAND_IN);
  const [isTicked, setTicked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: `${kindOf(thing)}.confirm-text`, id: thing.id, seen });
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <div className="sheet stage handin-question">
      <label className="handin-choice">
        <input type="checkbox" checked={isTicked} onChange={({ target }) => setTicked(target.checked)} />
        {words.confirmTick}
      </label>
      <Button type="primary" size="large" disabled={!isTicked} onClick={() => setOpen(true)}>
        {words.confirm}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.confirmWill}
        action={words.confirm}
        acting={acting}
        onPress={() => press({ text })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

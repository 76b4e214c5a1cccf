import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';

interface CountersignProps {
  readonly chapter: Chapter;
  readonly seen: string | null;
}

/** The numbers in what was typed, each once, in their order. */
const numbersIn = (typed: string): number[] =>
  [...new Set((typed.match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b);

/** 会签: on the text that is shown, or on some clauses of it. */
export function Countersign({ chapter, seen }: CountersignProps) {
  const words = useSaid(HAND_IN);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { press, acting } = useAct({ verb: 'chapter.countersign', id: chapter.id, seen });
  const clauses = numbersIn(typed);
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  const send = (): void => press({ text: chapter.data.text, ...(clauses.length > 0 ? { clauses } : {}) });
  return (
    <section className="sheet stage handin-question" aria-label={words.countersign}>
      <h2>{words.countersign}</h2>
      <p>{words.countersignWhy}</p>
      <label htmlFor={id}>{words.countersignClauses}</label>
      <input
        id={id}
        className="handin-field"
        inputMode="numeric"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="primary" size="large" onClick={() => setOpen(true)}>
        {words.countersign}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.countersignWill}
        action={words.countersign}
        acting={acting}
        onPress={send}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

import type { Trail } from '@mouding/contract';
import { useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';
import { Agree } from './agree.tsx';
import { Bar, type Sheet } from './bar.tsx';
import { GiveBack } from './give-back.tsx';
import { Instruct } from './instruct.tsx';
import { NextTodo } from './next-todo.tsx';
import { Others } from './others.tsx';
import { Settled } from './settled.tsx';

interface DecisionProps {
  readonly chapter: Chapter;
  readonly trail: Trail | undefined;
  readonly seen: string | null;
  /** A newer version waits to be looked at: nothing is decided before. */
  readonly isHeld: boolean;
}

/** 同意 | 退回修改 | 更多, always within reach; then the receipt, and what is to be done next. */
export function Decision({ chapter, trail, seen, isHeld }: DecisionProps) {
  const [open, setOpen] = useState<Sheet>(null);
  const agreeing = useAct({ verb: 'chapter.sign-off', id: chapter.id, seen });
  const returning = useAct({ verb: 'chapter.return', id: chapter.id, seen });
  const instructing = useAct({ verb: 'chapter.instruct', id: chapter.id, seen: null });
  const done = [agreeing, returning].find(({ acting }) => acting.at === 'done')?.acting;
  if (done?.at === 'done')
    return (
      <aside className="chapter-panel chapter-done">
        <ReceiptNote answer={done.answer} />
        <NextTodo after={chapter.stream} />
      </aside>
    );
  const show = (sheet: Sheet): void => {
    if (sheet === 'instruct') instructing.again();
    setOpen(sheet);
  };
  const of = (sheet: Sheet) => ({ chapter, isOpen: open === sheet, onClose: () => setOpen(null) });
  const draft = trail?.texts.at(-1)?.label ?? '';
  return (
    <aside className="chapter-panel">
      <Instructed act={instructing} />
      <Standing chapter={chapter} trail={trail} isHeld={isHeld} onOpen={show} />
      <Agree {...of('agree')} draft={draft} act={agreeing} />
      <GiveBack {...of('give-back')} draft={draft} act={returning} />
      <Instruct {...of('instruct')} act={instructing} />
    </aside>
  );
}

interface StandingProps extends Omit<DecisionProps, 'seen'> {
  readonly onOpen: (sheet: Sheet) => void;
}

/** The buttons for whom it waits; what became of it where somebody has acted. */
function Standing({ chapter, trail, isHeld, onOpen }: StandingProps) {
  const isOpen = chapter.status.startsWith('submitted');
  const asked = chapter.may.some(({ command }) => command === 'chapter.sign-off');
  if (isOpen && asked) return <Bar chapter={chapter} isHeld={isHeld} onOpen={onOpen} />;
  return (
    <>
      {!isOpen && <Settled chapter={chapter} trail={trail} />}
      <Others chapter={chapter} onInstruct={() => onOpen('instruct')} />
    </>
  );
}

/** That an instruction is recorded; it settles nothing, so that the page stays. */
function Instructed({ act: { acting } }: { readonly act: ReturnType<typeof useAct> }) {
  const words = useSaid(CHAPTER);
  if (acting.at !== 'done') return null;
  return (
    <p role="status" className="chapter-instructed">
      {words.instructed} <code>{acting.answer.receipt?.leafHash.slice(0, 8)}</code>
    </p>
  );
}

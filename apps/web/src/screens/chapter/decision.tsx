import { Button } from 'antd';
import { useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { GiveBack } from './give-back.tsx';
import { useLead } from './use-lead.ts';

interface DecisionProps {
  readonly chapter: Chapter;
  readonly seen: string | null;
}

/** 同意 | 退回修改, with the reason where the server says that it cannot be now. */
export function Decision({ chapter, seen }: DecisionProps) {
  const [open, setOpen] = useState<'sign-off' | 'return' | null>(null);
  const { chapter: words } = useWords();
  const { language } = useSpeech();
  const signingOff = useSignOff(chapter, seen);
  const may = (command: string) => chapter.may.find((one) => one.command === command);
  const asked = may('chapter.sign-off');
  if (signingOff.acting.at === 'done') return <ReceiptNote answer={signingOff.acting.answer} />;
  if (!asked) return null;
  return (
    <div className="sticky">
      {!asked.allowed && <p className="soft">{`${words.cannot}：${asked.said?.[language] ?? ''}`}</p>}
      <div className="bar">
        <Button size="large" disabled={!may('chapter.return')?.allowed} onClick={() => setOpen('return')}>
          {words.giveBack}
        </Button>
        <Button
          size="large"
          type="primary"
          disabled={!asked.allowed || chapter.data.text === null}
          onClick={() => setOpen('sign-off')}
        >
          {words.signOff}
        </Button>
      </div>
      <ConfirmSheet
        isOpen={open === 'sign-off'}
        sentence={signingOff.sentence}
        action={words.signOff}
        acting={signingOff.acting}
        onPress={() => signingOff.press({ text: chapter.data.text })}
        onClose={() => setOpen(null)}
      />
      <GiveBack chapter={chapter} seen={seen} isOpen={open === 'return'} onClose={() => setOpen(null)} />
    </div>
  );
}

function useSignOff(chapter: Chapter, seen: string | null) {
  const { chapter: words } = useWords();
  const as = useLead(chapter);
  const acted = useAct({ verb: 'chapter.sign-off', id: chapter.id, seen });
  const draft = words.versions(Math.max(1, chapter.texts.length));
  return { ...acted, sentence: words.willSignOff(as, chapter.data.title, draft) };
}

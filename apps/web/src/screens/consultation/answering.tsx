import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Consultation } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { Beside } from '../../ui/beside.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { useWords } from '../../words/language.tsx';
import type { Passage } from './clauses.tsx';
import { DraftText } from './draft-text.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { GiveBar, Pending } from './pending.tsx';
import { ReturnedFile } from './returned-file.tsx';
import { rowsOf, type Row } from './rows.ts';

interface AnsweringProps {
  readonly thing: Consultation;
  /** The one press for who has nothing to say. */
  readonly none: ReactNode;
  /** The way in which everybody in the house may answer. */
  readonly poster: ReactNode;
}

/** Collects what a department has to say, and gives it all at once. Nothing is lost until it was given. */
export function Answering({ thing, none, poster }: AnsweringProps) {
  const { consultation: words } = useWords();
  const [passage, setPassage] = useState<Passage | null>(null);
  const [isOpen, setOpen] = useState(false);
  const answer = useAnswer(thing);
  const { rows, keep, give, acting, department } = answer;
  if (acting.at === 'done') return <ReceiptNote answer={acting.answer} />;
  return (
    <>
      {passage && (
        <OpinionForm
          key={`${passage.clause} ${passage.quote}`}
          passage={passage}
          onClose={() => setPassage(null)}
          onAdd={(row) => {
            keep([...rows, row]);
            setPassage(null);
          }}
        />
      )}
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(department, rows.length)}
        action={words.give}
        acting={acting}
        onPress={give}
        onClose={() => setOpen(false)}
      />
      <Beside acts={<Acts answer={answer} onSay={setPassage} {...{ thing, none, poster }} />}>
        <DraftText thing={thing} canSay onSay={setPassage} />
      </Beside>
      <GiveBar count={rows.length} onGive={() => setOpen(true)} />
    </>
  );
}

interface ActsProps extends AnsweringProps {
  readonly answer: ReturnType<typeof useAnswer>;
  readonly onSay: (passage: Passage) => void;
}

/** What was written so far, and every way to say more, or nothing. */
function Acts({ thing, none, poster, answer: { rows, keep, draft }, onSay }: ActsProps) {
  const { consultation: words } = useWords();
  return (
    <>
      <Pending rows={rows} onChange={keep} />
      <OtherTexts {...draft} read={readRows} />
      <Button onClick={() => onSay({ clause: null, about: words.whole, quote: '' })}>{words.onWhole}</Button>
      {none}
      <ReturnedFile id={thing.id} onRows={(more) => keep([...rows, ...more])} />
      {poster}
    </>
  );
}

/** What was written on another machine, an opinion on a line. */
const readRows = (kept: string): string =>
  rowsOf(kept)
    .map(({ about, wording }) => `${about}：${wording}`)
    .join('\n');

/** The answer as far as it was written, kept as a draft, and the press that gives it. */
function useAnswer({ id, stream }: Consultation) {
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${stream}.reply`);
  const { press, acting } = useAct({ verb: 'consultation.reply', id, seen: null });
  const rows = rowsOf(draft.text);
  return {
    rows,
    draft,
    acting,
    keep: (next: readonly Row[]): void => draft.write(JSON.stringify(next)),
    give: (): void => press({ opinions: rows }, { onSuccess: draft.drop }),
    department: me.capacities.find((held) => held.department !== null)?.department?.name ?? '',
  };
}

import type { TrailText } from '@mouding/contract';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Chapter, CommandAnswer } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { ReceiptNote } from '../../ui/receipt.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid, useWords } from '../../words/language.tsx';
import { beijingDay } from './beijing-day.ts';
import { PhotoField } from './photo-field.tsx';
import { usePhoto, type Photo } from './use-photo.ts';

type Outcome = 'agree' | 'back';

interface EntryFormProps {
  readonly chapter: Chapter;
  readonly seen: string | null;
  readonly version: TrailText;
  /** The post whose signature it is. */
  readonly lead: string;
}

const VERBS = { agree: 'chapter.record-sign-off', back: 'chapter.record-return' } as const;

/** 代录签批: the photograph, what was decided, in which words and on which day. */
export function EntryForm({ chapter, seen, version, lead }: EntryFormProps) {
  const words = useSaid(SLIP);
  const { me } = usePresent();
  const { photo, take } = usePhoto();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [day, setDay] = useState(beijingDay(me.now));
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`${me.person}.${chapter.stream}.slip`);
  const { press, acting } = useAct({ verb: VERBS[outcome ?? 'agree'], id: chapter.id, seen });
  const body = bodyOf({ photo, outcome, day, said: draft.text.trim(), version });
  if (acting.at === 'done') return <Entered answer={acting.answer} lead={lead} />;
  const decided = outcome === null ? '' : words.outcomes[outcome];
  return (
    <div className="slip-form">
      <PhotoField photo={photo} onTake={take} />
      <Outcomes value={outcome} onChoose={setOutcome} />
      <Day value={day} latest={beijingDay(me.now)} onChoose={setDay} />
      <Wording draft={draft} isNeeded={outcome === 'back'} />
      <p className="soft">{words.told(lead)}</p>
      <Button type="primary" size="large" disabled={body === null} onClick={() => setOpen(true)}>
        {words.go}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.will(lead, decided, chapter.data.title, version.label)}
        action={words.go}
        acting={acting}
        onPress={() => press(body ?? {}, { onSuccess: draft.drop })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

interface Said {
  readonly photo: Photo;
  readonly outcome: Outcome | null;
  readonly day: string;
  readonly said: string;
  readonly version: TrailText;
}

/** What is sent; null while something is missing. */
function bodyOf({ photo, outcome, day, said, version }: Said): object | null {
  if (photo.at !== 'kept' || outcome === null || day === '') return null;
  const elsewhere = { happened: day, medium: 'paper', scan: photo.file.ref };
  if (outcome === 'back') return said === '' ? null : { reason: said, elsewhere };
  return { text: version.ref, ...(said === '' ? {} : { words: said }), elsewhere };
}

interface EnteredProps {
  readonly answer: CommandAnswer;
  readonly lead: string;
}

function Entered({ answer, lead }: EnteredProps) {
  const words = useSaid(SLIP);
  return (
    <>
      <ReceiptNote answer={answer} />
      <p>{words.told(lead)}</p>
    </>
  );
}

interface OutcomesProps {
  readonly value: Outcome | null;
  readonly onChoose: (outcome: Outcome) => void;
}

function Outcomes({ value, onChoose }: OutcomesProps) {
  const words = useSaid(SLIP);
  const name = useId();
  return (
    <fieldset className="sheet slip-outcomes">
      <legend>{words.outcome}</legend>
      {(['agree', 'back'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChoose(one)} />
          {words.outcomes[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface DayProps {
  readonly value: string;
  readonly latest: string;
  readonly onChoose: (day: string) => void;
}

function Day({ value, latest, onChoose }: DayProps) {
  const words = useSaid(SLIP);
  const id = useId();
  return (
    <div className="compare-picker">
      <label htmlFor={id}>{words.day}</label>
      <input
        id={id}
        type="date"

        max={latest}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      />
    </div>
  );
}

interface WordingProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly isNeeded: boolean;
}

function Wording({ draft, isNeeded }: WordingProps) {
  const words = useSaid(SLIP);
  const { opinion } = useWords();
  return (
    <OpinionBox
      label={words.words}
      draft={draft}
      phrases={isNeeded ? opinion.back : opinion.agree}
      isNeeded={isNeeded}
    />
  );
}

import type { TrailText } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid } from '../../words/language.tsx';
import { beijingDay } from './beijing-day.ts';
import { Entered } from './entered.tsx';
import { Choice, Day, Wording } from './fields.tsx';
import { PhotoField } from './photo-field.tsx';
import { usePhoto, type Photo } from './use-photo.ts';

const OUTCOMES = ['agree', 'back'] as const;
type Outcome = (typeof OUTCOMES)[number];

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
      <PhotoField title={words.photo} photo={photo} onTake={take} />
      <Choice
        legend={words.outcome}
        options={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        value={outcome}
        onChoose={setOutcome}
      />
      <Day value={day} latest={beijingDay(me.now)} onChoose={setDay} />
      <Wording draft={draft} of={outcome === 'back' ? 'back' : 'agree'} />
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

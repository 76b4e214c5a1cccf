import { CHOICE_WORDS, wordsOf } from '@mouding/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { labelIn } from '../../words/marks.ts';
import { beijingDay } from './beijing-day.ts';
import { Entered } from './entered.tsx';
import { Choice, Day, Wording } from './fields.tsx';
import type { Leader } from './leaders.ts';
import { textOf, VERBS, type Paper } from './paper.ts';
import { PhotoField } from './photo-field.tsx';
import { usePhoto, type Photo } from './use-photo.ts';

const VERDICTS = ['agree', 'agree-with-changes', 'object'] as const;
type Verdict = (typeof VERDICTS)[number];

interface LeaderFormProps {
  readonly paper: Paper;
  readonly seen: string | null;
  /** Whose act may be entered, at least one. */
  readonly leaders: readonly Leader[];
}

/** The photograph, whose it is, on which day and, of 审阅, what was said. */
export function LeaderForm({ paper, seen, leaders }: LeaderFormProps) {
  const words = useSaid(SLIP);
  const [isOpen, setOpen] = useState(false);
  const entry = useEntry(paper, leaders);
  const { draft, chosen, body } = entry;
  const { press, acting } = useAct({ verb: VERBS[paper.kind], id: paper.thing.id, seen });
  const lead = leaders.find(({ post }) => post === chosen.post)?.title ?? words.leader;
  const sentence = useSentence(paper, lead, chosen.verdict);
  if (acting.at === 'done') return <Entered answer={acting.answer} lead={lead} />;
  return (
    <div className="slip-form">
      <Fields {...{ paper, leaders, entry }} />
      <p className="soft">{words.told(lead)}</p>
      <Button type="primary" size="large" disabled={body === null} onClick={() => setOpen(true)}>
        {words.go}
      </Button>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={sentence}
        action={words.go}
        acting={acting}
        onPress={() => press(body ?? {}, { onSuccess: draft.drop })}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

interface Chosen {
  readonly post: string | null;
  readonly verdict: Verdict | null;
  readonly day: string;
}

/** What was photographed, chosen and written so far, and what of it is sent. */
function useEntry(paper: Paper, leaders: readonly Leader[]) {
  const { me } = usePresent();
  const { photo, take } = usePhoto();
  const only = leaders.length === 1 ? leaders[0] : undefined;
  const [chosen, setChosen] = useState<Chosen>({
    post: only?.post ?? null,
    verdict: null,
    day: beijingDay(me.now),
  });
  const draft = useDraft(`${me.person}.${paper.thing.stream}.slip`);
  const choose = (change: Partial<Chosen>): void => setChosen((before) => ({ ...before, ...change }));
  const body = bodyOf(paper, { ...chosen, photo, said: draft.text.trim() });
  return { photo, take, chosen, choose, draft, body };
}

interface FieldsProps extends Pick<LeaderFormProps, 'paper' | 'leaders'> {
  readonly entry: ReturnType<typeof useEntry>;
}

function Fields({ paper, leaders, entry: { photo, take, chosen, choose, draft } }: FieldsProps) {
  const words = useSaid(SLIP);
  const { me } = usePresent();
  const isReview = paper.kind === 'review';
  return (
    <>
      <PhotoField title={words.photos[paper.kind]} photo={photo} onTake={take} />
      <Whose leaders={leaders} post={chosen.post} onChoose={(post) => choose({ post })} />
      {isReview && <Verdicts value={chosen.verdict} onChoose={(verdict) => choose({ verdict })} />}
      <Day value={chosen.day} latest={beijingDay(me.now)} onChoose={(day) => choose({ day })} />
      {isReview && <Wording draft={draft} of="agree" />}
    </>
  );
}

interface Said extends Chosen {
  readonly photo: Photo;
  readonly said: string;
}

/** What is sent; null while something is missing. */
function bodyOf(paper: Paper, { photo, post, verdict, day, said }: Said): object | null {
  if (photo.at !== 'kept' || post === null || day === '') return null;
  const elsewhere = { happened: day, medium: 'paper', scan: photo.file.ref };
  if (paper.kind === 'issue') return { step: 'sign', post, text: textOf(paper), elsewhere };
  if (verdict === null) return null;
  return { reviewer: { post }, verdict, ...(said === '' ? {} : { words: said }), elsewhere };
}

function useSentence({ kind, thing }: Paper, lead: string, verdict: Verdict | null): string {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const label = labelIn(thing.label, language);
  if (kind === 'issue') return words.willSign(lead, label);
  return words.willSay(lead, verdict === null ? '' : wordsOf(CHOICE_WORDS, verdict)[language], label);
}

interface WhoseProps {
  readonly leaders: readonly Leader[];
  readonly post: string | null;
  readonly onChoose: (post: string) => void;
}

/** Whose signature it is: said where it can only be one, chosen otherwise. */
function Whose({ leaders, post, onChoose }: WhoseProps) {
  const words = useSaid(SLIP);
  const [only] = leaders;
  if (leaders.length === 1 && only) return <p>{words.lead(only.title)}</p>;
  const options = leaders.map((one) => ({ value: one.post, label: one.title }));
  return <Choice legend={words.whose} options={options} value={post} onChoose={onChoose} />;
}

interface VerdictsProps {
  readonly value: Verdict | null;
  readonly onChoose: (verdict: Verdict) => void;
}

function Verdicts({ value, onChoose }: VerdictsProps) {
  const words = useSaid(SLIP);
  const { language } = useSpeech();
  const options = VERDICTS.map((one) => ({ value: one, label: wordsOf(CHOICE_WORDS, one)[language] }));
  return <Choice legend={words.outcome} options={options} value={value} onChoose={onChoose} />;
}

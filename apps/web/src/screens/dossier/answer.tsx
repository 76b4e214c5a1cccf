import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Dossier, TextRef } from '../../api/generated/types.gen.ts';
import type { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { capacityOf } from '../../ui/verb-form/capacities.tsx';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';
import { kept } from '../filing/queries.ts';
import { Points } from './points.tsx';
import { answerIn, lackIn, type AnswerDraft } from './use-answer-draft.ts';

interface AnswerProps {
  readonly thing: Dossier;
  readonly draft: AnswerDraft;
  /** Outlives the form, which goes as soon as there is nothing to answer any more. */
  readonly answering: ReturnType<typeof useAct>;
}

/** What an authority may answer to a 请示, and to a 报告. */
const OUTCOMES = {
  请示: ['approved', 'approved-with-changes', 'returned', 'incomplete'],
  报告: ['recorded', 'returned', 'incomplete'],
} as const;

const outcomesFor = (letter: string) => (letter === '报告' ? OUTCOMES['报告'] : OUTCOMES['请示']);

/** 答复: outcome, number, letter, and the points to be put right; what was written stays until it was sent. */
export function AnswerForm({ thing, draft, answering }: AnswerProps) {
  const { dossier: words } = useSaid(FILING);
  const { points } = draft.value;
  return (
    <section className="sheet issue-panel filing-answer" aria-label={words.answer}>
      <h2>{words.answer}</h2>
      <Outcomes letter={thing.data.letter} draft={draft} />
      <Fields draft={draft} />
      <Points points={points} onChange={(next) => draft.write({ points: next })} />
      <Send thing={thing} draft={draft} answering={answering} />
      <p className="soft">{words.keep}</p>
    </section>
  );
}

/** What it still wants, and the last look before it goes. */
function Send({ thing, draft, answering: { press, acting } }: AnswerProps) {
  const words = useSaid(FILING);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const { outcome, letter } = draft.value;
  const lack = lackIn(draft.value);
  const sent = (): void => {
    draft.drop();
    setOpen(false);
  };
  const keeping = useKeeping(letter, (ref) => press(answerIn(draft.value, ref), { onSuccess: sent }));
  return (
    <>
      {keeping.error && <FailureState error={keeping.error} />}
      <Button type="primary" size="large" disabled={lack !== null} onClick={() => setOpen(true)}>
        {words.dossier.send}
      </Button>
      <p className="soft" role="status">
        {lack !== null && words.dossier.lacks[lack]}
      </p>
      <ConfirmSheet
        isOpen={isOpen}
        sentence={words.dossier.will(
          capacityOf(me, { verb: 'dossier.answer', thing }, null),
          outcome === null ? '' : words.outcomes[outcome],
          thing.data.from.name,
        )}
        action={words.dossier.send}
        acting={keeping.isPending ? { at: 'work' } : acting}
        onPress={() => keeping.mutate()}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** Keeps the letter where there is one, then goes on. */
const useKeeping = (letter: string, onSuccess: (ref: TextRef | null) => void) =>
  useMutation({ mutationFn: async () => (letter.trim() === '' ? null : kept(letter)), onSuccess });

function Outcomes({ letter, draft }: { readonly letter: string; readonly draft: AnswerDraft }) {
  const words = useSaid(FILING);
  return (
    <fieldset>
      <legend>{words.dossier.outcome}</legend>
      <div className="filing-radios">
        {outcomesFor(letter).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="outcome"
              checked={draft.value.outcome === one}
              onChange={() => draft.write({ outcome: one })}
            />
            {words.outcomes[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Fields({ draft: { value, write } }: { readonly draft: AnswerDraft }) {
  const { dossier: words } = useSaid(FILING);
  const [numberId, letterId] = [useId(), useId()];
  return (
    <>
      <div className="issue-field">
        <label htmlFor={numberId}>{words.number}</label>
        <input
          id={numberId}
          type="text"
          maxLength={60}
          value={value.number}
          onChange={({ target }) => write({ number: target.value })}
        />
      </div>
      <div className="issue-field">
        <label htmlFor={letterId}>{words.letter}</label>
        <textarea
          id={letterId}
          rows={6}
          value={value.letter}
          onChange={({ target }) => write({ letter: target.value })}
        />
        <span className="soft">{words.letterWhy}</span>
      </div>
    </>
  );
}

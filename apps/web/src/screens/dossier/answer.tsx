import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Dossier } from '../../api/generated/types.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { FILING } from '../../words/filing.ts';
import { useSaid } from '../../words/language.tsx';
import { kept } from '../filing/queries.ts';
import { Points } from './points.tsx';
import type { AnswerDraft } from './use-answer-draft.ts';

interface AnswerProps {
  readonly thing: Dossier;
  readonly seen: string | null;
  readonly draft: AnswerDraft;
}

/** What an authority may answer to a 请示, and to a 报告. */
const OUTCOMES = {
  请示: ['approved', 'approved-with-changes', 'returned', 'incomplete'],
  报告: ['recorded', 'returned', 'incomplete'],
} as const;

const outcomesFor = (letter: string) => (letter === '报告' ? OUTCOMES['报告'] : OUTCOMES['请示']);

/** 答复: outcome, number, letter, and the points to be put right; what was written stays until it was sent. */
export function AnswerForm({ thing, seen, draft }: AnswerProps) {
  const words = useSaid(FILING);
  const { me } = usePresent();
  const [isOpen, setOpen] = useState(false);
  const { outcome, number, letter, points } = draft.value;
  const { press, acting } = useAct({ verb: 'dossier.answer', id: thing.id, seen });
  const said = points.map((point) => point.trim()).filter((point) => point !== '');
  const keeping = useMutation({
    mutationFn: async () => (letter.trim() === '' ? null : kept(letter)),
    onSuccess: (ref) =>
      press({ outcome, number: number.trim(), letter: ref, points: said }, { onSuccess: draft.drop }),
  });
  const isReady = outcome !== null && number.trim() !== '';
  return (
    <section className="sheet issue-panel filing-answer" aria-label={words.dossier.answer}>
      <h2>{words.dossier.answer}</h2>
      <Outcomes letter={thing.data.letter} draft={draft} />
      <Fields draft={draft} />
      <Points points={points} onChange={(next) => draft.write({ points: next })} />
      {keeping.error && <FailureState error={keeping.error} />}
      <Button type="primary" size="large" disabled={!isReady} onClick={() => setOpen(true)}>
        {words.dossier.send}
      </Button>
      <p className="soft">{words.dossier.keep}</p>
      <ConfirmSheet
        isOpen={isOpen && acting.at !== 'done'}
        sentence={words.dossier.will(
          me.capacities[0]?.title ?? '',
          outcome === null ? '' : words.outcomes[outcome],
          thing.data.from.name,
        )}
        action={words.dossier.send}
        acting={keeping.isPending ? { at: 'work' } : acting}
        onPress={() => keeping.mutate()}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}

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

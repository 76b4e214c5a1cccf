import { Button } from 'antd';
import { useId, useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { keepText } from '../../api/generated/sdk.gen.ts';
import type { TextRef } from '../../api/generated/types.gen.ts';
import type { Acting } from '../../api/use-act.ts';
import { OtherTexts } from '../../drafts/other-texts.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { usePresent } from '../../frame/signed-in.tsx';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { timeWords } from '../../words/day.ts';
import { HAND_IN } from '../../words/hand-in.ts';
import { useSaid } from '../../words/language.tsx';
import { SECRECY } from '../../words/secrecy.ts';
import type { Submitted } from './submitted.ts';

interface ByTextProps {
  readonly thing: Submitted;
  readonly verb: string;
  readonly acting: Acting;
  readonly press: (body: object, after: { readonly onSuccess: () => void }) => void;
}

/** A text written here; it is kept with every stroke, and stays whatever becomes of the press. */
export function ByText({ thing, verb, acting, press }: ByTextProps) {
  const words = useSaid(HAND_IN);
  const secrecy = useSaid(SECRECY);
  const id = useId();
  const { me } = usePresent();
  const draft = useDraft(`${me.person}.${thing.stream}.${verb}`);
  const { keep, failure, isKeeping } = useKeeping((text) => press({ text }, { onSuccess: draft.drop }));
  return (
    <div className="handin-write">
      <label htmlFor={id}>{words.text}</label>
      <textarea id={id} rows={14} value={draft.text} onChange={({ target }) => draft.write(target.value)} />
      <p className="soft" role="status">
        {words.chars(draft.text.replaceAll(/\s/g, '').length)}
        {draft.keptAt !== null && ` · ${words.keptAt(timeWords(draft.keptAt))}`}
      </p>
      <OtherTexts {...draft} />
      <p className="drop-secrecy">{secrecy.write}</p>
      {failure && <FailureNotice failure={failure} />}
      {acting.at === 'failed' && <FailureNotice failure={acting.failure} />}
      <Button
        type="primary"
        size="large"
        disabled={draft.text.trim() === ''}
        loading={isKeeping || acting.at === 'work'}
        onClick={() => void keep(draft.text)}
      >
        {words.goText}
      </Button>
    </div>
  );
}

/** Keeps a text on the server, then does what is to be done with it. */
function useKeeping(then: (text: TextRef) => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const keep = async (text: string): Promise<void> => {
    setKeeping(true);
    setFailure(null);
    try {
      const { ref } = await dataOf(keepText({ body: { content: `${text.trim()}\n` } }));
      then(ref);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setKeeping(false);
  };
  return { keep, failure, isKeeping };
}

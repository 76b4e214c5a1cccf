import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { giveUnsignedOpinion } from '../../api/generated/sdk.gen.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { useOnline } from '../../frame/use-online.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { FRAME } from '../../words/frame.ts';
import { useSaid } from '../../words/language.tsx';
import { UNSIGNED } from '../../words/unsigned.ts';
import { bodyOf, isWhole, writtenIn, type Written } from './written.ts';

interface WriteUnsignedProps {
  readonly id: string;
  readonly token: string;
  readonly onDone: () => void;
}

/** One opinion, sent without the session; what was written is on this machine until it was received. */
export function WriteUnsigned({ id, token, onDone }: WriteUnsignedProps) {
  const words = useSaid(UNSIGNED);
  const { offlineWhy } = useSaid(FRAME);
  const isOnline = useOnline();
  const draft = useDraft(`unsigned.${id}`);
  const written = writtenIn(draft.text);
  const sending = useSending({ id, token, written }, () => {
    draft.drop();
    onDone();
  });
  const isReady = isWhole(written);
  return (
    <section className="sheet unsigned-step" aria-label={words.step2}>
      <p>{words.have}</p>
      <CopyLink />
      <h2>{words.step2}</h2>
      <Fields written={written} onWrite={(part) => draft.write(JSON.stringify({ ...written, ...part }))} />
      {sending.error && <FailureState error={sending.error} />}
      {!isOnline && <p className="due-soon">{offlineWhy}</p>}
      <div className="unsigned-send">
        <p className="soft">{isReady ? words.will : words.needed}</p>
        <Button
          type="primary"
          size="large"
          disabled={!isReady || !isOnline}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {words.send}
        </Button>
      </div>
    </section>
  );
}

interface Sent {
  readonly id: string;
  readonly token: string;
  readonly written: Written;
}

/** Sends it without the session and without where it comes from. */
const useSending = ({ id, token, written }: Sent, onSuccess: () => void) =>
  useMutation({
    mutationFn: () =>
      dataOf(
        giveUnsignedOpinion({
          body: { token, consultation: id, ...bodyOf(written) },
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        }),
      ),
    onSuccess,
  });

function CopyLink() {
  const words = useSaid(UNSIGNED);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    setCopied(true);
  };
  return <Button onClick={() => void copy()}>{isCopied ? words.copied : words.copy}</Button>;
}

const FIELDS = [
  { name: 'about', rows: 1, most: 200 },
  { name: 'quote', rows: 2, most: 2000 },
  { name: 'wording', rows: 5, most: 4000 },
  { name: 'proposed', rows: 3, most: 8000 },
] as const;

interface FieldsProps {
  readonly written: Written;
  readonly onWrite: (part: Partial<Written>) => void;
}

function Fields({ written, onWrite }: FieldsProps) {
  const id = useId();
  const words = useSaid(UNSIGNED);
  return FIELDS.map(({ name, rows, most }) => (
    <div key={name}>
      <label htmlFor={`${id}-${name}`}>{words[name]}</label>
      <textarea
        id={`${id}-${name}`}
        rows={rows}
        maxLength={most}
        value={written[name]}
        onChange={({ target }) => onWrite({ [name]: target.value })}
      />
    </div>
  ));
}

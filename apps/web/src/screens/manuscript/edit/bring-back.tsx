import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../../api/answer.ts';
import { previewDraft } from '../../../api/generated/sdk.gen.ts';
import type { DraftPreview } from '../../../api/generated/types.gen.ts';
import { upload } from '../../../api/upload.ts';
import { FailureState } from '../../../ui/failure-state.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { EDITING } from '../../../words/editing.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import type { Draft } from './draft.ts';

interface BringBackProps {
  readonly id: string;
  readonly onTake: (draft: Draft) => void;
}

/** 导回统稿: what an edited Word file would change is listed first, and becomes a draft when somebody takes it. */
export function BringBack({ id, onTake }: BringBackProps) {
  const words = useSaid(EDITING);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      const { ref } = await upload(file, () => undefined, new AbortController().signal);
      return dataOf(previewDraft({ path: { id }, body: { file: ref } }));
    },
  });
  return (
    <details className="sheet stage">
      <summary>{words.bring}</summary>
      <FileDrop
        accept=".docx"
        hint={words.bringHint}
        isBusy={reading.isPending}
        onFile={(file) => reading.mutate(file)}
      />
      {reading.error && <FailureState error={reading.error} />}
      {reading.data && <Read preview={reading.data} onTake={onTake} />}
    </details>
  );
}

function Read({ preview, onTake }: Pick<BringBackProps, 'onTake'> & { readonly preview: DraftPreview }) {
  const words = useSaid(EDITING);
  const { language } = useSpeech();
  const { base, operations, changed, notices, trouble } = preview;
  if (trouble) return <p role="alert">{`${trouble[language]} ${trouble.needs[language]}`}</p>;
  const take = (): void => {
    if (base) onTake({ base: base.hash, operations });
  };
  return (
    <div role="status">
      {notices.map((notice) => (
        <p key={notice.zh}>{notice[language]}</p>
      ))}
      <p>{words.brought(operations.length)}</p>
      <ul>
        {changed.map(({ node, was, now }) => (
          <li key={node}>
            {was && <del>{was.text}</del>} {now && <ins>{now.text}</ins>}
          </li>
        ))}
      </ul>
      <p className="soft">{words.takeLoses}</p>
      <Button type="primary" disabled={base === null || operations.length === 0} onClick={take}>
        {words.take}
      </Button>
    </div>
  );
}

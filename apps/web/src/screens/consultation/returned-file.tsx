import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { dataOf } from '../../api/answer.ts';
import { previewReturnedForm } from '../../api/generated/sdk.gen.ts';
import type { ReturnedPreview } from '../../api/generated/types.gen.ts';
import { upload } from '../../api/upload.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useSpeech, useWords } from '../../words/language.tsx';
import { rowOf, type Row } from './rows.ts';

interface ReturnedFileProps {
  readonly id: string;
  readonly onRows: (rows: readonly Row[]) => void;
}

/** A filled 意见反馈表, or the text with revisions and comments: read into rows that the department looks over. */
export function ReturnedFile({ id, onRows }: ReturnedFileProps) {
  const { consultation: words } = useWords();
  const reading = useMutation({
    mutationFn: async (file: File) => {
      const { ref } = await upload(file, () => undefined, new AbortController().signal);
      return dataOf(previewReturnedForm({ path: { id }, body: { file: ref } }));
    },
  });
  return (
    <details className="sheet stage">
      <summary>{words.file}</summary>
      <FileDrop
        accept=".docx,.xlsx"
        hint={words.fileHint}
        isBusy={reading.isPending}
        onFile={(file) => reading.mutate(file)}
      />
      {reading.error && <FailureState error={reading.error} />}
      {reading.data && (
        <Read
          preview={reading.data}
          onTake={(rows) => {
            onRows(rows);
            reading.reset();
          }}
        />
      )}
    </details>
  );
}

interface ReadProps {
  readonly preview: ReturnedPreview;
  readonly onTake: (rows: readonly Row[]) => void;
}

function Read({ preview: { rows, trouble, notices }, onTake }: ReadProps) {
  const { consultation: words } = useWords();
  const { language } = useSpeech();
  if (trouble) return <p role="alert">{`${trouble[language]} ${trouble.needs[language]}`}</p>;
  return (
    <div role="status">
      {notices.map((notice) => (
        <p key={notice.zh}>{notice[language]}</p>
      ))}
      <p>{words.read(rows.length)}</p>
      <Button type="primary" disabled={rows.length === 0} onClick={() => onTake(rows.map(rowOf))}>
        {words.take}
      </Button>
    </div>
  );
}

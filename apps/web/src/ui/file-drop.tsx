import { InboxOutlined } from '@ant-design/icons';
import { useId, useState, type DragEvent } from 'react';
import { useSaid, useWords } from '../words/language.tsx';
import { SECRECY } from '../words/secrecy.ts';

interface FileDropProps {
  /** `.docx,.wps`: what the chooser offers; whatever is dropped is taken. */
  readonly accept: string;
  readonly hint: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file; the whole of it is the field of a form for whoever does not drag. */
export function FileDrop({ accept, hint, isBusy, onFile }: FileDropProps) {
  const id = useId();
  const { file: words } = useWords();
  const { upload } = useSaid(SECRECY);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file && !isBusy) onFile(file);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <InboxOutlined aria-hidden className="drop-sign" />
      <label htmlFor={id} className="drop-label">
        {words.choose}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isBusy}
        onChange={({ target }) => take(target.files)}
      />
      <p className="soft">{hint}</p>
      <p className="drop-secrecy">{upload}</p>
    </div>
  );
}

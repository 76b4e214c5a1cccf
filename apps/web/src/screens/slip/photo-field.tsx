import { CameraOutlined } from '@ant-design/icons';
import { useId } from 'react';
import { FailureNotice } from '../../ui/failure-state.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid } from '../../words/language.tsx';
import { SECRECY } from '../../words/secrecy.ts';
import type { Photo } from './use-photo.ts';

interface PhotoFieldProps {
  /** What is to be photographed. */
  readonly title: string;
  readonly photo: Photo;
  readonly onTake: (file: File) => void;
}

/** The camera or the pictures of the phone, or a scan from a desk; what was taken is shown at once. */
export function PhotoField({ title, photo, onTake }: PhotoFieldProps) {
  const words = useSaid(SLIP);
  const { upload } = useSaid(SECRECY);
  const id = useId();
  const preview = 'preview' in photo ? photo.preview : null;
  return (
    <section className="sheet slip-photo">
      <h2>{title}</h2>
      {preview !== null && <img src={preview} alt={words.picture} />}
      <input
        id={id}
        type="file"
        className="unseen"
        accept="image/*,application/pdf"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onTake(file);
        }}
      />
      <label htmlFor={id} className="slip-take">
        <CameraOutlined aria-hidden /> {photo.at === 'none' ? words.take : words.another}
      </label>
      <p className="soft" role="status">
        {photo.at === 'sending' && words.sending(photo.percent)}
        {photo.at === 'kept' && words.kept}
      </p>
      {photo.at === 'failed' && <FailureNotice failure={photo.failure} />}
      <p className="soft">{words.photoWhy}</p>
      <p className="drop-secrecy">{upload}</p>
    </section>
  );
}

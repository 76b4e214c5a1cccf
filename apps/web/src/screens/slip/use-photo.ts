import { useCallback, useRef, useState } from 'react';
import { failureOf, type Failure } from '../../api/failure.ts';
import type { KeptFile } from '../../api/generated/types.gen.ts';
import { upload } from '../../api/upload.ts';

/** What became of a photograph so far. */
export type Photo =
  | { readonly at: 'none' }
  | { readonly at: 'sending'; readonly percent: number; readonly preview: string }
  | { readonly at: 'kept'; readonly file: KeptFile; readonly preview: string }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Sends a photograph of the signed slip as soon as it is taken; another one takes its place. */
export function usePhoto() {
  const [photo, setPhoto] = useState<Photo>({ at: 'none' });
  const stop = useRef<AbortController>(null);
  const take = useCallback((file: File): void => {
    stop.current?.abort();
    const here = new AbortController();
    stop.current = here;
    const preview = URL.createObjectURL(file);
    const tell = (next: Photo): void => {
      if (!here.signal.aborted) setPhoto(next);
    };
    tell({ at: 'sending', percent: 0, preview });
    upload(
      file,
      (sent, all) => tell({ at: 'sending', percent: Math.round((sent / all) * 100), preview }),
      here.signal,
    ).then(
      (kept) => tell({ at: 'kept', file: kept, preview }),
      (error: unknown) => tell({ at: 'failed', failure: failureOf(error) }),
    );
  }, []);
  return { photo, take };
}

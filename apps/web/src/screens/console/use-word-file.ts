import { useState } from 'react';
import { dataOf } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { keepWordText } from '../../api/generated/sdk.gen.ts';
import type { KeptText } from '../../api/generated/types.gen.ts';
import { upload } from '../../api/upload.ts';

/** The text of a Word file, kept, by the name of its file. */
interface ReadFile {
  readonly name: string;
  readonly ref: KeptText['ref'];
}

/** A Word file that is uploaded and read as soon as it is chosen: the press that follows only cites it. */
export function useWordFile(onFailure: (failure: Failure | null) => void) {
  const [read, setRead] = useState<ReadFile | null>(null);
  const [isBusy, setBusy] = useState(false);
  const reading = async (file: File): Promise<void> => {
    setBusy(true);
    setRead(null);
    onFailure(null);
    try {
      const { ref: original } = await upload(file, () => undefined, new AbortController().signal);
      const { ref } = await dataOf(keepWordText({ body: { file: original } }));
      setRead({ name: file.name, ref });
    } catch (error) {
      onFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { read, isBusy, take: (file: File) => void reading(file), drop: () => setRead(null) };
}

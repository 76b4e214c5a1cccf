import { useRef, useState } from 'react';
import { failureOf, type Failure } from '../../api/failure.ts';
import type { KeptFile } from '../../api/generated/types.gen.ts';
import { upload } from '../../api/upload.ts';

/** How far an original has come. */
export type Upload =
  | { readonly at: 'none' }
  | { readonly at: 'way'; readonly name: string; readonly share: number }
  | { readonly at: 'here'; readonly name: string; readonly kept: KeptFile }
  | { readonly at: 'failed'; readonly name: string; readonly failure: Failure };

/** Brings one original in, with its progress and a way to stop it. */
export function useUpload() {
  const [state, setState] = useState<Upload>({ at: 'none' });
  const stopping = useRef<AbortController>(null);
  const bring = async (file: File): Promise<void> => {
    const { name } = file;
    stopping.current = new AbortController();
    setState({ at: 'way', name, share: 0 });
    try {
      const told = (sent: number, all: number): void => setState({ at: 'way', name, share: sent / all });
      setState({ at: 'here', name, kept: await upload(file, told, stopping.current.signal) });
    } catch (error) {
      setState({ at: 'failed', name, failure: failureOf(error) });
    }
  };
  return { state, bring, stop: () => stopping.current?.abort(), clear: () => setState({ at: 'none' }) };
}

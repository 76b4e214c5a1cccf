import { useRef, useState } from 'react';
import { failureOf, type Failure } from '../../api/failure.ts';
import type { KeptFile } from '../../api/generated/types.gen.ts';
import { upload, type Send, type Told } from '../../api/upload.ts';

/** How far an original has come. */
export type Upload<Kept = KeptFile> =
  | { readonly at: 'none' }
  | { readonly at: 'stopped'; readonly name: string }
  | { readonly at: 'wrong'; readonly name: string; readonly isEmpty: boolean }
  | { readonly at: 'way'; readonly name: string; readonly share: number }
  | { readonly at: 'here'; readonly name: string; readonly kept: Kept }
  | { readonly at: 'failed'; readonly name: string; readonly failure: Failure };

/** What a department's Word, WPS or paper is saved as. */
export const ENDINGS: readonly string[] = [
  '.docx',
  '.doc',
  '.wps',
  '.pdf',
  '.txt',
  '.md',
  '.jpg',
  '.jpeg',
  '.png',
];

/** A file whose name says that no text can be in it is not sent at all. */
const isWrong = ({ name }: File): boolean => !ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** Sends an original to where the institution keeps them. */
export const useUpload = () => useSending<KeptFile>(upload);

/** Brings one original in, with its progress and a way to stop it. */
export function useSending<Kept>(send: Send<Kept>) {
  const [state, setState] = useState<Upload<Kept>>({ at: 'none' });
  const stopping = useRef<AbortController>(null);
  const bring = async (file: File): Promise<void> => {
    const { name } = file;
    if (isWrong(file) || file.size === 0) return setState({ at: 'wrong', name, isEmpty: file.size === 0 });
    const stop = new AbortController();
    stopping.current = stop;
    setState({ at: 'way', name, share: 0 });
    try {
      const told: Told = (sent, all) => setState({ at: 'way', name, share: sent / all });
      setState({ at: 'here', name, kept: await send(file, told, stop.signal) });
    } catch (error) {
      setState(
        stop.signal.aborted ? { at: 'stopped', name } : { at: 'failed', name, failure: failureOf(error) },
      );
    }
  };
  return { state, bring, stop: () => stopping.current?.abort(), clear: () => setState({ at: 'none' }) };
}

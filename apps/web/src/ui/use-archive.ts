import { useEffect, useRef, useState } from 'react';
import { Failed } from '../api/failure.ts';
import type { Problem } from '../api/generated/types.gen.ts';

/** How far an archive is. Sizes in bytes. */
export type Exporting =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly bytes: number }
  | { readonly kind: 'done'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The archive of a case: it is made while it comes, and whoever cancels stops its making. */
export function useArchive(caseId: string) {
  const [exporting, setExporting] = useState<Exporting>({ kind: 'none' });
  const stopping = useRef<AbortController>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  const start = async (): Promise<void> => {
    const control = new AbortController();
    stopping.current = control;
    setExporting({ kind: 'making', bytes: 0 });
    try {
      const { name, parts, bytes } = await fetched(caseId, control.signal, (so) =>
        setExporting({ kind: 'making', bytes: so }),
      );
      save(name, parts);
      setExporting({ kind: 'done', name, bytes });
    } catch (error) {
      setExporting(control.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', error });
    }
  };
  return { exporting, start, cancel: () => stopping.current?.abort() };
}

interface Fetched {
  readonly name: string;
  readonly parts: Uint8Array<ArrayBuffer>[];
  readonly bytes: number;
}

/** How much more must have come before it is said again: a page that repaints for every packet is slow. */
const STEP = 100_000;

async function fetched(
  caseId: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Fetched> {
  const response = await fetch(`/v1/cases/${caseId}/archive`, { signal });
  if (!response.ok || !response.body) throw await refused(response);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, said] = [0, 0];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { name: nameIn(response.headers.get('content-disposition')), parts, bytes };
    parts.push(value);
    bytes += value.length;
    if (bytes - said < STEP) continue;
    said = bytes;
    onBytes(bytes);
  }
}

async function refused(response: Response): Promise<Failed> {
  if (response.status === 401) return new Failed({ kind: 'signed-out' });
  const problem = (await response.json()) as Problem;
  return new Failed({ kind: 'problem', status: response.status, problem });
}

const nameIn = (header: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  return encoded === undefined ? 'archive.zip' : decodeURIComponent(encoded);
};

function save(name: string, parts: Uint8Array<ArrayBuffer>[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

import type { KeptFile, Problem } from './generated/types.gen.ts';
import { Failed } from './failure.ts';

/** Bytes that have left, of all. */
export type Told = (sent: number, all: number) => void;

/** Where an original goes. */
export interface Destination {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one original, telling how far it is. */
export type Send<Kept> = (file: File, told: Told, signal: AbortSignal) => Promise<Kept>;

/**
 * Sends originals byte for byte. One is received when its last byte has arrived, whatever happens afterwards; what the
 * signal stops before was not received. The promise is rejected with {@link Failed}.
 */
export const sendingTo =
  <Kept>({ path, headers = {} }: Destination): Send<Kept> =>
  (file, told, signal) =>
    new Promise((resolve, reject) => {
      // Only this older interface tells how much has left.
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('File-Name', encodeURIComponent(file.name));
      // What stands against it is said as the page speaks.
      request.setRequestHeader('Accept-Language', document.documentElement.lang);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded, total }) => told(loaded, total));
      request.addEventListener('error', () => reject(new Failed({ kind: 'offline' })));
      request.addEventListener('abort', () => reject(new Failed({ kind: 'offline' })));
      request.addEventListener('load', () => {
        const { status, response } = request as { status: number; response: Kept | Problem };
        if (status === 201) resolve(response as Kept);
        else reject(new Failed({ kind: 'problem', status, problem: response as Problem }));
      });
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });

/** To where the institution keeps them. */
export const upload = sendingTo<KeptFile>({ path: '/v1/files' });

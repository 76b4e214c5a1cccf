import type { KeptFile, Problem } from './generated/types.gen.ts';
import { Failed } from './failure.ts';

/** Bytes that have left, of all. */
export type Told = (sent: number, all: number) => void;

/**
 * Sends an original byte for byte. It is received when its last byte has arrived, whatever happens afterwards.
 * @param signal stops it: nothing was received then
 * @throws Failed
 */
export function upload(file: File, told: Told, signal: AbortSignal): Promise<KeptFile> {
  return new Promise((resolve, reject) => {
    // Only this older interface tells how much has left.
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/files');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('File-Name', encodeURIComponent(file.name));
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => told(loaded, total));
    request.addEventListener('error', () => reject(new Failed({ kind: 'offline' })));
    request.addEventListener('abort', () => reject(new Failed({ kind: 'offline' })));
    request.addEventListener('load', () => {
      const { status, response } = request as { status: number; response: KeptFile | Problem };
      if (status === 201) resolve(response as KeptFile);
      else reject(new Failed({ kind: 'problem', status, problem: response as Problem }));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

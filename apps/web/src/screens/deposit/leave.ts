import { Failed } from '../../api/failure.ts';
import type { DepositReceipt, Problem } from '../../api/generated/types.gen.ts';
import type { Told } from '../../api/upload.ts';

/**
 * Leaves a file with a code. The code goes in a header field, so that no address that is written down anywhere holds it.
 * @throws Failed
 */
export const leavingWith =
  (code: string) =>
  (file: File, told: Told, signal: AbortSignal): Promise<DepositReceipt> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', '/v1/deposit-codes/current/files');
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('Deposit-Code', code);
      request.setRequestHeader('File-Name', encodeURIComponent(file.name));
      request.responseType = 'json';
      request.upload.addEventListener('progress', ({ loaded, total }) => told(loaded, total));
      request.addEventListener('error', () => reject(new Failed({ kind: 'offline' })));
      request.addEventListener('abort', () => reject(new Failed({ kind: 'offline' })));
      request.addEventListener('load', () => {
        const { status, response } = request as { status: number; response: DepositReceipt | Problem };
        if (status === 201) resolve(response as DepositReceipt);
        else reject(new Failed({ kind: 'problem', status, problem: response as Problem }));
      });
      signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });

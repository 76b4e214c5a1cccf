import { queryOptions } from '@tanstack/react-query';
import { Failed } from '../../api/failure.ts';
import archive from './canned/case.zip?url';
import { readRecord, type CannedRecord } from './record.ts';

/** What the show tells of, in memory: from then on no network is needed. */
export interface Canned {
  readonly bytes: Uint8Array;
  readonly record: CannedRecord;
}

export const cannedQuery = queryOptions({
  queryKey: ['show'],
  staleTime: Infinity,
  gcTime: Infinity,
  queryFn: async (): Promise<Canned> => {
    const answer = await fetch(archive).catch(() => null);
    if (!answer?.ok) throw new Failed({ kind: 'offline' });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { bytes, record: await readRecord(bytes) };
  },
});

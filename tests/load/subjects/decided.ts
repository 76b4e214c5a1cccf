import type { NewEntry } from '@mouding/ledger';
import { payload } from '../payload.ts';

/** The entry that (e) and (f) append: the payload of everybody, signed and dated as the format asks. */
export const decided = (i: number, stream: string, at: string): NewEntry => ({
  stream,
  type: 'Decided',
  sv: 1,
  at,
  actor: { as: 'department-head', by: PERSON, for: null, post: PERSON, recorder: null },
  command: { key: `bench-${i}`, verb: 'bench.decide' },
  data: payload(i),
  sealed: [],
});

/** Who acts in every entry of the bench. */
export const PERSON = '00000000-0000-4000-8000-00000000be7c';

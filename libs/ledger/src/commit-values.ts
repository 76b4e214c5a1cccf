import type { Batch } from './batch.ts';
import type { CommandKey } from './command-tx.ts';
import { appendValues, type Columns } from './compose.ts';
import { bytesOf } from './hashing.ts';
import { restOf } from './rest.ts';

/** The parameters of `ledger.commit`, in its order. */
export function commitValues(
  { person, key, verb, target, bodyHash }: CommandKey,
  batch: Batch,
  columns: Columns,
): unknown[] {
  const { texts } = batch;
  // An answer that quotes receipts is made here, where they are known and nothing is written yet.
  const answer = typeof batch.answer === 'function' ? batch.answer(columns.receipts) : batch.answer;
  return [
    ...appendValues([columns]),
    texts.map(({ hash }) => bytesOf(hash)),
    texts.map(({ content }) => Buffer.from(content)),
    restOf(batch, columns),
    person,
    key,
    verb,
    target,
    bodyHash,
    answer?.status ?? null,
    answer ? JSON.stringify(answer.body) : null,
  ];
}

import type pg from 'pg';
import type { Json } from '@mouding/evidence';
import { commandTx, type CommandKey, type CommandTx } from './command-tx.ts';
import { BEGIN, pipeline, ROLLBACK, single, type Statement } from './connection.ts';
import type { Keys } from './data-keys.ts';
import { ARRIVE, FORGET_ARRIVAL, OPEN } from './statements.ts';

/** What a key stands for when a command is opened with it. */
export type Opened =
  | { readonly kind: 'fresh'; readonly tx: CommandTx }
  /** It was answered before; this is the answer. */
  | { readonly kind: 'replay'; readonly status: number; readonly body: Json }
  /** It was used for another verb, target or body. */
  | { readonly kind: 'reused' }
  /** Someone is at work on it at this moment. */
  | { readonly kind: 'in-flight' };

/**
 * Begins a command in one round trip. The arrival of a judged command is committed on its own before the command's
 * transaction begins, so that a crash later on cannot make its first reading later.
 */
export async function openCommand(
  pool: pg.Pool,
  keys: Keys,
  institution: string,
  command: CommandKey,
): Promise<Opened> {
  const client = await pool.connect();
  try {
    const { row, first } = await ask(client, institution, command);
    if (row.outcome === 'fresh') {
      const now = row.law_now.toISOString();
      return {
        kind: 'fresh',
        tx: commandTx({ client, keys, institution, command, now, received: row.received.toISOString() }),
      };
    }
    await pipeline(client, [ROLLBACK]);
    client.release();
    // Whoever is at work under this key may be at work on another body: this one's reading would outlive its answer.
    if (first && row.outcome === 'in-flight') await forgetArrival(pool, institution, command);
    return row.outcome === 'replay'
      ? { kind: 'replay', status: row.status, body: JSON.parse(row.answer) as Json }
      : { kind: row.outcome };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Takes back the first reading of a judged command. */
export async function forgetArrival(pool: pg.Pool, institution: string, command: CommandKey): Promise<void> {
  await single(pool, { ...FORGET_ARRIVAL, values: [institution, ...requestOf(command)] });
}

const requestOf = ({ person, key, verb, target, bodyHash }: CommandKey): readonly string[] => [
  person,
  key,
  verb,
  target,
  bodyHash,
];

/** The row of the opened command, and whether its arrival was the first of this very request. */
async function ask(
  client: pg.PoolClient,
  institution: string,
  command: CommandKey,
): Promise<{ readonly row: OpenedRow; readonly first: boolean }> {
  const { judged } = command;
  const values = requestOf(command);
  const arrive: readonly Statement[] = judged ? [{ ...ARRIVE, values: [institution, ...values] }] : [];
  const answers = await pipeline(client, [
    ...arrive,
    BEGIN,
    { ...OPEN, values: [institution, ...values, judged] },
  ]);
  const [row] = (answers.at(-1) ?? []) as OpenedRow[];
  if (!row) throw new Error('the command was not opened');
  const [arrived] = (judged ? answers[0] : []) as readonly { readonly first: boolean }[];
  return { row, first: arrived?.first ?? false };
}

type OpenedRow =
  | { readonly outcome: 'fresh'; readonly law_now: Date; readonly received: Date }
  | { readonly outcome: 'replay'; readonly status: number; readonly answer: string }
  | { readonly outcome: 'reused' | 'in-flight' };

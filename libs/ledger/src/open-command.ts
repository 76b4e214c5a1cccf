import type pg from 'pg';
import type { Json } from '@mouding/evidence';
import {
  commandTx,
  lockValues,
  type CommandKey,
  type CommandTx,
  type HeadRow,
  type Lock,
} from './command-tx.ts';
import { BEGIN, pipeline, ROLLBACK, single, type Statement } from './connection.ts';
import type { Keys } from './data-keys.ts';
import { aheadStatements, readAhead, type ReadAhead } from './read-ahead.ts';
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

/** What a command is known to need: locked and read with its opening. It may lock and read more afterwards. */
export interface Foreseen {
  readonly locks: readonly Lock[];
  /** Hashes of the texts that it cites. Only for a command of a person. */
  readonly texts: readonly string[];
}

const NOTHING: Foreseen = { locks: [], texts: [] };

/**
 * Begins a command in one round trip. The arrival of a judged command is committed on its own before the command's
 * transaction begins, so that a crash later on cannot make its first reading later.
 */
export async function openCommand(
  pool: pg.Pool,
  keys: Keys,
  institution: string,
  command: CommandKey,
  foreseen: Foreseen = NOTHING,
): Promise<Opened> {
  const client = await pool.connect();
  try {
    const { rows, first, ahead } = await ask(client, institution, command, foreseen);
    const [row] = rows;
    if (row.outcome === 'fresh') {
      const now = row.law_now.toISOString();
      const received = row.received.toISOString();
      const begun = { client, keys, institution, command, now, received, ahead };
      return { kind: 'fresh', tx: commandTx(begun, foreseen.locks, headsIn(rows)) };
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

interface Asked {
  readonly rows: readonly [OpenedRow, ...OpenedRow[]];
  /** Whether its arrival was the first of this very request. */
  readonly first: boolean;
  readonly ahead: ReadAhead;
}

async function ask(
  client: pg.PoolClient,
  institution: string,
  command: CommandKey,
  { locks, texts }: Foreseen,
): Promise<Asked> {
  const { judged, person } = command;
  const values = requestOf(command);
  const arrive: readonly Statement[] = judged ? [{ ...ARRIVE, values: [institution, ...values] }] : [];
  const answers = await pipeline(client, [
    ...arrive,
    BEGIN,
    { ...OPEN, values: [institution, ...values, judged, ...lockValues(locks)] },
    ...aheadStatements(person, texts),
  ]);
  const opened = arrive.length + 1;
  const [row, ...more] = (answers[opened] ?? []) as OpenedRow[];
  if (!row) throw new Error('the command was not opened');
  const [arrived] = (judged ? answers[0] : []) as readonly { readonly first: boolean }[];
  const ahead = readAhead(texts, answers.slice(opened + 1));
  return { rows: [row, ...more], first: arrived?.first ?? false, ahead };
}

/** Where the streams stand that were locked with the opening. */
const headsIn = (rows: readonly OpenedRow[]): readonly HeadRow[] =>
  rows.flatMap((row) => (row.outcome === 'fresh' && row.stream !== null ? [row as HeadRow] : []));

type OpenedRow =
  | {
      readonly outcome: 'fresh';
      readonly law_now: Date;
      readonly received: Date;
      readonly stream: string | null;
      readonly version: number;
      readonly hash: Buffer | null;
    }
  | { readonly outcome: 'replay'; readonly status: number; readonly answer: string }
  | { readonly outcome: 'reused' | 'in-flight' };

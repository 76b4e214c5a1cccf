import { encodeEntry, type Entry } from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';

/** A statement as it was sent; byte strings are Buffers. */
export interface Sent {
  readonly connection: number;
  /** It travelled together with the one before it. */
  readonly joins: boolean;
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What was captured of one command, statement by statement. */
export function readCapture(text: string): readonly Sent[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const sent = JSON.parse(line) as Sent;
      return { ...sent, values: sent.values.map(revived) };
    });
}

const isBytes = (value: unknown): value is { hex: string } =>
  typeof value === 'object' && value !== null && 'hex' in value;

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  return isBytes(value) ? Buffer.from(value.hex, 'hex') : value;
}

/** Where the values of `commit` and of the reading of entries stand that differ from one command to the next. */
const AT = {
  headVersion: 2,
  headHash: 3,
  newVersion: 4,
  newHash: 5,
  entryVersion: 8,
  prev: 12,
  leaf: 13,
  entry: 14,
};

/** The stream of a captured command and where it stood. */
export interface Place {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** Finds what the captured command appended and where. @throws when it did not append exactly one entry */
export function placeOf(sent: readonly Sent[]): Place {
  const { values } = commitOf(sent);
  const [entry] = values[AT.entry] as string[];
  const { stream, version, prev } = JSON.parse(entry ?? 'null') as Entry;
  if ((values[AT.entry] as string[]).length !== 1 || prev === null)
    throw new Error('one further entry was expected');
  return { stream, version: version - 1, hash: prev };
}

function commitOf(sent: readonly Sent[]): Sent {
  const found = sent.find(({ name }) => name === 'commit-batch');
  if (!found) throw new Error('the command committed nothing');
  return found;
}

/**
 * The statements of the same command given again to another stream of the same kind, with every byte worked out.
 * @returns them, and where the stream then stands
 */
export function again(
  sent: readonly Sent[],
  was: Place,
  now: Place,
  key: string,
): { readonly sent: readonly Sent[]; readonly then: Place } {
  const commit = commitOf(sent);
  const entry = JSON.parse((commit.values[AT.entry] as string[])[0] ?? '') as Entry;
  const version = now.version + 1;
  const command = { ...entry.command, key };
  const text = encodeEntry({ ...entry, stream: now.stream, version, prev: now.hash, command });
  const leaf = Buffer.from(sha256('\u0000', text));
  const oldLeaf = (commit.values[AT.leaf] as Buffer[])[0]?.toString('hex') ?? '';
  const id = (stream: string): string => stream.slice(stream.indexOf('/') + 1);
  const swapped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swapped);
    if (typeof value !== 'string') return value;
    return value
      .replaceAll(id(was.stream), id(now.stream))
      .replaceAll(oldLeaf, leaf.toString('hex'))
      .replaceAll(entry.command.key ?? ' ', key)
      .replaceAll(`"version":${was.version + 1}`, `"version":${version}`);
  };
  const own: Readonly<Record<number, unknown>> = {
    [AT.headVersion]: [now.version],
    [AT.headHash]: [Buffer.from(now.hash, 'hex')],
    [AT.newVersion]: [version],
    [AT.newHash]: [leaf],
    [AT.entryVersion]: [version],
    [AT.prev]: [Buffer.from(now.hash, 'hex')],
    [AT.leaf]: [leaf],
    [AT.entry]: [text],
  };
  return {
    then: { stream: now.stream, version, hash: leaf.toString('hex') },
    sent: sent.map((each) => {
      const values = each.values.map((value, i) => (each === commit && i in own ? own[i] : swapped(value)));
      if (each.name === 'entries' && values[0] === now.stream) values[1] = now.version;
      return { ...each, values };
    }),
  };
}

import {
  cosignedAt,
  keyIdOf,
  parseVerifierKey,
  readSignature,
  type Head,
  type NoteKey,
  type NoteSignature,
} from '@mouding/evidence';
import { verifyEd25519 } from '../ed25519.ts';
import { sha256 } from '../hashing.ts';
import type { Fault } from './faults.ts';
import type { Restarted } from './restarts.ts';
import { logFault, type Signed } from './signed.ts';

/** A checkpoint that somebody kept elsewhere: from a mail, a printed 纪要, a witness. */
export interface Held extends Head {
  /** The log that it is of; the one that counts, where it is not said. */
  readonly origin?: string;
  /** What the lines beneath it sign; without it they cannot be checked. */
  readonly text?: string;
  /** The lines beneath it; those of witnesses are checked, and compared with what is kept here. */
  readonly signatures?: readonly NoteSignature[];
}

/** What there is to compare it with. */
export interface Keeping {
  readonly origin: string | null;
  /** Entries that are there. */
  readonly size: number;
  /** The root over as many entries as the held checkpoint has; null where there are fewer. */
  readonly rootThen: Uint8Array | null;
  readonly signed: readonly Signed[];
  readonly restarts: readonly Restarted[];
  /** Verifier keys of witnesses that are known outside the database. */
  readonly witnesses?: readonly string[] | undefined;
}

/** What of a checkpoint that was kept elsewhere does not hold, and whose lines under it nobody here can check. */
export interface HeldFound {
  readonly faults: readonly Fault[];
  readonly unknown: readonly string[];
}

/**
 * What of a checkpoint that was kept elsewhere is not here any more: entries, their root, lines of witnesses; and which
 * of those lines are not good. Where the record declares that something was lost, the declaration is named: what is gone
 * is gone all the same.
 */
export function heldFound(held: Held | null | undefined, keeping: Keeping): HeldFound {
  if (!held || held.size === 0) return { faults: [], unknown: [] };
  const lines = judgedLines(held, keeping);
  const unknown = lines.filter(({ key }) => !key).map(({ line }) => line.name);
  const bad = lines.filter(({ isGood }) => isGood === false).map(({ line }) => badLine(held, line));
  const lost = lostFaults(held, keeping);
  if (lost.length > 0 || held.origin !== keeping.origin) return { faults: [...lost, ...bad], unknown };
  return { faults: [...bad, ...goneFaults(held, lines, keeping.signed)], unknown };
}

function lostFaults(held: Held, { size, rootThen, restarts }: Keeping): readonly Fault[] {
  const why = declarationOver(held, restarts);
  const fault = (detail: string): readonly Fault[] => [logFault(held.size, 'checkpoint', `${detail}${why}`)];
  if (size < held.size)
    return fault(`${held.size} entries stand in a checkpoint kept elsewhere, ${size} are there`);
  if (!rootThen || !Buffer.from(rootThen).equals(held.root))
    return fault(`the first ${held.size} entries are not those of the checkpoint kept elsewhere`);
  return [];
}

function declarationOver({ size }: Held, restarts: readonly Restarted[]): string {
  const cause = restarts.find(({ declared, after }) => declared && after.size >= size);
  return cause
    ? `; the record declares that it was lost: ${cause.origin} went on at ${cause.at} after ${cause.after.size} entries (${cause.reason})`
    : '';
}

interface JudgedLine {
  readonly line: NoteSignature;
  readonly key: NoteKey | undefined;
  /** Null where that cannot be said: the key or the text is not here. */
  readonly isGood: boolean | null;
}

/** The lines of witnesses under what was kept, each with the key that is known of it. */
function judgedLines(
  { text, origin, signatures = [] }: Held,
  { witnesses = [], signed }: Keeping,
): readonly JudgedLine[] {
  const stored = signed.flatMap(({ lines }) => lines.map((each) => each.split('\n')[0] ?? ''));
  const keys = [...new Set([...witnesses, ...stored])].flatMap(
    (each) => parseVerifierKey(each, sha256) ?? [],
  );
  return signatures
    .filter(({ name }) => name !== origin)
    .map((line) => {
      const key = keys.find((each) => each.name === line.name && keyIdOf(each, sha256) === line.keyId);
      if (!key || text === undefined) return { line, key, isGood: null };
      const at = cosignedAt({ text, signatures: [line] }, key, sha256, verifyEd25519);
      return { line, key, isGood: at !== null };
    });
}

const badLine = ({ size }: Held, { name }: NoteSignature): Fault =>
  logFault(
    size,
    'cosignature',
    `the line of ${name} on size ${size} in the checkpoint kept elsewhere does not hold`,
  );

function goneFaults(
  { size }: Held,
  lines: readonly JudgedLine[],
  signed: readonly Signed[],
): readonly Fault[] {
  const kept = signed
    .filter((each) => each.size === size)
    .flatMap(({ lines: stored }) => stored.map((each) => readSignature(each.split('\n')[1] ?? '')));
  return lines
    .filter(({ isGood }) => isGood !== false)
    .filter(({ line }) => !kept.some((own) => own?.name === line.name && own.keyId === line.keyId))
    .map(({ line: { name }, key }) =>
      logFault(
        size,
        'cosignature',
        `the line of ${name} on size ${size} stands in a checkpoint kept elsewhere and is gone${key ? '' : ' (its key is not known here: whether the line is good was not checked)'}`,
      ),
    );
}

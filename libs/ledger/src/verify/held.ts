import { readSignature, type Head, type NoteSignature } from '@mouding/evidence';
import type { Fault } from './faults.ts';
import type { Restarted } from './restarts.ts';
import { logFault, type Signed } from './signed.ts';

/** A checkpoint that somebody kept elsewhere: from a mail, a printed 纪要, a witness. */
export interface Held extends Head {
  /** The log that it is of; the one that counts, where it is not said. */
  readonly origin?: string;
  /** The lines beneath it; those of witnesses are compared with what is kept here. */
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
}

/**
 * What of a checkpoint that was kept elsewhere is not here any more: entries, their root, lines of witnesses. Where the
 * record declares that something was lost, the declaration is named: what is gone is gone all the same.
 */
export function heldFaults(held: Held | null | undefined, keeping: Keeping): readonly Fault[] {
  if (!held || held.size === 0) return [];
  const { size, rootThen } = keeping;
  const why = declarationOver(held, keeping.restarts);
  if (size < held.size)
    return [
      logFault(
        held.size,
        'checkpoint',
        `${held.size} entries stand in a checkpoint kept elsewhere, ${size} are there${why}`,
      ),
    ];
  if (!rootThen || !Buffer.from(rootThen).equals(held.root))
    return [
      logFault(
        held.size,
        'checkpoint',
        `the first ${held.size} entries are not those of the checkpoint kept elsewhere${why}`,
      ),
    ];
  return held.origin === keeping.origin ? lineFaults(held, keeping.signed) : [];
}

function declarationOver({ size }: Held, restarts: readonly Restarted[]): string {
  const cause = restarts.find(({ declared, after }) => declared && after.size >= size);
  return cause
    ? `; the record declares that it was lost: ${cause.origin} went on at ${cause.at} after ${cause.after.size} entries (${cause.reason})`
    : '';
}

function lineFaults({ size, origin, signatures = [] }: Held, signed: readonly Signed[]): readonly Fault[] {
  const kept = signed
    .filter((each) => each.size === size)
    .flatMap(({ lines }) => lines.map((stored) => readSignature(stored.split('\n')[1] ?? '')));
  return signatures
    .filter(({ name }) => name !== origin)
    .filter((line) => !kept.some((own) => own?.name === line.name && own.keyId === line.keyId))
    .map(({ name }) =>
      logFault(
        size,
        'cosignature',
        `the line of ${name} on size ${size} stands in a checkpoint kept elsewhere and is gone`,
      ),
    );
}

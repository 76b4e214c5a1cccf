import { parseStream, type Rows, type StreamName } from '@mouding/core';
import type { World } from './world.ts';

/** The rows that a stream comes to as it is loaded; null for one that is not loaded or not there. */
export function rowsOf({ folded }: World, stream: StreamName): Rows | null {
  const { of, state } = folded.get(stream) ?? {};
  return of && state ? of.rows(parseStream(stream).id, state) : null;
}

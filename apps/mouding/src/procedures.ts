import type { Definition } from '@mouding/core';
import { definitionFrom } from './procedure-file.ts';
import { isRefused } from './words.ts';

/**
 * A procedure that this clone brings along, with every default written out.
 *
 * @throws Error naming the file and everything that is wrong with it
 */
export function readProcedure(id: string): Definition {
  const read = definitionFrom(id);
  if (isRefused(read)) throw new Error(`${read.refused.zh}\n${read.refused.en}`);
  return read;
}

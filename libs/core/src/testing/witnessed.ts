import type { Json } from '@mouding/evidence';
import { addDays, startOfDay } from '../calendar.ts';
import type { CaseState } from '../case/case.ts';
import type { Witness } from '../conformance/history.ts';
import { initial, step } from '../machine.ts';
import { compileProcedure, readDefinition, type Procedure } from '../procedure/procedure.ts';
import type { StreamName } from '../stream.ts';
import { uuid } from './given.ts';

/** A fact of a made-up log: what it says, and who did it where that matters. */
export interface Told {
  readonly stream?: StreamName;
  readonly type: string;
  readonly data?: { readonly [key: string]: Json };
  readonly verb?: string;
  readonly as?: string;
}

export const OF_CASE: StreamName<'case'> = `case/${uuid(1)}`;

/** A procedure, and a case of it folded from those facts that are the case's own, with all of them as in the log. */
export function witnessed(
  written: unknown,
  told: readonly Told[],
): { readonly procedure: Procedure; readonly state: CaseState; readonly facts: readonly Witness[] } {
  const read = readDefinition(written);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const procedure = compileProcedure(read.definition);
  const facts = told.map((one, index) => witness(one, index, told));
  const own = facts.filter(({ stream }) => stream === OF_CASE);
  const state = own.reduce(
    (now, { type, data }) => step(procedure.machine, now, { type, data }).state,
    initial(procedure.machine),
  ) as CaseState;
  return { procedure, state, facts };
}

function witness(
  { stream = OF_CASE, type, data = {}, verb, as }: Told,
  index: number,
  all: readonly Told[],
): Witness {
  const version = all.slice(0, index + 1).filter((one) => (one.stream ?? OF_CASE) === stream).length;
  const at = startOfDay(addDays('2026-01-01', index));
  const actor = { as: as ?? 'office', by: uuid(300), post: uuid(200) };
  const command = { key: verb ?? `key-${index}`, verb: verb ?? 'case.advance' };
  return {
    stream,
    version,
    index,
    leafHash: String(index).padStart(64, '0'),
    at,
    type,
    data,
    actor,
    command,
  };
}

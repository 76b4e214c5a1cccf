import {
  compileProcedure,
  folder,
  parseStream,
  procedureNamedBy,
  readDefinition,
  type Procedure,
} from '@mouding/core';
import type { FolderFactory } from '@mouding/ledger';

/** Folds any institution's log by the rules of core; procedures are found by the hash that a fact of a case names. */
export const folding: FolderFactory = (text) => {
  const procedures = new Map<string, Procedure>();
  const rules = folder((hash) => procedures.get(hash));
  const bring = async (hash: string): Promise<void> => {
    const definition = readDefinition(parsed(await text(hash)));
    if ('definition' in definition) procedures.set(hash, compileProcedure(definition.definition));
  };
  return {
    start: (stream) => {
      const folded = rules.start(stream);
      const isCase = parseStream(stream).kind === 'case';
      return {
        apply: (entry) => {
          const hash = isCase ? procedureNamedBy({ type: entry.type, data: entry.data }) : undefined;
          if (hash === undefined || procedures.has(hash)) return folded.apply(entry);
          return bring(hash).then(() => folded.apply(entry));
        },
        rows: () => folded.rows(),
        deadlines: () => folded.deadlines(),
      };
    },
  };
};

// A definition that was altered must not end the check that names it: its cases are then folded by no procedure.
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

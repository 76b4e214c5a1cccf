import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { failureOf, type Failure } from '../../api/failure.ts';
import { carryOutRow, newRowKeys, type Row, type RowKeys } from './carry-out-row.ts';
import { firstPassword } from './first-password.ts';

export type Done = 'waiting' | 'work' | 'done' | 'failed';

export interface RowDone {
  readonly at: Done;
  readonly failure: Failure | null;
}

/** One first password that was given out. */
export interface Given {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** Carries rows out one by one; it can be stopped between two of them, and goes on with what is left. */
export function useImport() {
  const queries = useQueryClient();
  const [done, setDone] = useState<ReadonlyMap<number, RowDone>>(new Map());
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [isAtWork, setAtWork] = useState(false);
  const isStopped = useRef(false);
  const kept = useRef(new Map<number, { readonly keys: RowKeys; readonly password: string }>());
  const mark = (row: number, at: Done, failure: Failure | null = null): void =>
    setDone((before) => new Map(before).set(row, { at, failure }));
  const one = async (row: Row): Promise<void> => {
    const own = kept.current.get(row.row) ?? { keys: newRowKeys(), password: firstPassword() };
    kept.current.set(row.row, own);
    mark(row.row, 'work');
    try {
      await carryOutRow(row, own.keys, own.password);
      mark(row.row, 'done');
      if (row.person === null)
        setGiven((all) => [...all, { name: row.name, login: row.login, password: own.password }]);
    } catch (error) {
      mark(row.row, 'failed', failureOf(error));
    }
  };
  const start = async (rows: readonly Row[]): Promise<void> => {
    isStopped.current = false;
    setAtWork(true);
    for (const row of rows) {
      if (isStopped.current) break;
      await one(row);
    }
    setAtWork(false);
    await queries.invalidateQueries();
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  return { done, given, isAtWork, start, stop, forget: () => (setDone(new Map()), kept.current.clear()) };
}

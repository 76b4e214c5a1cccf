import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import {
  diffProcedure,
  getProcedure,
  listProcedures,
  previewMigration,
  previewRollBack,
} from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

/** An institution has a handful of procedures: one page holds them. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: () => dataOf(listProcedures({ query: { limit: 200 } })),
});

/** @param version null: the newest */
export const procedureQuery = (id: string, version: number | null) =>
  queryOptions({
    queryKey: [ABOUT, `procedure/${id}`, version],
    queryFn: () => answered(getProcedure({ path: { id }, query: version === null ? {} : { version } })),
  });

export const diffQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['procedure-diff', id, from, to],
    queryFn: () => dataOf(diffProcedure({ path: { id }, query: { from, to } })),
    enabled: from > 0 && from !== to,
  });

/** Pairs as the server reads them: `a:b,c:d`. */
export const pairs = (map: Readonly<Record<string, string>>): string =>
  Object.entries(map)
    .filter(([, to]) => to !== '')
    .map(([from, to]) => `${from}:${to}`)
    .join(',');

/** Of every case that can move. */
export const migrationQuery = (id: string, to: number, mapping: string) =>
  queryOptions({
    queryKey: [ABOUT, `procedure/${id}`, 'migration', to, mapping],
    queryFn: () => dataOf(previewMigration({ path: { id }, query: { to, ...mapped(mapping) } })),
  });

const mapped = (mapping: string) => (mapping === '' ? {} : { mapping });

/**
 * Of these cases alone. It is asked anew when the preview of all is another one, and not when they have moved: then
 * they cannot be asked about any more.
 *
 * @param digest that of the preview of all
 */
export const chosenMigrationQuery = (
  { id, to, mapping, digest }: { id: string; to: number; mapping: string; digest: string },
  cases: readonly string[],
) =>
  queryOptions({
    queryKey: ['chosen-migration', id, to, mapping, digest, cases.join()],
    queryFn: () =>
      dataOf(previewMigration({ path: { id }, query: { to, cases: cases.join(), ...mapped(mapping) } })),
  });

export const rollBackQuery = (id: string, cases: readonly string[]) =>
  queryOptions({
    queryKey: [ABOUT, `procedure/${id}`, 'roll-back', cases.join()],
    queryFn: () => dataOf(previewRollBack({ path: { id }, query: { cases: cases.join() } })),
    enabled: cases.length > 0,
  });

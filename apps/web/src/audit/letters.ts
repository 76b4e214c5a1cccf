import type { AuditLetter } from '../api/audit-generated/types.gen.ts';

/** The letters that open something now. */
export const current = (letters: readonly AuditLetter[]): readonly AuditLetter[] =>
  letters.filter(({ status }) => status === 'current');

/** Whether a letter of now opens the whole institution. */
export const opensAll = (letters: readonly AuditLetter[]): boolean =>
  current(letters).some(({ cases }) => cases === null);

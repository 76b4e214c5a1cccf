const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT']);
/** Connection, transaction, who may connect and to what, rollback, resources, locks, operator intervention, system. */
const CLASSES = new Set(['08', '25', '28', '3D', '40', '53', '55', '57', '58', 'XX']);

/** Whether an error says that the database cannot serve now, as opposed to a fault of the program. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string' && (NETWORK.has(code) || (code.length === 5 && CLASSES.has(code.slice(0, 2)))))
    return true;
  return /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error/.test(
    error.message,
  );
}

/**
 * Whether the whole command may be tried again: a deadlock, a serialisation failure, or a lock that was not got in time
 * wrote nothing.
 */
export const isLostRace = (error: unknown): boolean =>
  error instanceof Error &&
  ['40P01', '40001', '55P03'].includes(String((error as Error & { code?: unknown }).code));

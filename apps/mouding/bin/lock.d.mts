/** Names a process so that a reused pid is not taken for it; empty when no such process lives. */
export function identity(pid: number): string;
/** Whether the process that `identity` named so still lives. */
export function isAlive(holder: string): boolean;
/** Takes the lock, or names the pid that holds it. A holder that has died loses it. */
export function tryLock(file: string): { release: () => void } | { holder: number };
/** Waits for the lock; `onWait` is told once by whom it is held, after so many milliseconds of waiting (0). */
export function waitForLock(
  file: string,
  onWait?: (holder: number) => void,
  patience?: number,
): Promise<{ release: () => void }>;

/** What the command line says by its exit code. */
export const exitCode = {
  ok: 0,
  failed: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** `verify` found a record or a read model that does not hold, or `diff` two texts that differ. */
  mismatch: 3,
  /** Something else changed meanwhile what the command was about: look again and repeat it. */
  conflict: 4,
  /** `checkup` found an error in the text. */
  faulty: 5,
} as const;

import { randomUUID } from 'node:crypto';
import { askedByClock } from '../commands/asking.ts';
import { carryOut, type Means } from '../commands/carry-out.ts';
import type { LogTrouble } from './troubles.ts';

/** The trouble that an alarm is about, with its sentence; null when checkpoints come out again. */
export type Alarm = {
  readonly trouble: LogTrouble['trouble'];
  readonly zh: string;
  readonly en: string;
} | null;

/**
 * Puts an alarm of the checkpointer on the record of the organisation, which tells its registered posts; says nothing
 * where the record says it already.
 *
 * @throws what carrying out throws
 */
export async function raiseAlarm(means: Means, institution: string, alarm: Alarm): Promise<void> {
  const { trouble = null, zh = '', en = '' } = alarm ?? {};
  await carryOut(
    means,
    askedByClock({
      institution,
      verb: 'org.note-log-trouble',
      id: institution,
      body: { trouble, said: { zh, en } },
      key: `log-trouble/${randomUUID()}`,
    }),
  );
}

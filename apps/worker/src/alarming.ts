import type { TreeLogs } from '@mouding/ledger';
import { raiseAlarm, stateOf, type Alarm, type LogState, type LogTrouble, type Means } from '@mouding/shell';
import type { Logger } from 'pino';

/** What is away for so long is an alarm; a restart of the signer or of a witness is none. */
const AWAY_MS = 10 * 60_000;
const PUBLISHING: LogState = { state: 'publishing', zh: '', en: '' };

/** What was said of one institution, so that it is said once. */
interface Told {
  state: string;
  alarm: string | null | undefined;
  /** Since when something is away; machine time. */
  awaySince: number | null;
}

/** Says how the checkpoints of an institution come along: to the doctor at once, to people when they must look. */
export class Alarming {
  private readonly told = new Map<string, Told>();
  private readonly means: Means;
  private readonly logs: TreeLogs;
  private readonly log: Logger;

  constructor(means: Means, logs: TreeLogs, log: Logger) {
    this.means = means;
    this.logs = logs;
    this.log = log;
  }

  /** @param trouble null while checkpoints come out */
  async tell(institution: string, trouble: LogTrouble | null): Promise<void> {
    const told = this.told.get(institution) ?? { state: '', alarm: undefined, awaySince: null };
    this.told.set(institution, told);
    const state = trouble ? stateOf(trouble) : PUBLISHING;
    await this.note(institution, told, state);
    if (isAway(told, state)) return;
    const alarm = trouble && { ...state, trouble: trouble.trouble };
    if (told.alarm === nameOf(alarm)) return;
    await raiseAlarm(this.means, institution, alarm);
    told.alarm = nameOf(alarm);
  }

  private async note(institution: string, told: Told, state: LogState): Promise<void> {
    const words = `${state.state} ${state.en}`;
    if (told.state === words) return;
    await this.logs.note(institution, state);
    told.state = words;
    if (state.state !== 'publishing') this.log.error({ institution, state }, state.en);
  }
}

const nameOf = (alarm: Alarm): string | null => alarm?.trouble ?? null;

/** Whether something is away that has not been so for long. */
function isAway(told: Told, { state }: LogState): boolean {
  if (state !== 'waiting') {
    told.awaySince = null;
    return false;
  }
  told.awaySince ??= performance.now();
  return performance.now() - told.awaySince < AWAY_MS;
}

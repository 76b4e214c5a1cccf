import type { Ledger } from '@mouding/ledger';
import { processGauges, type Admission, type HttpMetrics } from '@mouding/shell';

interface Watched {
  readonly admission: Admission;
  /** How often each problem went out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly ledger: Pick<Ledger, 'heartbeats' | 'institutions' | 'treeLogs'>;
}

/** What a watcher of this process sees beside the answers: no id, no name, no word of anybody. */
export function showGauges(metrics: HttpMetrics, { admission, counts, ledger }: Watched): void {
  for (const gauge of processGauges) metrics.show(gauge);
  metrics.show({
    name: 'mouding_requests_working',
    help: 'Requests that are worked on.',
    read: () => ({ '': admission.load.working }),
  });
  metrics.show({
    name: 'mouding_requests_waiting',
    help: 'Requests that wait, by class.',
    label: 'class',
    read: () => admission.load.waiting,
  });
  metrics.show({
    name: 'mouding_problems',
    help: 'Problems that went out since the start, by code.',
    label: 'code',
    read: () => Object.fromEntries(counts),
  });
  metrics.show({
    name: 'mouding_log_states',
    help: 'Institutions by how the checkpoints of their logs come along.',
    label: 'state',
    read: () => logStates(ledger),
  });
  metrics.show({
    name: 'mouding_heartbeat_seconds',
    help: 'Seconds since a process last said that it works.',
    label: 'process',
    read: async () =>
      Object.fromEntries((await ledger.heartbeats()).map(({ process, secondsAgo }) => [process, secondsAgo])),
  });
}

async function logStates({
  institutions,
  treeLogs,
}: Pick<Ledger, 'institutions' | 'treeLogs'>): Promise<Readonly<Record<string, number>>> {
  const all = await Promise.all((await institutions()).map(({ id }) => treeLogs.state(id)));
  const counts = { publishing: 0, waiting: 0, stopped: 0 };
  for (const found of all) if (found) counts[found.state] += 1;
  return counts;
}

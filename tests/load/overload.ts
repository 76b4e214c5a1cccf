import type { Server } from './database.ts';
import { startApi } from './http.ts';
import type { Options } from './options.ts';
import { makeCrowd } from './overload-world.ts';
import { processorTime } from './processor-time.ts';
import type { Rush, RushWish } from './rush.ts';
import { startSubject } from './subjects.ts';

/** What the api gives when ten times as much comes as it can do. */
export interface Overload extends Rush {
  /** Commands a second that it does for sixteen clients who wait for their answers. */
  readonly saturation: number;
  /** Milliseconds there, 99 % of them. */
  readonly calm: number;
  /** What was to come a second. */
  readonly wanted: number;
  /** Cores that were taken in the rush, and before it. */
  readonly cores: Cores;
  readonly calmCores: Cores;
}

interface Cores {
  readonly api: number;
  readonly database: number;
  readonly caller: number;
}

const TIMES = 10;
const CLIENTS = 16;
const WARM_MS = 2_000;
/** Fewer than the api keeps open, more than it works on and lets wait. */
const CONNECTIONS = 1_000;

/** The api as it is started by `npm start`: first as much as it can do, then ten times that. */
export async function measureOverload(server: Server, { seconds, ms }: Options): Promise<Overload> {
  const addresses = await server.copy('bench_overload');
  const { service, port } = await startApi(server, addresses, {});
  try {
    const crowd = await makeCrowd(`http://127.0.0.1:${port}`, addresses, server.keyFile);
    const caller = await startSubject('subjects/rush-caller.ts', { port, crowd });
    try {
      await caller.load({ clients: CLIENTS, ms: WARM_MS });
      const quiet = watch(service.pid, server.pid);
      const calm = await caller.load({ clients: CLIENTS, ms: ms * 10 });
      const calmCpu = quiet(calm.ms);
      if (calm.trouble !== null) throw new Error(calm.trouble);
      const saturation = (calm.done * 1_000) / calm.ms;
      const wanted = saturation * TIMES;
      await caller.ask('open', { connections: CONNECTIONS });
      const busy = watch(service.pid, server.pid);
      const wish: RushWish = { perSecond: wanted, ms: seconds * 1_000, connections: CONNECTIONS };
      const rush = await caller.ask<Rush>('rush', wish);
      const cores = { ...busy(rush.whole), caller: rush.cpu / 1_000 / rush.whole };
      const calmCores = { ...calmCpu, caller: calm.cpu / 1_000 / calm.ms };
      return { ...rush, saturation, calm: calm.p99, wanted, cores, calmCores };
    } finally {
      await caller.close();
    }
  } finally {
    await service.stop();
  }
}

/** Looks at the processor time of both from now on; answers the cores that they took. */
function watch(apiPid: number, databasePid: number): (ms: number) => Omit<Cores, 'caller'> {
  const pids = [apiPid, databasePid];
  const before = pids.map(processorTime);
  return (ms) => {
    const [api = 0, database = 0] = pids.map(
      (pid, i) => (processorTime(pid) - (before[i] ?? 0)) / 1_000 / ms,
    );
    return { api, database };
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { isRefused, refuse, type Refused, type Words } from '../words.ts';
import type { Service } from './service.ts';

/** Services that are started again when they end without being asked to. */
export interface Supervision {
  /** The processes that run now. */
  pids(): number[];
  /** Resolves with the reason when a service cannot be kept running. */
  readonly failed: Promise<Refused>;
  /** Stops all of them and resolves when they are gone. */
  stop(): Promise<void>;
}

/** One service, and how to start it again. */
export interface Kept {
  readonly service: Service;
  restart(abort: AbortSignal): Promise<Service | Refused>;
}

const window = 30_000;
const most = 3;

/**
 * What to do after a service ended by itself.
 * @param failures the moments of its failures in milliseconds, the newest last
 * @returns the milliseconds to wait before it is started again, or `give up` after three failures within 30 seconds
 */
export function afterFailure(failures: readonly number[]): number | 'give up' {
  const newest = failures.at(-1) ?? 0;
  const recent = failures.filter((moment) => newest - moment < window).length;
  return recent >= most ? 'give up' : 500 * 2 ** (recent - 1);
}

/** Keeps the services running; `tell` hears of every end and restart, `changed` of every new process. */
export function supervise(
  kept: readonly Kept[],
  tell: (words: Words) => void,
  changed: () => void,
): Supervision {
  const stopping = new AbortController();
  const running = new Map<string, Service>();
  const failure = Promise.withResolvers<Refused>();
  const loops = kept.map(async ({ service, restart }) => {
    running.set(service.name, service);
    const reason = await keep(service, restart, stopping.signal, tell, (next) => {
      running.set(service.name, next);
      changed();
    });
    if (reason) failure.resolve(reason);
  });
  return {
    pids: () => [...running.values()].map(({ pid }) => pid),
    failed: failure.promise,
    stop: async () => {
      stopping.abort();
      await Promise.all([...running.values()].map((service) => service.stop()));
      await Promise.all(loops);
      // One that was just being started again when the others were stopped.
      await Promise.all([...running.values()].map((service) => service.stop()));
    },
  };
}

async function keep(
  first: Service,
  restart: Kept['restart'],
  stopping: AbortSignal,
  tell: (words: Words) => void,
  replaced: (next: Service) => void,
): Promise<Refused | undefined> {
  const failures: number[] = [];
  for (let service = first; ;) {
    const ending = await service.ended;
    if (stopping.aborted) return undefined;
    failures.push(Date.now());
    const delay = afterFailure(failures);
    if (delay === 'give up') return hopeless(service.name, ending);
    tell(isRestarting(service.name, ending, delay));
    await pause(delay, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return undefined;
    const next = await restart(stopping);
    if (isRefused(next)) return stopping.aborted ? undefined : next;
    service = next;
    replaced(next);
  }
}

function isRestarting(name: string, ending: string, delay: number): Words {
  return {
    zh: `服务 ${name} 意外结束（${ending}），${delay / 1000} 秒后重新启动。`,
    en: `service ${name} ended unexpectedly (${ending}); starting it again in ${delay / 1000} s`,
  };
}

function hopeless(name: string, ending: string): Refused {
  return refuse(
    `服务 ${name} 在 30 秒内结束了三次（最后一次：${ending}），全部停止。请看 .mouding/log/${name}.log，并运行 npx mouding doctor。`,
    `The service ${name} ended three times within 30 seconds (last: ${ending}), so everything was stopped. See .mouding/log/${name}.log and run npx mouding doctor.`,
  );
}

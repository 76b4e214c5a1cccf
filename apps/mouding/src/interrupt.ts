import { refuse, type Refused } from './words.ts';

/** A request from outside to stop: Ctrl-C, a terminal that was closed, a service manager. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Resolves when it was made. */
  readonly asked: Promise<void>;
  /** Lets the signals have their usual effect again. */
  ignore(): void;
}

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for the signals by which a person or a machine ends a program. Repeated ones change nothing. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  const onSignal = (): void => {
    controller.abort();
    resolve();
  };
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    asked: promise,
    ignore: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}

/** What a command answers that was interrupted. */
export function interrupted(): Refused {
  return refuse('已按要求停止。', 'Stopped as asked.');
}

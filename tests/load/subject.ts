/**
 * The side of a compared store: one process that is told by its parent to work for a while with some number of
 * clients, and answers what it got done. It imports nothing, so that peers with packages of their own can use it.
 */

/** A store that is opened and can do one thing again and again. */
export interface Subject {
  /** One operation; `client` is from 0. Resolves when the store has acknowledged it. */
  op(i: number, client: number): Promise<unknown>;
  /** Anything else that the parent may ask for, by name. */
  readonly also?: Readonly<Record<string, (wish: never) => Promise<unknown>>>;
  close?(): Promise<unknown>;
}

export interface Load {
  readonly clients: number;
  readonly ms: number;
}

/** What one load gave. Times in milliseconds, `cpu` in microseconds of this process. */
export interface Sample {
  readonly done: number;
  readonly failed: number;
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  /** The first failure in words. */
  readonly trouble: string | null;
}

export type Wish = { readonly load: Load } | { readonly also: string; readonly wish: unknown } | 'close';

/** Opens the subject with the settings that the parent gave, and serves it until told to close. */
export async function present<Settings>(open: (settings: Settings) => Promise<Subject>): Promise<void> {
  const subject = await open(JSON.parse(process.argv[2] ?? 'null') as Settings);
  const counter = { next: 0 };
  process.on('message', (wish: Wish) => {
    serve(subject, counter, wish).then(
      (answer) => process.send?.({ answer }),
      (error: unknown) => process.send?.({ failed: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ answer: 'ready' });
}

async function serve(subject: Subject, counter: Counter, wish: Wish): Promise<unknown> {
  if (wish === 'close') {
    setImmediate(() => process.disconnect());
    return subject.close?.();
  }
  if ('load' in wish) return run(subject, counter, wish.load);
  const more = subject.also?.[wish.also];
  if (!more) throw new Error(`nothing is called ${wish.also}`);
  return more(wish.wish as never);
}

interface Counter {
  next: number;
}

async function run(subject: Subject, counter: Counter, { clients, ms }: Load): Promise<Sample> {
  const times: number[] = [];
  const failures: string[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  const until = began + ms;
  const client = async (_: unknown, number: number): Promise<void> => {
    for (let start = performance.now(); start < until; start = performance.now()) {
      try {
        await subject.op(counter.next++, number);
        times.push(performance.now() - start);
      } catch (error) {
        failures.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return {
    done: times.length,
    failed: failures.length,
    ms: took,
    p50: at(0.5),
    p99: at(0.99),
    cpu: user + system,
    trouble: failures[0] ?? null,
  };
}

/** What waits before what: a vote or an approval, another command, a read, an export. */
export const CLASSES = ['decide', 'submit', 'read', 'export'] as const;
export type RequestClass = (typeof CLASSES)[number];

/** How many requests are worked on and how many wait. */
export interface Capacities {
  readonly atOnce: number;
  readonly waiting: { readonly [C in RequestClass]: number };
  /** A request waits at most so long, in milliseconds. */
  readonly patienceMs: number;
}

/** Leave to work on a request. Whoever has it must give it back, once. */
export type Leave = () => void;

interface Waiter {
  readonly admit: () => void;
}

/**
 * Lets so many requests work at once and so many wait; what is too much is refused at once, which costs nothing, instead
 * of waiting without end, which would cost everybody. The places that come free go to the most important first.
 */
export class Admission {
  private readonly capacities: Capacities;
  private readonly queues: { readonly [C in RequestClass]: Set<Waiter> } = {
    decide: new Set(),
    submit: new Set(),
    read: new Set(),
    export: new Set(),
  };
  /** Classes of which somebody waited in vain, until a place comes free that they could have. */
  private readonly hopeless = new Set<RequestClass>();
  private working = 0;

  constructor(capacities: Capacities) {
    this.capacities = capacities;
  }

  /** How many are worked on, and how many wait in each class. */
  get load(): { readonly working: number; readonly waiting: { readonly [C in RequestClass]: number } } {
    const { decide, submit, read, export: exported } = this.queues;
    const waiting = { decide: decide.size, submit: submit.size, read: read.size, export: exported.size };
    return { working: this.working, waiting };
  }

  /**
   * Whether a request of this class could work now or wait. Once somebody of a class has waited in vain, nobody waits
   * there any more before more important ones leave a place: they would hear late what can be said at once.
   */
  hasRoom(of: RequestClass): boolean {
    if (this.working < this.capacities.atOnce) return true;
    return !this.hopeless.has(of) && this.queues[of].size < this.capacities.waiting[of];
  }

  /** Resolves with a leave, or with nothing when too many wait, or it waited too long, or `gone` came. */
  async enter(of: RequestClass, gone: AbortSignal): Promise<Leave | undefined> {
    if (gone.aborted) return undefined;
    if (this.working < this.capacities.atOnce) {
      this.working += 1;
      return this.leave();
    }
    return this.hasRoom(of) ? this.wait(of, gone) : undefined;
  }

  private async wait(of: RequestClass, gone: AbortSignal): Promise<Leave | undefined> {
    const queue = this.queues[of];
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter: Waiter = { admit: () => resolve(true) };
    const giveUp = (): void => {
      if (queue.delete(waiter)) resolve(false);
    };
    queue.add(waiter);
    const timer = setTimeout(() => {
      this.hopeless.add(of);
      giveUp();
    }, this.capacities.patienceMs);
    gone.addEventListener('abort', giveUp, { once: true });
    const admitted = await promise;
    clearTimeout(timer);
    gone.removeEventListener('abort', giveUp);
    return admitted ? this.leave() : undefined;
  }

  private leave(): Leave {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.next();
    };
  }

  /** Hands the place on to whoever waits first in the most important class. */
  private next(): void {
    for (const name of CLASSES) {
      this.hopeless.delete(name);
      const [waiter] = this.queues[name];
      if (!waiter) continue;
      this.queues[name].delete(waiter);
      waiter.admit();
      return;
    }
    this.working -= 1;
  }
}

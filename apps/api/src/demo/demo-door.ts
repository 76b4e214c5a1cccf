import { DemoTour } from '@mouding/contract';
import { ProblemError } from '@mouding/shell';

/** {@link DemoDoor}, or null where no launcher runs the demo. */
export const DEMO_DOOR = Symbol('demo-door');

/** What the launcher of the demo answers to: who takes part, and 把余下的走完. */
export interface DemoDoor {
  tour(): Promise<DemoTour>;
  /** @throws ProblemError unavailable */
  tell(what: 'play' | 'stop'): Promise<DemoTour>;
}

/** Longer than signing in once for every account of the demo takes. */
const PATIENCE_MS = 20_000;

/** Speaks to the launcher on this machine. @param address of its door, with the word that it wants to hear */
export function demoDoorAt(address: string): DemoDoor {
  const ask = async (method: 'GET' | 'POST', path: string): Promise<DemoTour> => {
    try {
      const answer = await fetch(`${address}/${path}`, { method, signal: AbortSignal.timeout(PATIENCE_MS) });
      return DemoTour.parse(await answer.json());
    } catch {
      throw new ProblemError('unavailable');
    }
  };
  return { tour: () => ask('GET', 'tour'), tell: (what) => ask('POST', what) };
}

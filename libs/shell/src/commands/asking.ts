import type { Json } from '@mouding/evidence';
import type { Settled } from '@mouding/ledger';
import type { Language } from '../problem/language.ts';

/** A command as it comes in: who asks, what, of which stream. */
export interface Asking {
  readonly institution: string;
  /** The signed-in person; null for the clock, which acts without one. */
  readonly person: string | null;
  /** `resource.verb`. */
  readonly verb: string;
  /** The stream's id; null when the command makes one and the server gives the id. */
  readonly id: string | null;
  readonly body: unknown;
  /** Idempotency key, unique for the person. */
  readonly key: string;
  /** The post in whose capacity the person wants to act; null takes the first that the policy allows. */
  readonly post: string | null;
  /** The version that the person looked at; null where none is asked for. */
  readonly expected: number | null;
  /** A deadline that this command answers, done with whatever comes out. */
  readonly deadline: Required<Settled> | null;
  readonly language: Language;
  /** The step-up that was passed for this very command, where it is asked for. */
  readonly stepUp?: string | null;
}

/** What goes back: also stored under the key, and given again for it byte by byte. */
export interface Answered {
  readonly status: number;
  readonly body: Json;
  /** Whether it was given before. */
  readonly replayed: boolean;
}

/** Who stands for the clock among the persons of idempotency keys. */
export const CLOCK_PERSON = 'clock';

/** What the clock asks: whatever stands there now, in no post. */
export const askedByClock = (
  what: Pick<Asking, 'institution' | 'verb' | 'id' | 'body' | 'key'>,
  deadline: Asking['deadline'] = null,
): Asking => ({ ...what, person: null, post: null, expected: null, deadline, language: 'zh' });

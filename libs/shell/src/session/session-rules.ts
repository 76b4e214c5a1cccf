import type { Settings } from '../config.ts';

/** How long sessions last and how they travel. Machine time. */
export interface SessionRules {
  /** Whether people come by https: then the cookie travels over nothing else. */
  readonly secure: boolean;
  /** Until a session ends, however much it is used. */
  readonly seconds: number;
  /** Until it ends without use. */
  readonly idleSeconds: number;
  /** Sessions that a person has at once. */
  readonly atMost: number;
}

/** What the composition root hands in: {@link SessionRules}. */
export const SESSION_RULES = Symbol('session rules');

export const sessionRules = ({
  PUBLIC_URL,
  SESSION_HOURS,
  SESSION_IDLE_MINUTES,
  SESSIONS_PER_PERSON,
}: Pick<
  Settings,
  'PUBLIC_URL' | 'SESSION_HOURS' | 'SESSION_IDLE_MINUTES' | 'SESSIONS_PER_PERSON'
>): SessionRules => ({
  secure: PUBLIC_URL?.startsWith('https:') ?? false,
  seconds: Math.round(SESSION_HOURS * 3600),
  idleSeconds: Math.round(SESSION_IDLE_MINUTES * 60),
  atMost: SESSIONS_PER_PERSON,
});

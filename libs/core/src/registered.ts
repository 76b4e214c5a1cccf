import type { z } from 'zod';
import type { Command } from './decider.ts';
import type { Kind } from './stream.ts';

/** A command with the schema of its body; what only the clock gives has none for a person to fill in. */
export interface Registered {
  readonly command: Command<Kind, unknown>;
  readonly body: z.ZodType | null;
}

export const by = <B>(command: Command<Kind, B>, body: z.ZodType<B>): Registered => ({ command, body });
export const byClock = <B>(command: Command<Kind, B>): Registered => ({ command, body: null });

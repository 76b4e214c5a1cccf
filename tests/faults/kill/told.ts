import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '@mouding/contract';
import type { Company } from '../../play/company.ts';
import { isMaking, keyOf, send, type Heard, type Wish } from '../../play/http.ts';
import { wishOf, type Act } from '../../play/stage.ts';

/** A command as its client remembers it: what was asked under which key, and what was heard. */
export interface Told {
  readonly act: Act;
  readonly key: string;
  /** As it was answered, to be sent once more. */
  readonly wish: Wish;
  /** The acknowledged answer; null when the client gave up without one: it may or may not have happened. */
  readonly heard: Heard | null;
}

/** What the clients of a run remember, and how often they had to ask. */
export interface Memory {
  readonly told: Told[];
  readonly kept: { readonly who: Act['who']; readonly hash: string; readonly content: string }[];
  retries: number;
  /** Answers that no client should hear, whatever falls. */
  readonly strange: string[];
  /** Longest time without any acknowledged answer, in milliseconds. */
  silence: number;
  lastHeard: number;
}

export const emptyMemory = (): Memory => ({
  told: [],
  kept: [],
  retries: 0,
  strange: [],
  silence: 0,
  lastHeard: performance.now(),
});

const PATIENCE = 10_000;
/** A client that hears nothing for so long says that the system is stuck. */
const DESPAIR = 240_000;
/** Problems that ask to be asked again. */
const AGAIN: ReadonlySet<string> = new Set(['in-flight', 'conflict', 'unavailable', 'too-many']);

/**
 * Gives a command and asks again under the same key until it is answered.
 *
 * @param hasty gives up at the first sign of trouble, so that nobody knows what became of it
 * @returns the answer; null when nobody knows
 */
export async function tell(
  company: Company,
  memory: Memory,
  act: Act,
  hasty: boolean,
): Promise<Heard | null> {
  let wish = await patiently(memory, () => wishOf(company, act));
  const key = keyOf(wish);
  for (const from = performance.now(); performance.now() - from < DESPAIR;) {
    const heard = await attempt(company, memory, wish);
    const isAnswer = heard !== undefined && heard.status !== 412;
    if (isAnswer || hasty) return remember(memory, { act, key, wish, heard: isAnswer ? heard : null });
    if (heard) wish = await newer(company, memory, act, wish);
    else await pause(20 + 80 * Math.random());
  }
  throw new Error(`${act.verb} by ${act.who} was never answered`);
}

/** Looks again and asks under the same key in the version of now. */
async function newer(company: Company, memory: Memory, act: Act, wish: Wish): Promise<Wish> {
  if (isMaking(act.verb)) throw new Error(`412 for ${act.verb}, which has no version`);
  const { headers } = await patiently(memory, () => wishOf(company, act));
  return { ...wish, headers: { ...wish.headers, 'if-match': headers?.['if-match'] ?? '' } };
}

/** One attempt: the answer, or undefined when it must be asked again. */
async function attempt({ api }: Company, memory: Memory, wish: Wish): Promise<Heard | undefined> {
  const heard = await send(api, { ...wish, patience: PATIENCE }).catch(() => undefined);
  if (heard && isFinal(heard)) return heard;
  memory.retries += 1;
  if (heard && !AGAIN.has(codeOf(heard))) memory.strange.push(`${wish.path} ${heard.status} ${heard.text}`);
  return undefined;
}

/** Carried out, refused, or asked in an old version; everything else says to come again. */
const isFinal = ({ status, text }: Heard): boolean =>
  status < 400 || status === 412 || problemOf(text)?.because !== undefined;

const codeOf = ({ text }: Heard): string => problemOf(text)?.code ?? '';

function problemOf(text: string): Problem | undefined {
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function remember(memory: Memory, told: Told): Heard | null {
  const now = performance.now();
  if (told.heard !== null) {
    memory.silence = Math.max(memory.silence, now - memory.lastHeard);
    memory.lastHeard = now;
  }
  memory.told.push(told);
  return told.heard;
}

/** Does what changes nothing until it succeeds. @throws Error when it does not for too long */
export async function patiently<T>(memory: Memory, work: () => Promise<T>): Promise<T> {
  for (const from = performance.now(); ;) {
    try {
      return await work();
    } catch (error) {
      memory.retries += 1;
      if (performance.now() - from > DESPAIR) throw error;
      await pause(50);
    }
  }
}

import type { Json } from '@mouding/evidence';
import { z } from 'zod';
import { Day, dayOf, startOfDay } from '../calendar.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../decider.ts';
import { earliest, Elsewhere, elsewhereNeeds, notSo } from '../elsewhere.ts';
import { against, type Refusal, type Said } from '../refusal.ts';
import { streamName } from '../stream.ts';

/**
 * Appointments and changes of departments are dated. What takes effect on a later day waits in the org stream for the
 * clock; what took effect on an earlier one is a claim that a second person confirms before it counts.
 */
export const DATED = {
  on: Day.optional().meta({
    description:
      '生效日期，不填为即时；以后的日期届时自动生效 · the day on which it takes effect; now when left out',
  }),
  document: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .optional()
    .meta({ description: '文号 · the number of its document' }),
  elsewhere: Elsewhere.optional().meta({
    description:
      '补录以前已生效的任免、调整，须另一人核对 · what took effect before, confirmed by a second person',
  }),
};
export interface Dated {
  readonly on?: string | undefined;
  readonly document?: string | undefined;
  readonly elsewhere?: Elsewhere | undefined;
}

/** A dated act that has not taken effect: it waits for its day, or, without one, for the second person. */
export interface Planned {
  readonly act: string;
  readonly verb: string;
  readonly body: { readonly [key: string]: Json };
  /** The law time from which it counts. */
  readonly at: string;
  readonly waits: 'day' | 'second-person';
  /** Who asked for it. */
  readonly by: string | null;
  /** The post that is asked to confirm it. */
  readonly checker: string | null;
}
export type PlannedFact =
  | { readonly type: 'ActPlanned'; readonly data: { -readonly [K in keyof Planned]: Planned[K] } }
  | {
      readonly type: 'PlannedActCarriedOut';
      readonly data: { act: string; how: 'day' | 'second-person'; confirmer: string | null };
    }
  | {
      readonly type: 'PlannedActLapsed';
      readonly data: { act: string; rule: string; said: { zh: string; en: string } };
    }
  | { readonly type: 'PlannedActWithdrawn'; readonly data: { act: string; how: 'withdrawn' | 'declined' } };

/** A planned act that came to nothing on its day: the rule that stood against it, and in words. */
export interface Lapsed extends Planned {
  readonly rule: string;
  readonly said: Said;
}

/** What the clock, the second person and the preview need of an act that takes effect on a day. */
export interface DatedAct {
  readonly verb: `org.${string}`;
  needs(known: Known, body: unknown): readonly Need[];
  /** The facts of the act if it takes effect at this law time; `asker` asked for it, whoever carries it out. */
  carry(given: Given, body: unknown, at: string, asker: string | null): Decision;
}

interface Wish<B> {
  readonly verb: `org.${string}`;
  readonly schema: z.ZodType<B>;
  needs(body: B, known: Known): readonly Need[];
  /** What stands against it on whichever day: asked when it is planned. */
  standing(given: Given, body: B): Refusal | null;
  effect(given: Given, body: B, at: string, asker: string | null): Decision;
}

/** A command that takes effect at once, on its day, or, where that day has passed, once a second person confirms it. */
export function dated<B extends Dated>(wish: Wish<B>): Command<'org', B> & { readonly act: DatedAct } {
  const { verb, schema, effect } = wish;
  return {
    verb,
    on: 'org',
    concurrent: true,
    needs: (known, id, body) => [
      { write: streamName('org', id) },
      ...wish.needs(body, known),
      ...(body.elsewhere ? elsewhereNeeds(body.elsewhere) : []),
    ],
    decide(given, _, body) {
      const day = dayGiven(body) ?? dayOf(given.now);
      const today = dayOf(given.now);
      if (day === today && !body.elsewhere) return effect(given, body, given.now, given.actor.person);
      const refusal = misdated(given, body, day) ?? wish.standing(given, body);
      return refusal ? refuse(refusal) : plan(given, verb, body, startOfDay(day));
    },
    act: {
      verb,
      needs: (known, body) => wish.needs(schema.parse(body), known),
      carry: (given, body, at, asker) => effect(given, schema.parse(body), at, asker),
    },
  };
}

/** The day on which it takes effect, where the body says one. */
export const dayGiven = ({ on, elsewhere }: Dated): string | undefined =>
  on ?? (elsewhere ? dayOf(earliest(elsewhere)) : undefined);

function misdated(given: Given, { elsewhere }: Dated, day: string): Refusal | null {
  const today = dayOf(given.now);
  if (elsewhere) return notSo(given, elsewhere) ?? (day > today ? ahead(day, today) : null);
  if (day > today) return null;
  return against(
    'org.back-dated',
    `生效日期${day}早于今日，应当补录并由另一人核对`,
    'A day that has passed is recorded with its paper and confirmed by a second person',
    { day, today },
    { zh: '请注明文件、发生时间，附扫描件', en: 'Say how and when it happened, with its document' },
  );
}

const ahead = (day: string, today: string): Refusal =>
  against(
    'record.happened',
    '补录的生效日期不能晚于今日',
    'What is recorded must have taken effect already',
    { day, today },
    { zh: '以后生效的，请直接办理，不作补录', en: 'Ask for what takes effect later as an act' },
  );

function plan(given: Given, verb: string, body: Dated, at: string): Decision {
  const data: Planned = {
    act: given.id('act'),
    verb,
    body: JSON.parse(JSON.stringify(body)) as Planned['body'],
    at,
    waits: body.elsewhere ? 'second-person' : 'day',
    by: given.actor.person,
    checker: body.elsewhere?.checker ?? null,
  };
  return { facts: [record(streamName('org', given.institution), { type: 'ActPlanned', data: { ...data } })] };
}

import type { Json } from '@mouding/evidence';
import { streamName, type Refusal, type StreamName } from '@mouding/core';
import { rowsOf } from '../reading/rows-of.ts';
import type { Attempt } from './attempt.ts';
import type { Decided } from './writing.ts';

/** Where refusals of a case go; what belongs to no case goes to the institution's own. */
export const refusalStreamOf = (trial: Attempt): StreamName<'refusal'> =>
  streamName('refusal', caseOf(trial) ?? caseNamed(trial) ?? trial.asking.institution);

/** The case that the stream serves. */
const caseOf = ({ world, target }: Attempt): string | null =>
  rowsOf(world, streamName(target.command.on, target.id))?.item?.case ?? null;

/** The case that a command names which makes something in it. */
function caseNamed({ world, asking }: Attempt): string | null {
  const { case: named } = asking.body as { case?: unknown };
  return typeof named === 'string' && world.version(streamName('case', named)) > 0 ? named : null;
}

/** The fact that an act was refused: the rule and what decided, not the sentence and no words of whoever asked. */
export function refused(
  { target, asking }: Attempt,
  stream: StreamName,
  { because, rule, facts }: Refusal,
): Decided {
  const data = {
    verb: asking.verb,
    target: streamName(target.command.on, target.id),
    because,
    rule,
    facts: wordless(facts, asking.body),
  };
  return { facts: [{ stream, fact: { type: 'ActRefused', data } }] };
}

/** Ids, hashes, days, instants, streams and the codes of the house: what a person types has another form. */
const CODE =
  /^(?:[0-9a-f-]{36}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|[a-z][a-z0-9-]{0,39}(?:[/:@][\w:@/-]{1,80})?|请示|报告)$/;

/**
 * The deciding facts without any words that came with the request, which would stand in the log for ever: a second
 * wall behind the decisions, which name such things only in their sentence.
 */
export function wordless(facts: Refusal['facts'], body: unknown): Refusal['facts'] {
  const sent = new Set(stringsOf(body).filter((word) => !CODE.test(word)));
  const clean = (value: Json): Json => {
    if (typeof value === 'string') return sent.has(value) ? null : value;
    if (Array.isArray(value)) return value.map(clean);
    return value !== null && typeof value === 'object' ? cleaned(value as Refusal['facts']) : value;
  };
  const cleaned = (values: Refusal['facts']): { [key: string]: Json } =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, clean(value)]));
  return cleaned(facts);
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...keys, ...Object.values(value).flatMap(stringsOf)];
}

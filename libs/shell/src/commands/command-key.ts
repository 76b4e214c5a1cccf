import { createHash } from 'node:crypto';
import type { Command, Kind } from '@mouding/core';
import { canonical, type Json } from '@mouding/evidence';
import type { CommandKey } from '@mouding/ledger';
import { CLOCK_PERSON, type Asking } from './asking.ts';

/** A password is no part of what a key stands for: its hash would let it be guessed offline. */
const withoutPassword = (body: unknown): Json =>
  JSON.parse(JSON.stringify(body, (name, value: unknown) => (name === 'password' ? '' : value))) as Json;

/** What a command is called under its key: the step-up that it asks for is bound to the same words. */
export function keyOf(
  { person, key, verb, id, body }: Asking,
  { on, judged }: Command<Kind, unknown>,
): CommandKey {
  return {
    person: person ?? CLOCK_PERSON,
    key,
    verb,
    target: id === null ? on : `${on}/${id}`,
    bodyHash: createHash('sha256')
      .update(canonical(withoutPassword(body)))
      .digest('hex'),
    judged: judged ?? false,
  };
}

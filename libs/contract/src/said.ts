import { z } from 'zod';

/** The same sentence in the two languages of the house. */
export const Said = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Said' });

/** Facts that decided a rule, as data. */
export const DecidingFacts = z.record(z.string(), z.unknown()).meta({ id: 'DecidingFacts' });

/** An instant of law time: UTC with milliseconds. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .meta({ id: 'Instant', description: '法定时间（UTC）· law time in UTC with milliseconds' });

export const Id = z.uuid().meta({ id: 'Id' });

/** The hash of an entry's leaf, hex. */
export const LeafHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'LeafHash' });

/** A stream's name, `kind/uuid`. */
export const Stream = z
  .string()
  .regex(/^[a-z]+\/[0-9a-f-]{36}$/)
  .meta({ id: 'Stream' });

/** The case that something belongs to, by its title. */
export const OfCase = z.strictObject({ id: Id, title: z.string() });

import { queryOptions } from '@tanstack/react-query';
import { bodyAsked } from '../../../ui/verb-form/asks.ts';
import { schemaFrom } from './published.ts';
import type { Schema } from './schema.ts';

/** What may be written in the body of a verb; nothing for a verb that the server does not take. It never changes while the page is open. */
export const schemaQuery = (verb: string) =>
  queryOptions({ queryKey: ['schema', verb], queryFn: () => schemaAsked(verb), staleTime: Infinity });

async function schemaAsked(verb: string): Promise<Schema> {
  const body = await bodyAsked(verb);
  return body ? schemaFrom(body.shape, body.defs) : {};
}

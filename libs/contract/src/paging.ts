import { z } from 'zod';

const Limit = z.coerce.number().int().min(1).max(200).default(50);

/** How lists are asked for. The cursor is opaque: take it from the answer before. */
export const PageQuery = z
  .strictObject({ limit: Limit, cursor: z.string().max(400).optional() })
  .meta({ id: 'PageQuery' });
export type PageQuery = z.infer<typeof PageQuery>;

export const NextPage = z
  .strictObject({ next: z.string().nullable(), hasNext: z.boolean() })
  .meta({ id: 'NextPage' });

/** A page of a list; there is no total on purpose. */
export const pageOf = <T extends z.ZodType>(item: T, id: string) =>
  z.strictObject({ items: z.array(item), page: NextPage }).meta({ id });

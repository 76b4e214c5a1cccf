import { z } from 'zod';
import { May } from './answer.ts';
import { Id, Stream } from './said.ts';

const Holder = z.strictObject({ person: Id, name: z.string().nullable() });

export const Organisation = z
  .strictObject({
    id: Id,
    stream: Stream,
    version: z.int(),
    name: z.string(),
    code: z.string(),
    kind: z.enum(['unit', 'authority']),
    mode: z.enum(['live', 'rehearsal']),
    departments: z.array(z.strictObject({ id: Id, name: z.string(), kind: z.string() })),
    posts: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        as: z.string(),
        words: z.string(),
        department: Id.nullable(),
        filled: z.boolean(),
        holder: Holder.nullable().meta({
          description: 'null when vacant, or when you may not see who holds it',
        }),
      }),
    ),
    bodies: z.array(
      z.strictObject({
        id: Id,
        key: z.string(),
        name: z.string(),
        seats: z.array(z.strictObject({ post: Id, title: z.string(), role: z.string() })),
      }),
    ),
    may: z.array(May),
  })
  .meta({ id: 'Organisation', description: '科室、岗位与议事决策机构 · departments, posts and bodies' });
export type Organisation = z.infer<typeof Organisation>;

import { BindingDocument, Definition } from '@mouding/core';
import { z } from 'zod';
import { May } from './answer.ts';
import { pageOf } from './paging.ts';
import { Id, Stream } from './said.ts';

const Version = z.object({
  version: z.int(),
  hash: z.string(),
  document: z.string().nullable(),
  bound: BindingDocument.nullable().meta({
    description: '批准文件及决议 · what it rests on, where it is bound',
  }),
});

export const ProcedureLine = z
  .object({ stream: Stream, id: Id, procedure: z.string(), title: z.string(), versions: z.array(Version) })
  .meta({ id: 'ProcedureLine' });
export type ProcedureLine = z.infer<typeof ProcedureLine>;

export const ProcedurePage = pageOf(ProcedureLine, 'ProcedurePage');
export type ProcedurePage = z.infer<typeof ProcedurePage>;

export const PublishedProcedure = z
  .object({
    ...ProcedureLine.shape,
    version: z.int().meta({ description: '所示版本 · the version that is shown' }),
    revision: z.int().meta({ description: 'version of the stream, as in the ETag' }),
    definition: Definition,
    may: z.array(May),
  })
  .meta({ id: 'PublishedProcedure' });
export type PublishedProcedure = z.infer<typeof PublishedProcedure>;

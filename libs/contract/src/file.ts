import { FileRef } from '@mouding/core';
import { z } from 'zod';
import { Instant } from './said.ts';

export const KeptFile = z
  .strictObject({
    ref: FileRef,
    bytes: z.int().positive(),
    mediaType: z.string().meta({ description: '按内容推断的格式 · guessed by its first bytes' }),
    received: Instant,
  })
  .meta({
    id: 'KeptFile',
    description: '已收原件；received 为您首次传完之时 · an original as it was received',
  });
export type KeptFile = z.infer<typeof KeptFile>;

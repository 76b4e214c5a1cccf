import { ProposeRepair } from '@mouding/core';
import { z } from 'zod';
import { Instant, Said } from './said.ts';

export const RepairPreviewWish = ProposeRepair.pick({ case: true, what: true }).meta({
  id: 'RepairPreviewWish',
  description: '双人复核更正的预览：与提出时相同，不需理由 · as it will be proposed, without a reason',
});
export type RepairPreviewWish = z.infer<typeof RepairPreviewWish>;

export const RepairPreview = z
  .strictObject({
    repair: z.string(),
    words: Said,
    effect: Said.nullable().meta({ description: '确认后的情况 · what it would do once confirmed' }),
    until: Instant.nullable().meta({ description: '逾期失效的时间 · when it would lapse' }),
    refusal: z.strictObject({ rule: z.string(), said: Said, needs: Said.nullable() }).nullable(),
  })
  .meta({ id: 'RepairPreview', description: '更正后的情况；不进入办理记录 · nothing is recorded' });
export type RepairPreview = z.infer<typeof RepairPreview>;

import { z } from 'zod';
import { Id, Instant } from './said.ts';

/** Through which Beijing day what a code brought in keeps its submission from the lead. */
export const HeldUntil = z.string().meta({
  description:
    '待科室负责人确认的最后一日，此后照常提请审阅 · the last day on which it keeps the submission from the lead',
});

/** What was left with 报送码 for a submission and waits for the head. */
export const DepositsWaiting = z
  .array(z.object({ deposit: Id, received: Instant, heldUntil: HeldUntil.optional() }))
  .meta({ description: '已收到、待科室负责人确认 · left with a code, to be confirmed by the head' });

/** A 报送码, shown once: whoever may see the deposit may draw it anew, which makes the old one worthless. */
export const DepositCode = z
  .strictObject({
    code: z.string().meta({ description: '报送码，仅显示这一次 · shown this once' }),
    path: z.string().meta({ description: '上传页面的地址（路径） · path of the page' }),
    until: z.string(),
  })
  .meta({ id: 'DepositCode', description: '报送码 · a code with which one submission may be left' });
export type DepositCode = z.infer<typeof DepositCode>;

/** Everything that a code shows to whoever has it. */
export const DepositPage = z
  .strictObject({
    department: z.string(),
    label: z.string(),
    due: Instant.nullable(),
    until: z.string().meta({ description: '报送码有效期至（当日含） · good until this day' }),
    rehearsal: z.boolean().meta({ description: '演练 · an institution that rehearses' }),
  })
  .meta({ id: 'DepositPage', description: '凭报送码可见的全部内容 · all that a code shows' });
export type DepositPage = z.infer<typeof DepositPage>;

/** The receipt of what was left with a code. */
export const DepositReceipt = z
  .strictObject({
    received: Instant.meta({ description: '收到时间 · when the last byte was here' }),
    bytes: z.int(),
    sha256: z.string(),
  })
  .meta({ id: 'DepositReceipt', description: '凭报送码上传的回执 · receipt of what was left' });
export type DepositReceipt = z.infer<typeof DepositReceipt>;

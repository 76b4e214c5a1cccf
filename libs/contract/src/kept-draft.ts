import { z } from 'zod';
import { Instant } from './said.ts';

/** How much of one draft is kept, in characters: far more than a form or a definition has. */
const LONGEST = 200_000;
/** How many other texts are kept beside the newest. */
export const OTHERS_KEPT = 2;

/** What a draft is about, as the page names it: `chapter:<id>.agree`. */
export const DraftAbout = z
  .string()
  .regex(/^[A-Za-z0-9.:_-]{1,200}$/)
  .meta({ description: '草稿所属事项 · what the draft is about' });

const text = z.string().max(LONGEST);
const others = z.array(text).max(OTHERS_KEPT).meta({
  description: '在别处写的、与现稿不同的文字 · what was written elsewhere and reads otherwise',
});

/** A draft to be kept. */
export const DraftToKeep = z
  .strictObject({
    text: text.meta({ description: '空串表示已提交或不要了 · empty: sent, or not wanted any more' }),
    others,
    writtenAt: Instant.meta({
      description: '最后一次输入的时间，以本机时钟为准 · by the clock of the machine',
    }),
    seen: z.int().min(0).meta({ description: '所见版本；0 为未见 · the version that was seen; 0 for none' }),
  })
  .meta({ id: 'DraftToKeep' });
export type DraftToKeep = z.infer<typeof DraftToKeep>;

/** A draft as it is kept. */
export const KeptDraft = z
  .object({
    text,
    others,
    writtenAt: Instant.nullable(),
    version: z.int().min(0).meta({ description: '0 为没有草稿 · 0: there is none' }),
  })
  .meta({
    id: 'KeptDraft',
    description:
      '本人尚未提交的文字；加密存放，不进入办理记录，仅本人可见 · what one has typed and not sent; sealed, never in the log',
  });
export type KeptDraft = z.infer<typeof KeptDraft>;

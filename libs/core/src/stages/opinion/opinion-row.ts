import { z } from 'zod';
import { OPINION_SORTS, type OpinionFact } from './opinion-facts.ts';

/** A node of a text, by its id. */
export const NodeId = z
  .string()
  .regex(/^n[0-9a-z]{10}$/)
  .meta({ id: 'NodeId', description: '条文的标识 · a node of a text' });

/** The most opinions that one answer brings. */
export const MOST_OPINIONS = 200;

/** One opinion as it is given: its place and its words. */
export const OpinionRow = z.strictObject({
  about: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: '对应位置（篇章、条款） · the place in the text' }),
  clause: NodeId.nullable()
    .optional()
    .meta({ description: '所针对的条文；总体意见不填 · the clause; none for an opinion on the whole' }),
  quote: z.string().min(1).max(2000).nullable().meta({ description: '原文 · the passage' }),
  sort: z
    .enum(OPINION_SORTS)
    .optional()
    .meta({ description: '修改建议、文字意见、总体意见 · what sort of opinion it is' }),
  wording: z.string().trim().min(1).max(4000).meta({ description: '修改意见 · the opinion' }),
  proposed: z
    .string()
    .min(1)
    .max(8000)
    .optional()
    .meta({ description: '建议改为 · the text that is proposed instead' }),
});
export type OpinionRow = z.infer<typeof OpinionRow>;

/** 座谈会、电话: where it was said, who said it, who wrote it down. All of it is sealed. */
export const Spoken = {
  speaker: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .meta({ description: '提出人（可不填） · who said it' }),
  place: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .nullable()
    .default(null)
    .meta({ description: '座谈会等的地点 · where it was said' }),
  writer: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .meta({ description: '记录人 · who wrote it down' }),
} as const;
export type Spoken = { readonly [K in keyof typeof Spoken]: string | null };

type Given = Extract<OpinionFact, { type: 'OpinionGiven' }>['data'];

/** What the fact says of where an opinion belongs: nothing that is personal. */
export const anchorOf = ({
  clause,
  quote,
  sort,
}: Pick<OpinionRow, 'clause' | 'quote' | 'sort'>): Pick<Given, 'clause' | 'quoted' | 'sort'> => ({
  ...(clause ? { clause } : {}),
  ...(quote === null ? {} : { quoted: true }),
  ...(sort === undefined ? {} : { sort }),
});

/** What is sealed of it. */
export const wordsOf = (
  { about, quote, wording, proposed }: OpinionRow,
  { speaker, place, writer }: Partial<Spoken> = {},
) => ({
  about,
  wording,
  quote,
  ...(proposed === undefined ? {} : { proposed }),
  ...(speaker ? { speaker } : {}),
  ...(place ? { place } : {}),
  ...(writer ? { writer } : {}),
});

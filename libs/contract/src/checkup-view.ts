import { NodeId, TextRef } from '@mouding/core';
import { z } from 'zod';
import { Said } from './said.ts';

export const CheckupItem = z
  .object({
    rule: z.string().meta({ description: '校核规则 · the rule' }),
    severity: z
      .enum(['error', 'warning', 'advice'])
      .meta({ description: '错误、疑点、建议 · how grave it is' }),
    origin: z
      .enum(['author', 'import'])
      .meta({ description: '起草或者导入残留 · what an author wrote, or what a conversion left' }),
    node: NodeId.nullable().meta({
      description: '所在条文；未条目化的为空 · the node, where the text has nodes',
    }),
    place: z.string().meta({ description: '所在章节或者行 · where it stands' }),
    line: z.int().meta({ description: '行，从1起 · the line of the plain reading, from 1' }),
    column: z.int().meta({ description: '行内位置，从0起 · the character of that line, from 0' }),
    quote: z.string().meta({ description: '所指文字 · its words as they stand' }),
    message: Said,
    why: Said,
    mend: Said,
    also: z.array(z.int()).meta({ description: '相关行 · other lines that belong to it' }),
    waived: z.boolean().meta({ description: '已豁免 · let stand, with reasons' }),
  })
  .meta({ id: 'CheckupItem', description: '一处校核结果 · one finding' });

export const CheckupReport = z
  .object({
    text: TextRef,
    errors: z.int().meta({ description: '未改正也未豁免的错误 · errors neither mended nor let stand' }),
    warnings: z.int(),
    advice: z.int(),
    waived: z.int(),
    items: z.array(CheckupItem),
  })
  .meta({ id: 'CheckupReport', description: '文稿校核 · what the checkup found in a text' });
export type CheckupReport = z.infer<typeof CheckupReport>;

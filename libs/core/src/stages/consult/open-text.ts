import { z } from 'zod';
import { record, refuse, type Command } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { consultationNeeds } from './consultation.ts';

export const OpenText = z
  .strictObject({})
  .meta({ id: 'OpenText', description: '阅看征求意见稿，登记已阅 · opens the text, which is noted once' });

/** 已阅: a department that was asked has opened the text. Noted the first time; again, there is nothing to note. */
export const openText: Command<'consultation', z.infer<typeof OpenText>> = {
  verb: 'consultation.open-text',
  on: 'consultation',
  concurrent: true,
  needs: consultationNeeds,
  decide(given, id) {
    const context = given.state('consultation', id)?.context;
    const { department } = given.actor;
    if (!context || department === null || !context.recipients.includes(department))
      return refuse(
        notNow('consultation.recipient', '您所在科室不在征求意见范围内', 'Your department was not asked', {
          department,
        }),
      );
    if (context.read.includes(department)) return { facts: [] };
    const fact = { type: 'TextOpened', data: { department, text: context.text } };
    return { facts: [record(streamName('consultation', id), fact)] };
  },
};

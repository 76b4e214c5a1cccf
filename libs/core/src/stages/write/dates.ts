import { z } from 'zod';
import { Day, endOfDay } from '../../calendar.ts';
import { record, refuse, sealedBy, type Command } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { escalatesAt } from '../escalation.ts';
import { notAfter, undated } from '../extension.ts';
import { Reason } from '../handed-in.ts';
import { chapterNeeds } from './chapter.ts';
import { notOpen } from './input.ts';
import { itsFact } from './submit.ts';

/** The date passed with nothing handed in. */
export const chapterFallDue: Command<'chapter', { due: string }> = {
  verb: 'chapter.fall-due',
  on: 'chapter',
  needs: (_, id) => [{ write: streamName('chapter', id) }],
  decide(given, id, { due }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.due !== due) return { facts: [] };
    return itsFact(id, { type: 'ChapterFellDue', data: { due, escalate: escalatesAt(due) } });
  },
};

/** 提请审阅: the working day after it fell due has begun and still nothing is in; its lead takes note. */
export const escalateChapter: Command<'chapter', { due: string }> = {
  verb: 'chapter.escalate',
  on: 'chapter',
  needs: (_, id) => [{ write: streamName('chapter', id) }],
  decide(given, id) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.escalation !== 'none') return { facts: [] };
    return itsFact(id, { type: 'ChapterEscalated', data: { lead: state.context.lead } });
  },
};

export const SeeChapterEscalation = z
  .strictObject({})
  .meta({ id: 'SeeChapterEscalation', description: '已阅：篇章逾期未报 · takes note that nothing came' });

/** 已阅, by the lead. */
export const seeChapterEscalation: Command<'chapter', z.infer<typeof SeeChapterEscalation>> = {
  verb: 'chapter.see-escalation',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['open'],
  decide(given, id) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.escalation !== 'told')
      return refuse(
        notNow(
          'chapter.escalated',
          '没有提请您审阅的逾期事项，或已阅',
          'Nothing overdue waits for you to take note',
          { status: state?.value ?? 'absent' },
        ),
      );
    return itsFact(id, { type: 'ChapterEscalationSeen', data: { post: state.context.lead } });
  },
};

export const ExtendChapter = z
  .strictObject({
    until: Day.meta({ description: '延期至（含当日） · the new last day' }),
    reason: Reason('延期理由', 'why'),
  })
  .meta({ id: 'ExtendChapter', description: '篇章延期 · gives a chapter more time' });

/** 延期, before the date or after it: handed in within it, it is not late, unless it was received late before. */
export const extendChapter: Command<'chapter', z.infer<typeof ExtendChapter>> = {
  verb: 'chapter.extend',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['open'],
  decide(given, id, { until, reason }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    const { due: from } = state.context;
    if (from === null) return refuse(undated('chapter'));
    const refusal = notAfter('chapter', until, { due: from, now: given.now });
    if (refusal) return refuse(refusal);
    const fact = { type: 'ChapterExtended', data: { from, until, due: endOfDay(until) } };
    return { facts: [record(streamName('chapter', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { lastMoment } from '../../deadlines/grace.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { waitsInTime } from '../deposit/waiting.ts';
import { EXTENDING, extended } from '../extension.ts';
import { fellDue, madeUpFor } from '../fall-due.ts';
import { Reason } from '../handed-in.ts';
import { chapterNeeds } from './chapter.ts';
import { notOpen } from './input.ts';
import { itsFact } from './submit.ts';

/** The date passed, and its grace, with nothing handed in. */
export const chapterFallDue: Command<'chapter', { due: string }> = {
  verb: 'chapter.fall-due',
  on: 'chapter',
  needs: chapterNeeds,
  decide(given, id, { due }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || lastMoment(state.context) !== due) return { facts: [] };
    return itsFact(id, { type: 'ChapterFellDue', data: fellDue(given, state.context, due) });
  },
};

/**
 * 提请审阅: the working day after it fell due has begun and still nothing is in, nor waits, left in time, for the head's
 * word. Its lead is told when the office has released it, unless the procedure leaves that to the clock.
 */
export const escalateChapter: Command<'chapter', { due: string }> = {
  verb: 'chapter.escalate',
  on: 'chapter',
  needs: chapterNeeds,
  decide(given, id, { due }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.escalation !== 'none') return { facts: [] };
    if (waitsInTime(state.context, given.now)) return { facts: [] };
    const { lead, ladder } = state.context;
    const data = { lead, ...madeUpFor(given, state.context, due) };
    return ladder.release === 'clock'
      ? itsFact(id, { type: 'ChapterEscalated', data })
      : itsFact(id, { type: 'ChapterEscalationProposed', data });
  },
};

export const ReleaseChapterEscalation = z.strictObject({}).meta({
  id: 'ReleaseChapterEscalation',
  description: '提请院领导审阅：篇章逾期未报 · puts an overdue chapter before its lead',
});

/** 提请审阅, released by the office; also what it held back before. */
export const releaseChapterEscalation: Command<'chapter', z.infer<typeof ReleaseChapterEscalation>> = {
  verb: 'chapter.release-escalation',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['open'],
  decide(given, id) {
    const state = given.state('chapter', id);
    const { escalation, lead } = state?.context ?? { escalation: 'none', lead: '' };
    return state?.matches('open') && (escalation === 'proposed' || escalation === 'held')
      ? itsFact(id, { type: 'ChapterEscalated', data: { lead } })
      : notProposed(given, id);
  },
};

export const HoldChapterEscalation = z
  .strictObject({ reason: Reason('暂不提请的理由', 'why it is not put before the lead') })
  .meta({
    id: 'HoldChapterEscalation',
    description: '暂不提请院领导审阅 · holds back what would go to the lead',
  });

/** 暂不提请: held back by the office with its reason; it can be released later. */
export const holdChapterEscalation: Command<'chapter', z.infer<typeof HoldChapterEscalation>> = {
  verb: 'chapter.hold-escalation',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['open'],
  decide(given, id, { reason }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.escalation !== 'proposed') return notProposed(given, id);
    const fact = { type: 'ChapterEscalationHeld', data: {} };
    return { facts: [record(streamName('chapter', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

const notProposed = (given: Given, id: string): Decision =>
  refuse(
    notNow(
      'chapter.escalation-proposed',
      '没有拟提请院领导审阅的逾期事项，或已提请、已暂缓',
      'Nothing overdue waits to be put before the lead',
      { status: given.state('chapter', id)?.value ?? 'absent' },
      { zh: '期限届满后的工作日仍未报送', en: 'that nothing has come by the working day after the date' },
    ),
  );

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
  .strictObject(EXTENDING)
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
    const dates = extended(given, 'chapter', until, state.context);
    if ('because' in dates) return refuse(dates);
    const fact = { type: 'ChapterExtended', data: dates };
    return { facts: [record(streamName('chapter', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

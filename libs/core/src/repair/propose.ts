import { z } from 'zod';
import { Day, dayOf, endOfDay } from '../calendar.ts';
import { record, refuse, sealedBy, type Command, type Known, type Need } from '../decider.ts';
import { calendarOf } from '../org/holidays.ts';
import { Key } from '../procedure/definition.ts';
import { notNow, unknownFile } from '../refusal.ts';
import { KINDS, streamName } from '../stream.ts';
import { FileRef } from '../text-ref.ts';
import { addWorkingDays } from '../working-days.ts';
import { effectOfRepair, targetsOf } from './carrying-out.ts';
import type { Proposed } from './repair.ts';

/** 双人复核的期限: working days that a second person has. */
const BOX_DAYS = 3;

const MeetingName = z.templateLiteral(['meeting/', z.uuid()]);

export const ProposeRepair = z
  .strictObject({
    case: z.uuid(),
    what: z.discriminatedUnion('repair', [
      z.strictObject({
        repair: z.literal('attendance'),
        meeting: MeetingName,
        post: z.uuid().meta({ description: '岗位 · the post' }),
        present: z.boolean().meta({ description: '应登记为到会、未到会 · what is right' }),
      }),
      z.strictObject({ repair: z.literal('meeting'), meeting: MeetingName }),
      z.strictObject({
        repair: z.literal('date'),
        stage: Key,
        from: Day.nullable().meta({ description: '现登记的时限日 · the day as it stands' }),
        to: Day.nullable().meta({ description: '正确的时限日 · the right one' }),
      }),
      z.strictObject({
        repair: z.literal('file'),
        about: z.templateLiteral([z.enum(KINDS), '/', z.uuid()]),
        wrong: FileRef,
        right: FileRef,
      }),
    ]),
    reason: z.string().trim().min(1).max(4000).meta({ description: '更正理由 · why' }),
    paper: FileRef.nullable().default(null).meta({ description: '依据材料 · the paper that it rests on' }),
  })
  .meta({
    id: 'ProposeRepair',
    description: '提出更正，待第二人复核 · proposes a repair for a second person',
  });

type Body = z.infer<typeof ProposeRepair>;

/**
 * 提出更正: one of a closed list, with what it will do; it does nothing until a second person in another capacity has
 * confirmed it, and lapses by itself.
 */
export const proposeRepair: Command<'repair', Body> = {
  verb: 'repair.propose',
  on: 'repair',
  needs: (_: Known, id, { case: caseId, what, paper }): readonly Need[] => [
    { write: streamName('repair', id) },
    { read: streamName('case', caseId) },
    ...targetsOf(what).map((need) => ('write' in need ? { read: need.write } : need)),
    ...(paper ? [{ file: paper }] : []),
  ],
  decide(given, id, { case: caseId, what, reason, paper }) {
    if (!given.state('case', caseId))
      return refuse(notNow('repair.case', '没有这项规划编制工作', 'There is no such case'));
    if (paper && !given.hasFile(paper)) return refuse(unknownFile(paper, '所附材料', 'paper'));
    const name = streamName('repair', id);
    const effect = effectOfRepair(given, caseId, what, name);
    if ('rule' in effect) return refuse(effect);
    const { actor, now } = given;
    const until = endOfDay(addWorkingDays(dayOf(now), BOX_DAYS, calendarOf(given)).day);
    const data: Proposed = {
      case: caseId,
      stage: effect.stage,
      repair: what.repair,
      what,
      effect: effect.said,
      paper,
      by: actor.person ?? '',
      post: actor.post,
      as: actor.as,
      until,
    };
    const notices = [{ rule: 'repair.effect', said: effect.said, facts: { repair: what.repair, until } }];
    const fact = { type: 'CorrectionProposed', data };
    return { facts: [record(name, fact, sealedBy(actor, { reason }))], notices, made: name };
  },
};

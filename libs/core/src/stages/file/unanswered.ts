import { z } from 'zod';
import { Day, dayOf, endOfDay } from '../../calendar.ts';
import type { Capacity } from '../../capacity.ts';
import { pausing, resuming } from '../../case/pause.ts';
import { record, refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { belated } from '../../deadlines/belated.ts';
import { doneBy, earliest, Elsewhere, elsewhereNeeds, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { peopleOf } from '../collect/record.ts';
import { INSTRUCTIONS } from './facts.ts';
import { itsCase, standing, type FilingState } from './filing.ts';
import { heldAt, unheld, type Held } from '../head-of.ts';
import { slipOf } from './sent-elsewhere.ts';

/** 逾期未答复: the period for an answer has run out. A date that was moved since says nothing. */
export const filingFallDue: Command<'filing', { due: string }> = {
  verb: 'filing.fall-due',
  on: 'filing',
  during: ['sent'],
  needs: itsCase,
  decide(given, id, { due }) {
    const state = given.state('filing', id);
    const { answerBy = null, no = 0 } = state?.context ?? {};
    if (!state?.matches('sent') || answerBy !== due) return { facts: [] };
    const data = { no, due, ...belated(given, due) };
    return { facts: [record(streamName('filing', id), { type: 'FilingUnanswered', data })] };
  },
};

export const RecordInstruction = z
  .strictObject({
    instruction: z
      .enum(INSTRUCTIONS)
      .meta({ description: '继续等待、催办、不待答复先行印发 · wait, ask again, or issue without it' }),
    until: Day.nullable()
      .default(null)
      .meta({ description: '等待至（继续等待时必填） · until when, for waiting' }),
    leader: z.uuid().meta({ description: '批示领导（岗位） · the post that gave the instruction' }),
    elsewhere: Elsewhere,
  })
  .meta({ id: 'RecordInstruction', description: '登记领导批示（主管部门未答复） · records an instruction' });

type Body = z.infer<typeof RecordInstruction>;

/**
 * 登记批示: what a leader said to do about a filing that nobody answered. It is the leader's, who is told. Issuing
 * without the answer still needs an exemption of the gate (经批准例外) before the stage ends so.
 */
export const recordInstruction: Command<'filing', Body> = {
  verb: 'filing.record-instruction',
  on: 'filing',
  during: ['sent', 'unanswered', 'waived'],
  needs: (known, id, { elsewhere }) => [...itsCase(known, id), ...elsewhereNeeds(elsewhere)],
  decide(given, id, body) {
    const state = given.state('filing', id);
    if (!waiting(state))
      return refuse(
        notNow('filing.unanswered', '没有等待答复的报送', 'No filing waits for an answer', standing(state)),
      );
    const by = heldAt(given.org, body.leader, body.elsewhere);
    if (!by) return refuse(nobody(body.leader));
    const refusal = noDay(given, body);
    return refusal ? refuse(refusal) : instructed(given, id, state, { ...body, by });
  },
};

const waiting = (state: FilingState | undefined): state is FilingState =>
  state !== undefined && ['sent', 'unanswered', 'waived'].some((value) => value === state.value);

function instructed(
  given: Given,
  id: string,
  state: FilingState,
  { instruction, until, leader, elsewhere, by }: Body & { readonly by: Held },
): Decision {
  const { case: caseId, stage, no } = state.context;
  const data = { no, instruction, until: instruction === 'wait' ? until : null, leader };
  const instruct = [record(streamName('filing', id), { type: 'InstructionRecorded', data })];
  const facts = by.person === null ? instruct : doneBy(by, instruct);
  const day = dayOf(earliest(elsewhere));
  // 不待答复: it is our turn. Whoever waits after all, or asks again, leaves it with the authority.
  const turn = instruction === 'issue' ? resuming : pausing;
  const ours = turn(given.state('case', caseId), caseId, stage, day);
  const slip = {
    ...slipOf(id, state, '主管部门未答复的批示'),
    verb: 'filing.record-instruction',
    elsewhere,
    people: peopleOf(by),
    breaches: breachesOf(state, by, elsewhere),
  };
  return asRecorded(given, slip, [...facts, ...ours]);
}

const nobody = (leader: string): Refusal =>
  notNow('filing.leader', '批示人的岗位不存在', 'There is no such post of whoever gave it', { leader });

/** 继续等待 has a day to come; the others have none. */
function noDay(given: Given, { instruction, until }: Body): Refusal | null {
  const today = dayOf(given.now);
  if (instruction !== 'wait' || (until !== null && until >= today)) return null;
  return notNow(
    'filing.until',
    '继续等待须写明等待至今后何日',
    'Waiting is until a day to come',
    { until, today },
    { zh: '请填写等待至的日期', en: 'Give the day' },
  );
}

/** 批示人 is a leader of the house; an instruction before the period has run out only shows. */
function breachesOf(
  { context }: FilingState,
  by: Capacity,
  elsewhere: z.infer<typeof Elsewhere>,
): readonly Breach[] {
  const { answerBy } = context;
  const leading: readonly Breach[] =
    by.as === 'leader'
      ? []
      : [
          {
            effect: 'block',
            notice: {
              rule: 'filing.instructed-by',
              said: { zh: '批示人不是院领导', en: 'Whoever gave the instruction is no leader' },
              facts: { as: by.as },
            },
          },
        ];
  const day = dayOf(earliest(elsewhere));
  const early: readonly Breach[] =
    answerBy !== null && endOfDay(day) < answerBy
      ? [
          {
            effect: 'warn',
            notice: {
              rule: 'filing.period',
              said: { zh: '批示时答复期限尚未届满', en: 'The period for an answer had not run out' },
              facts: { answerBy, day },
            },
          },
        ]
      : [];
  return [...leading, ...early, ...unheld(by)];
}

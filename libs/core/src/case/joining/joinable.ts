import type { Procedure } from '../../procedure/procedure.ts';
import { against, type Refusal } from '../../refusal.ts';

/**
 * Stages at which no case can be taken over, because what they work on is made here alone: the chapters that are joined,
 * the mandate that is carried out. Nobody could end them.
 */
export function unjoinable(procedure: Procedure, stage: string): Refusal | null {
  if (procedure.stage(stage).kind.kind.startsWith('compile@')) return nothingToJoin(stage);
  return procedure.classing.meaning(stage).mandated ? noMandate(stage) : null;
}

/** 汇编初稿 joins chapters that were handed in here: a case that was taken over there would have none. */
const nothingToJoin = (stage: string): Refusal =>
  against(
    'case.join-at',
    '不能从汇编初稿接入：系统中没有可汇编的篇章',
    'A case cannot be taken over at the joining of chapters: there are none here',
    { stage },
    {
      zh: '请从篇章撰写接入，或补录汇编初稿后从下一环节接入',
      en: 'Take it over at the chapters, or record the draft and take it over after it',
    },
  );

/** 授权修改 carries out a mandate that a meeting gave here. */
const noMandate = (stage: string): Refusal =>
  against(
    'case.join-at',
    '不能从授权修改接入：系统中没有会议作出的授权',
    'A case cannot be taken over at a mandate: no meeting here has given one',
    { stage },
    {
      zh: '请从作出授权的审议环节接入并补录该次会议，或补录授权修改后从下一环节接入',
      en: 'Take it over at the gate and record its meeting there, or record the changed text and take it over after it',
    },
  );

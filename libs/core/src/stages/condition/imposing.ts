import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import type { Subject } from '../../case/case.ts';
import { record, sealedBy, type Given, type Known, type Need, type Recorded } from '../../decider.ts';
import { against, type Notice, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { Charge, isKnown, pastDays, raisedAt, type Owner } from '../charge.ts';

export const Conditions = z.array(Charge).min(1).max(20).meta({
  id: 'Conditions',
  description: '原则同意所附的条件 · what the body asks for when it agrees in principle',
});
export type Conditions = z.infer<typeof Conditions>;

/** One condition as the resolution's fact names it: the wording stands sealed in its own stream. */
export interface Imposed {
  readonly condition: StreamName<'condition'>;
  readonly no: number;
  readonly owner: Owner;
  readonly due: string;
}

/** What the conditions belong to. */
export interface Imposing {
  readonly case: string;
  readonly stage: string;
  readonly meeting: StreamName<'meeting'>;
  readonly bodyKey: string;
  readonly subject: Subject;
  readonly presider: string | null;
}

/** The conditions as facts cite them, and the facts that state them; they oblige nobody before they are set. */
export function drafted(
  given: Given,
  of: Imposing,
  conditions: Conditions,
): { readonly imposed: readonly Imposed[]; readonly facts: readonly Recorded[] } {
  const all = conditions.map(({ wording, owner, due }, i) => ({
    wording,
    imposed: { condition: streamName('condition', given.id(`condition-${i + 1}`)), no: i + 1, owner, due },
  }));
  return {
    imposed: all.map(({ imposed }) => imposed),
    facts: all.map(({ wording, imposed: { condition, ...rest } }) =>
      record(
        condition,
        { type: 'ConditionDrafted', data: { ...of, ...rest } },
        sealedBy(given.actor, { wording }),
      ),
    ),
  };
}

/** The facts by which a declared resolution imposes its conditions. */
export const imposing = (
  given: Given,
  { case: caseId, stage }: Pick<Imposing, 'case' | 'stage'>,
  imposed: readonly Imposed[],
): readonly Recorded[] =>
  imposed.length === 0
    ? []
    : [
        ...imposed.map(({ condition, due }) =>
          record(condition, {
            type: 'ConditionSet',
            data: { outcome: 'in-principle', escalate: raisedAt(given, due) },
          }),
        ),
        record(streamName('case', caseId), {
          type: 'ConditionsImposed',
          data: { stage, conditions: imposed.map(({ condition }) => condition) },
        }),
      ];

/** Conditions that nobody could meet: an owner who is not here. */
export const strangeOwner = (given: Given, conditions: Conditions): Refusal | null =>
  strangeOwners(
    given,
    conditions.map(({ owner }, i) => ({ no: i + 1, owner })),
  );

/** The same of conditions that have their numbers. */
export function strangeOwners(
  given: Given,
  conditions: readonly Pick<Imposed, 'no' | 'owner'>[],
): Refusal | null {
  const strange = conditions.flatMap(({ no, owner }) => (isKnown(given, owner) ? [] : [no]));
  if (strange.length === 0) return null;
  return against(
    'meeting.condition-owner',
    `第${strange.join('、')}项条件的责任科室或者岗位不存在`,
    `The owner of condition ${strange.join(', ')} does not exist`,
    { conditions: strange },
    { zh: '请重新选择责任科室或者岗位', en: 'Choose another department or post' },
  );
}

/** 期限不早于今日. */
export function overdueAlready(given: Given, conditions: Conditions): Refusal | null {
  const today = dayOf(given.now);
  const late = pastDays(
    given,
    conditions.map(({ due }) => due),
  );
  if (late.length === 0) return null;
  return against(
    'meeting.condition-due',
    `第${late.join('、')}项条件的落实期限早于今日`,
    `The day for condition ${late.join(', ')} has passed`,
    { conditions: late, today },
  );
}

/** The conditions that the case's bodies have set so far, for `needs`. The case must be needed besides. */
export const conditionNeeds = (known: Known, caseId: string): readonly Need[] =>
  (known.state('case', caseId)?.context.conditions ?? []).map((read) => ({ read }));

/** Conditions on this subject that are neither verified nor waived. They must be known. */
export const unmet = (known: Known, caseId: string, subject: Subject): readonly StreamName<'condition'>[] =>
  (known.state('case', caseId)?.context.conditions ?? []).filter((name) => {
    const state = known.state('condition', parseStream(name).id);
    return state?.context.subject === subject && (state.matches('unmet') || state.matches('met'));
  });

/** 条件未落实: what shows, or shuts the gate, while conditions are open; null when none is. */
export function openConditions(given: Given, caseId: string, subject: Subject): Notice | null {
  const open = unmet(given, caseId, subject);
  if (open.length === 0) return null;
  const numbers = open.map((name) => given.state('condition', parseStream(name).id)?.context.no ?? 0);
  return {
    rule: 'meeting.conditions',
    said: {
      zh: `此前原则同意所附条件尚有${open.length}项未落实（第${numbers.join('、')}项）`,
      en: `${open.length === 1 ? '1 condition of an earlier agreement in principle is' : `${open.length} conditions of an earlier agreement in principle are`} not met (${numbers.join(', ')})`,
    },
    facts: { open: open.length, conditions: [...open] },
  };
}

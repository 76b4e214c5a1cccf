import { z } from 'zod';
import { refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { procedureOf } from '../../case/advance.ts';
import { stageOf } from '../../procedure/definition.ts';
import { weigh, type Weighed } from '../../procedure/effects.ts';
import { capacitiesOf } from '../../policy/capacities.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { QUARANTINING, Reason, type Came } from '../handed-in.ts';
import { confirmedShown } from '../reading/unconfirmed.ts';
import type { ContributionState } from './machine.ts';
import { contributionNeeds, its } from './submit.ts';

const notReceived = (state: ContributionState | undefined): Refusal =>
  notNow('contribution.submitted', '该科室尚未报送或已受理', 'Nothing handed in waits here', {
    status: state?.value ?? 'absent',
  });

const cameIn = ({ context: { text, original } }: ContributionState): Came => ({ text, original });

export const AcceptContribution = z
  .strictObject({
    reason: Reason('受理逾期报送的理由', 'why a late one is accepted').optional(),
  })
  .meta({ id: 'AcceptContribution', description: '受理科室发展规划 · accepts a department plan' });

type Accepting = z.infer<typeof AcceptContribution>;

/** 受理. A late one only by the director, with a reason; its mark stays for ever. */
export const acceptContribution: Command<'contribution', Accepting> = {
  verb: 'contribution.accept',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received'],
  decide(given, id, { reason }) {
    const state = given.state('contribution', id);
    if (!state?.matches('received')) return refuse(notReceived(state));
    const refusal = state.context.late ? notForLate(given, reason) : null;
    if (refusal) return refuse(refusal);
    const own = ownOf(given, state);
    if ('refusal' in own) return own;
    const confirmed = confirmedShown(given, state.context);
    if ('refusal' in confirmed) return confirmed;
    const isOwn = own.notices.length > 0;
    const sealed = sealedBy(given.actor, { reason });
    return {
      ...its(id, { type: 'ContributionAccepted', data: accepted(state, isOwn) }, sealed),
      notices: [...own.notices, ...confirmed.notices],
    };
  },
};

/** What the record says of it: whether it was late, and whether somebody accepted the own department's. */
const accepted = (state: ContributionState, isOwn: boolean) => ({
  ...cameIn(state),
  late: state.context.late,
  ...(isOwn ? { own: true as const } : {}),
});

/** 受理本部门的报送: by somebody of the department that handed in, whatever post is used; the stage weighs it. */
function ownOf(given: Given, { context: { case: caseId, stage, department } }: ContributionState): Weighed {
  const { actor, org } = given;
  const held = actor.person === null ? [] : capacitiesOf(org, actor.person);
  if (![actor, ...held].some((each) => each.department === department)) return { notices: [] };
  const broken = against(
    'submission.own',
    '受理人不受理本部门的报送',
    'Whoever accepts is of the department that handed in',
    { department },
    { zh: '请由规划办其他部门的人员受理', en: 'Let somebody of another department accept it' },
  );
  return weigh(stageOf(procedureOf(given, caseId).definition, stage), broken);
}

function notForLate({ actor }: Given, reason: string | undefined): Refusal | null {
  if (actor.as !== 'office-director')
    return against(
      'contribution.late-director',
      '逾期报送的，须由规划办主任受理',
      'What came late is accepted by the director of the office',
      { as: actor.as },
      { zh: '请规划办主任说明理由后受理', en: 'Ask the director, who gives the reason' },
    );
  if (reason !== undefined) return null;
  return against(
    'contribution.late-reason',
    '受理逾期报送的，须说明理由',
    'Accepting what came late needs a reason',
    {},
    { zh: '请填写理由', en: 'Give the reason' },
  );
}

export const ReturnContribution = z
  .strictObject({ reason: Reason('退回意见', 'why') })
  .meta({ id: 'ReturnContribution', description: '退回科室发展规划 · sends a department plan back' });

/** 退回修改: the department hands in again and is not late for it; the reason is sealed. */
export const returnContribution: Command<'contribution', z.infer<typeof ReturnContribution>> = {
  verb: 'contribution.return',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received'],
  decide(given, id, { reason }) {
    const state = given.state('contribution', id);
    if (!state?.matches('received')) return refuse(notReceived(state));
    return its(id, { type: 'ContributionReturned', data: cameIn(state) }, sealedBy(given.actor, { reason }));
  },
};

export const QuarantineContribution = z
  .strictObject(QUARANTINING)
  .meta({ id: 'QuarantineContribution', description: '请补正：原件无法使用 · the original cannot be used' });

/**
 * 请补正: the original cannot be opened or converted. The department is asked for another one, which counts as received
 * when the first one was.
 */
export const quarantineContribution: Command<'contribution', z.infer<typeof QuarantineContribution>> = {
  verb: 'contribution.quarantine',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received'],
  decide(given, id, { cause, words }) {
    const state = given.state('contribution', id);
    if (!state?.matches('received') || state.context.none) return refuse(notReceived(state));
    return its(
      id,
      { type: 'ContributionQuarantined', data: { ...cameIn(state), cause } },
      sealedBy(given.actor, { words }),
    );
  },
};

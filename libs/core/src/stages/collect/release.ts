import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Need } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { EXTENDING, extended } from '../extension.ts';
import type { ContributionState } from './machine.ts';
import { contributionNeeds, its } from './submit.ts';

const notMissing = (state: ContributionState | undefined): Refusal =>
  notNow(
    'contribution.missing',
    '该科室已报送或已办结，无需延期、免报',
    'The department has handed in, or nothing is asked of it',
    { status: state?.value ?? 'absent' },
  );

export const ExtendContribution = z
  .strictObject(EXTENDING)
  .meta({ id: 'ExtendContribution', description: '延期报送 · gives a department more time' });

/**
 * 延期, before the date or after it: whoever hands in within it is not late, and nothing that was said of it remains. The
 * mark of what was received late before stays, and 延期 shows beside it.
 */
export const extendContribution: Command<'contribution', z.infer<typeof ExtendContribution>> = {
  verb: 'contribution.extend',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['open'],
  decide(given, id, { until, reason }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open')) return refuse(notMissing(state));
    const dates = extended(given, 'contribution', until, state.context);
    if ('because' in dates) return refuse(dates);
    return its(id, { type: 'ContributionExtended', data: dates }, sealedBy(given.actor, { reason }));
  },
};

export const ExcuseContribution = z
  .strictObject({
    reason: Reason('不单独编报的理由', 'why'),
    elsewhere: Elsewhere.optional().meta({
      description: '在系统之外同意的，注明时间和凭据 · how it was agreed to elsewhere',
    }),
  })
  .meta({
    id: 'ExcuseContribution',
    description: '不单独编报（经同意） · lets a department off, with consent',
  });

type Excuse = z.infer<typeof ExcuseContribution>;

/** 不单独编报（经同意）: an ending of its own, by the director, with what it rests on. */
export const excuseContribution: Command<'contribution', Excuse> = {
  verb: 'contribution.excuse',
  on: 'contribution',
  needs: (known, id, { elsewhere }) => {
    const caseId = known.state('contribution', id)?.context.case;
    const held: readonly Need[] = caseId === undefined ? [] : [{ write: streamName('case', caseId) }];
    return [...contributionNeeds(known, id), ...(elsewhere ? [...held, ...elsewhereNeeds(elsewhere)] : [])];
  },
  during: ['open', 'quarantined'],
  decide(given, id, { reason, elsewhere }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') && !state?.matches('quarantined')) return refuse(notMissing(state));
    const stream = streamName('contribution', id);
    const facts = [
      record(stream, { type: 'ContributionExcused', data: {} }, sealedBy(given.actor, { reason })),
    ];
    if (!elsewhere) return { facts };
    const { case: caseId, stage, label } = state.context;
    const slip = { case: caseId, stage, about: stream, verb: 'contribution.excuse', elsewhere };
    return asRecorded(given, { ...slip, title: `补录：${label}不单独编报`, people: [], breaches: [] }, facts);
  },
};

import { z } from 'zod';
import { Day, endOfDay } from '../../calendar.ts';
import { record, refuse, sealedBy, type Command, type Need } from '../../decider.ts';
import { Elsewhere, elsewhereNeeds } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Reason } from '../handed-in.ts';
import { extension, notAfter, undated } from '../extension.ts';
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
  .strictObject({
    until: Day.meta({ description: '延期至（含当日） · the new last day' }),
    reason: Reason('延期理由', 'why'),
  })
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
    const { due: from } = state.context;
    if (from === null) return refuse(undated('contribution'));
    const refusal = notAfter('contribution', until, { due: from, now: given.now });
    if (refusal) return refuse(refusal);
    return its(
      id,
      {
        type: 'ContributionExtended',
        data: { from, until, due: endOfDay(until), ...extension(given, until, state.context) },
      },
      sealedBy(given.actor, { reason }),
    );
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

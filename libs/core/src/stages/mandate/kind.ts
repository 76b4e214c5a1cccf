import { z } from 'zod';
import { record } from '../../decider.ts';
import type { StageKind } from '../stage-kind.ts';
import { raisedAt } from '../charge.ts';

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const Params = z.strictObject({
  /** The gate that gives the mandate, by its `mandated`. */
  gate: Key,
  /** Earlier gates whose decisions stand for what is changed under it, beside that gate's. */
  keeps: z.array(Key).max(20).default([]),
});

/**
 * 授权修改: a body agreed in principle and lets the text be changed within points of its minutes. Approved, its decision
 * stands for the changed text; otherwise the body decides again.
 */
export const mandated: StageKind<z.infer<typeof Params>> = {
  kind: 'mandate@1',
  params: Params,
  outcomes: ['approved', 'returned'],
  meaning: ({ gate, keeps }) => ({
    subject: 'manuscript',
    makesText: true,
    approving: ['approved'],
    binds: false,
    issues: false,
    mandated: { gate, keeps },
  }),
  enter({ given, case: state, stage, round }, { gate }) {
    const imposed = state.context.mandates[gate];
    if (!imposed) return [];
    const escalate = raisedAt(given, imposed.due);
    return [record(imposed.mandate, { type: 'MandateGiven', data: { stage: stage.id, round, escalate } })];
  },
};

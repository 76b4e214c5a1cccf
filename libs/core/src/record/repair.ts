import { z } from 'zod';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../decider.ts';
import { against, notNow, unknownFile, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { FileRef } from '../text-ref.ts';
import type { RecordState, Repair } from './record.ts';

const Reason = z.string().trim().min(1).max(4000);

const itsHeldCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('record', id);
  const name = streamName('record', id);
  return state ? [{ write: name }, { write: streamName('case', state.context.case) }] : [{ write: name }];
};

const notHeld = (state: RecordState | undefined): Refusal =>
  notNow('record.held', '该补录没有待补正的事项', 'Nothing in this record waits to be put right', {
    status: String(state?.value ?? 'absent'),
  });

interface Proposal {
  readonly how: Repair;
  readonly paper: z.infer<typeof FileRef> | null;
  readonly approvedBy: string | null;
  readonly words: string;
}

function propose(given: Given, id: string, { how, paper, approvedBy, words }: Proposal): Decision {
  const state = given.state('record', id);
  if (!state?.matches('held')) return refuse(notHeld(state));
  if (paper && !given.hasFile(paper)) return refuse(unknownFile(paper, '所附原件'));
  const data = { how, paper, approvedBy, by: given.actor.person ?? '' };
  return {
    facts: [
      record(
        streamName('record', id),
        { type: 'RepairProposed', data },
        sealedBy(given.actor, { reason: words }),
      ),
    ],
  };
}

export const CorrectRecord = z
  .strictObject({
    reason: Reason.meta({ description: '补正说明 · what was put right, and how' }),
    paper: FileRef.nullable().default(null).meta({ description: '补正材料原件 · the paper' }),
  })
  .meta({ id: 'CorrectRecord', description: '补正 · says that what was missing has been put right' });

/** 补正: what was missing has been done or found; a second person confirms. Not where only 例外 can help. */
export const correctRecord: Command<'record', z.infer<typeof CorrectRecord>> = {
  verb: 'record.correct',
  on: 'record',
  during: ['held'],
  needs: (known, id, { paper }) => [...itsHeldCase(known, id), ...(paper ? [{ file: paper }] : [])],
  decide(given, id, { reason, paper }) {
    const { exemptOnly = [] } = given.state('record', id)?.context ?? {};
    if (exemptOnly.length > 0) return refuse(uncorrectable(exemptOnly));
    return propose(given, id, { how: 'corrected', paper, approvedBy: null, words: reason });
  },
};

const uncorrectable = (rules: readonly string[]): Refusal =>
  against(
    'record.exempt-only',
    '该程序问题不能补正，只能经批准例外',
    'This cannot be put right any more; it goes on by an approval on paper alone',
    { rules: [...rules] },
    { zh: '请附院领导批示，办理经批准例外', en: 'Have it exempted by a leader, on paper' },
  );

export const ExemptRecord = z
  .strictObject({
    reason: Reason.meta({ description: '例外理由 · why' }),
    approvedBy: z.uuid().meta({ description: '批准人（岗位） · the post that approved it' }),
    paper: FileRef.meta({ description: '批示原件 · the scanned approval' }),
  })
  .meta({ id: 'ExemptRecord', description: '经批准例外 · goes on by an approval on paper' });

/** 经批准例外: by whom, on what paper; a second person confirms, the approver or the director of the office. */
export const exemptRecord: Command<'record', z.infer<typeof ExemptRecord>> = {
  verb: 'record.exempt',
  on: 'record',
  during: ['held'],
  needs: (known, id, { paper }) => [...itsHeldCase(known, id), { file: paper }],
  decide(given, id, { reason, approvedBy, paper }) {
    const holder = given.org.context.posts.find((post) => post.id === approvedBy);
    if (!holder?.holder || holder.as !== 'leader')
      return refuse(
        against('record.approver', '批准人须为在任院领导', 'A leader in office approves it', { approvedBy }),
      );
    return propose(given, id, { how: 'exempted', paper, approvedBy, words: reason });
  },
};

export const ConfirmRepair = z
  .strictObject({
    agree: z.boolean().meta({ description: '确认，或者退回 · confirms it, or sends it back' }),
  })
  .meta({ id: 'ConfirmRepair', description: '确认补正或例外 · the second person confirms' });

/**
 * 双人复核: the approver or the director, and another person than whoever proposed it; then the next step is free.
 * Whoever proposed it may take it back.
 */
export const confirmRepair: Command<'record', z.infer<typeof ConfirmRepair>> = {
  verb: 'record.confirm-repair',
  on: 'record',
  during: ['repairing'],
  needs: itsHeldCase,
  decide(given, id, { agree }) {
    const state = given.state('record', id);
    const repair = state?.context.repair;
    if (!state?.matches('repairing') || !repair) return refuse(notHeld(state));
    const refusal = notSecond(given, { ...repair, agree });
    if (refusal) return refuse(refusal);
    const data = { how: repair.how, by: given.actor.person ?? '' };
    const name = streamName('record', id);
    if (!agree) return { facts: [record(name, { type: 'RepairRejected', data })] };
    const released = { by: name, how: repair.how };
    return {
      facts: [
        record(name, { type: 'RepairConfirmed', data }),
        record(streamName('case', state.context.case), { type: 'StepReleased', data: released }),
      ],
    };
  },
};

interface Answered {
  /** The person who proposed it. */
  readonly by: string;
  readonly approvedBy: string | null;
  readonly agree: boolean;
}

function notSecond({ actor }: Given, { by, approvedBy, agree }: Answered): Refusal | null {
  if (actor.person === by) return agree ? samePerson() : null;
  const { as, post } = actor;
  if (as === 'office-director') return null;
  if (as === 'leader' && (approvedBy === null || approvedBy === post)) return null;
  return against('record.approver', '须由批准人或规划办主任确认', 'The approver or the director confirms', {
    approvedBy,
  });
}

const samePerson = (): Refusal =>
  against(
    'record.second-person',
    '补正、例外须由另一人确认',
    'Another person than whoever proposed it confirms',
    {},
    { zh: '请规划办主任或批准人确认', en: 'The director of the office or the approver confirms' },
  );

import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given, type Known, type Need } from '../decider.ts';
import { Key, stagesOf } from '../procedure/definition.ts';
import { against, notNow, unknownFile, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { FileRef, type TextRef } from '../text-ref.ts';
import { procedureOf } from './advance.ts';
import { exemptedFor } from './case.ts';

const Gate = Key.meta({ description: '审议环节标识 · id of the gate' });

const itself = (_: Known, id: string): readonly Need[] => [{ write: streamName('case', id) }];

export const ExemptGate = z
  .strictObject({
    gate: Gate,
    approvedBy: z.uuid().meta({ description: '批准人（岗位） · the post that approved it' }),
    paper: FileRef.meta({ description: '批示原件 · the scanned approval' }),
    reason: z.string().trim().min(1).max(4000).meta({ description: '理由 · why' }),
  })
  .meta({ id: 'ExemptGate', description: '申请例外：某一审议环节 · asks to go on without a gate' });

/** 经批准例外 of a gate, for the text that is current now: by whom, on what paper. Another person grants it. */
export const exemptGate: Command<'case', z.infer<typeof ExemptGate>> = {
  verb: 'case.exempt',
  on: 'case',
  needs: (known, id, { paper }) => [...itself(known, id), { file: paper }],
  decide(given, id, { gate, approvedBy, paper, reason }) {
    const text = textOfGate(given, id, gate);
    if (!text) return refuse(noGate(gate));
    const refusal = granted(given, id, gate) ?? notApproved(given, approvedBy) ?? noPaper(given, paper);
    if (refusal) return refuse(refusal);
    const data = { gate, text, approvedBy, paper, by: given.actor.person ?? '' };
    const fact = { type: 'ExemptionProposed', data };
    return { facts: [record(streamName('case', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

export const GrantExemption = z
  .strictObject({ gate: Gate })
  .meta({ id: 'GrantExemption', description: '确认例外 · the second person grants an exemption' });

/** 双人复核: another person than whoever asked for it, and for the text that it was asked for. */
export const grantExemption: Command<'case', z.infer<typeof GrantExemption>> = {
  verb: 'case.grant-exemption',
  on: 'case',
  needs: itself,
  decide(given, id, { gate }) {
    const proposed = given.state('case', id)?.context.exemptions[gate];
    if (!proposed || proposed.granted)
      return refuse(
        notNow('case.exemption', '没有待确认的例外，或已确认', 'No exemption waits to be granted', { gate }),
      );
    const { text, by } = proposed;
    if (by === given.actor.person)
      return refuse(
        against(
          'case.second-person',
          '例外须由另一人确认',
          'Another person than whoever asked for it grants it',
        ),
      );
    const data = { gate, text, by: given.actor.person ?? '' };
    return { facts: [record(streamName('case', id), { type: 'ExemptionGranted', data })] };
  },
};

/** The text that the gate would decide now; undefined for what is no binding gate. */
function textOfGate(given: Given, id: string, gate: string): TextRef | null | undefined {
  const state = given.state('case', id);
  if (!state) return undefined;
  const procedure = procedureOf(given, id);
  if (!stagesOf(procedure.definition).some((stage) => stage.id === gate)) return undefined;
  const { kind, params } = procedure.stage(gate);
  const { subject, binds } = kind.meaning(params);
  return subject && binds ? state.context.texts[subject] : undefined;
}

/** An exemption that two people made is not undone by asking for it again. */
function granted(given: Given, id: string, gate: string): Refusal | null {
  const context = given.state('case', id)?.context;
  const text = textOfGate(given, id, gate);
  if (!context || !exemptedFor(context, gate, text)) return null;
  return notNow(
    'case.exempted',
    '该环节就现行文稿已经批准例外',
    'The gate is exempted for this text already',
    {
      gate,
    },
  );
}

const noGate = (gate: string): Refusal =>
  notNow(
    'case.gate',
    '该环节不是须经的审议环节，或尚无文稿',
    'This is no binding gate, or there is no text',
    {
      gate,
    },
  );

function notApproved(given: Given, approvedBy: string): Refusal | null {
  const post = given.org.context.posts.find(({ id }) => id === approvedBy);
  if (post?.holder && post.as === 'leader') return null;
  return against('case.approver', '批准人须为在任院领导', 'A leader in office approves it', { approvedBy });
}

const noPaper = (given: Given, paper: z.infer<typeof FileRef>): Refusal | null =>
  given.hasFile(paper) ? null : unknownFile(paper, '批示原件', 'approval');

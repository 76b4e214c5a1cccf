import { z } from 'zod';
import { chaptersOf } from '../write/chapter.ts';
import {
  record,
  refuse,
  sealedBy,
  type Command,
  type Given,
  type Known,
  type Need,
  type Recorded,
} from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import type { ManuscriptState } from '../manuscript/manuscript.ts';
import { NodeId } from '../opinion/opinion-row.ts';
import { isSameFinding, type WaivedFinding } from './facts.ts';
import { digestOf, foundOf, isWaived } from './found.ts';

const Chosen = z
  .strictObject({
    rule: z.string().min(1).max(60).meta({ description: '校核规则 · the rule of the checkup' }),
    node: NodeId.nullable().default(null).meta({
      description: '所在条文；文稿未条目化的为空 · the node; null for a text that is no tree',
    }),
    quote: z.string().min(1).max(5000).meta({ description: '所指文字，照原文 · its words as they stand' }),
  })
  .meta({ id: 'ChosenFinding', description: '一处校核结果 · one finding' });

const Findings = z.array(Chosen).min(1).max(500);

export const WaiveFinding = z
  .strictObject({
    findings: Findings.meta({ description: '豁免的校核结果，可多处 · what is let stand' }),
    reason: z.string().trim().min(1).max(500).meta({ description: '豁免理由 · why' }),
  })
  .meta({ id: 'WaiveFinding', description: '校核豁免 · lets findings of the checkup stand' });

export const WithdrawWaiver = z
  .strictObject({
    findings: Findings.meta({ description: '撤回豁免的校核结果 · what is not let stand any longer' }),
  })
  .meta({ id: 'WithdrawWaiver', description: '撤回校核豁免 · takes a waiver back' });

type Chosen = z.infer<typeof Chosen>;

/** The manuscript with its text, its case, and the chapters, whose leads may decide as well. */
function waivingNeeds(known: Known, id: string): readonly Need[] {
  const context = known.state('manuscript', id)?.context;
  if (!context) return [{ write: streamName('manuscript', id) }];
  return [
    { write: streamName('manuscript', id) },
    { read: streamName('case', context.case) },
    ...(context.text ? [{ text: context.text }] : []),
    ...chaptersOf(known.state('case', context.case)).map((read) => ({ read })),
  ];
}

/**
 * 校核豁免: what the checkup found and is meant, each with a reason. It holds as long as the quoted words stand where
 * they are; once they are changed they are looked at anew.
 */
export const waiveFinding: Command<'manuscript', z.infer<typeof WaiveFinding>> = {
  verb: 'manuscript.waive-finding',
  on: 'manuscript',
  needs: waivingNeeds,
  decide(given, id, { findings, reason }) {
    const state = given.state('manuscript', id);
    const refusal = notTheirs(given, state) ?? notFound(given, state, findings);
    if (refusal) return refuse(refusal);
    return {
      facts: facts(given, id, { type: 'FindingWaived', findings }, sealedBy(given.actor, { reason })),
    };
  },
};

/** 撤回校核豁免: the finding counts again. */
export const withdrawWaiver: Command<'manuscript', z.infer<typeof WithdrawWaiver>> = {
  verb: 'manuscript.withdraw-waiver',
  on: 'manuscript',
  needs: waivingNeeds,
  decide(given, id, { findings }) {
    const state = given.state('manuscript', id);
    const waived = state?.context.waived ?? [];
    const isKnown = findings.every((one) => waived.some((other) => isSameFinding(other, told(given, one))));
    const refusal = notTheirs(given, state) ?? (isKnown ? null : notWaived());
    if (refusal) return refuse(refusal);
    return { facts: facts(given, id, { type: 'FindingWaiverWithdrawn', findings }) };
  },
};

const told = (given: Given, { rule, node, quote }: Chosen): WaivedFinding => ({
  rule,
  node,
  digest: digestOf(given.refOf, { rule, quote }),
});

interface Doing {
  readonly type: 'FindingWaived' | 'FindingWaiverWithdrawn';
  readonly findings: readonly Chosen[];
}

/** One fact for each finding, each once. */
function facts(
  given: Given,
  id: string,
  { type, findings }: Doing,
  sealed: Recorded['sealed'] = [],
): readonly Recorded[] {
  const each = new Map(findings.map((one) => [JSON.stringify(told(given, one)), told(given, one)]));
  const by = given.actor.person ?? '';
  return [...each.values()].map((data) =>
    record(streamName('manuscript', id), { type, data: { ...data, by } }, sealed),
  );
}

/** The director, or a leader who is responsible for a chapter of this case. */
function notTheirs(given: Given, state: ManuscriptState | undefined): Refusal | null {
  const { as, post } = given.actor;
  if (as === 'office-director') return null;
  const chapters = chaptersOf(state && given.state('case', state.context.case));
  const leads = chapters.map((name) => given.state('chapter', parseStream(name).id)?.context.lead);
  if (leads.includes(post ?? undefined)) return null;
  return against(
    'manuscript.waiver-lead',
    '校核豁免由规划办主任或者负责规划篇章的院领导作出',
    'The director, or the leader responsible for a chapter, lets a finding stand',
    { as },
  );
}

function notFound(
  given: Given,
  state: ManuscriptState | undefined,
  findings: readonly Chosen[],
): Refusal | null {
  const text = state?.context.text;
  const found = text ? foundOf(given, text) : [];
  const isHere = ({ rule, node, quote }: Chosen): boolean =>
    found.some(
      (one) =>
        one.rule === rule &&
        one.quote === quote &&
        one.node === node &&
        !isWaived(given.refOf, state?.context.waived ?? [], one),
    );
  const strange = findings.filter((one) => !isHere(one));
  if (strange.length === 0) return null;
  return notNow(
    'manuscript.no-finding',
    '所选校核结果在现稿中不存在，或已豁免',
    'The text of now has no such finding, or it is let stand already',
    { asked: findings.length, strange: strange.map(({ rule, node }) => ({ rule, node })) },
    { zh: '请从现稿的校核结果中选择', en: 'Choose among the findings of the text of now' },
  );
}

const notWaived = (): Refusal =>
  notNow('manuscript.no-waiver', '所选校核结果没有豁免', 'Nothing of this is let stand');

import { z } from 'zod';
import { isOffice } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { type Weighed } from '../../procedure/effects.ts';
import { against, notNow, unknownText, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { withItsCase } from '../../with-its-case.ts';
import { basisOf } from '../meeting/basis.ts';
import { readyNeeds, weighText } from '../manuscript/text-ready.ts';
import type { Signer, TablingState } from './tabling.ts';

/** What is signed, or said, on the sheet. */
export const Words = z.string().trim().min(1).max(4000);
const Text = TextRef.meta({ description: '提请审议的文稿 · the text that the body is asked to decide on' });

export const AskTabling = z
  .strictObject({
    case: z.uuid().meta({ description: '规划编制工作 · the case' }),
    stage: z.string().min(1).max(40).meta({ description: '审议环节标识 · id of the stage' }),
    title: z.string().trim().min(1).max(200).meta({ description: '议题名称 · what the item is called' }),
    text: Text,
    sponsor: z
      .uuid()
      .nullable()
      .meta({ description: '分管领导的岗位；无分管领导的为空 · the post of the leader in charge' }),
    words: Words.optional().meta({ description: '申报理由、征求有关科室意见情况 · why, and who was heard' }),
  })
  .meta({ id: 'AskTabling', description: '申报议题 · asks that an item be put before a body' });

/** The sheet and, once it is known, its case. */
export const itsCase = withItsCase('tabling');

export const signerOf = ({ actor }: Given): Signer => ({ post: actor.post, by: actor.person ?? '' });

export const elsewhere = (state: TablingState | undefined): Refusal =>
  notNow('tabling.standing', '该议题申报目前不能这样办理', 'The item does not stand where this can be done', {
    status: state?.value ?? 'absent',
  });

/**
 * 申报议题: by the office or the head of a department, for a stage that stands open.
 *
 * @source 公立医院党委会、院长办公会议事规则 议题申报、审批
 */
export const askTabling: Command<'tabling', z.infer<typeof AskTabling>> = {
  verb: 'tabling.ask',
  on: 'tabling',
  during: ['absent'],
  needs: (known, id, { case: caseId, text }) => [
    { write: streamName('tabling', id) },
    { read: streamName('case', caseId) },
    { text },
    ...readyNeeds(known, caseId),
  ],
  decide(given, id, { case: caseId, stage, title, text, sponsor, words }) {
    const before = given.state('tabling', id);
    if (before) return refuse(elsewhere(before));
    const basis = basisOf(given, caseId, stage);
    if ('refusal' in basis) return basis;
    const refusal = given.has(text) ? nobody(given, sponsor) : unknownText(text);
    if (refusal) return refuse(refusal);
    const { round, body, params } = basis;
    const ready = weighText(given, { case: caseId, stage }, { subject: params.subject, text: basis.text });
    if ('refusal' in ready) return ready;
    const data = {
      ...signerOf(given),
      case: caseId,
      stage,
      round,
      bodyKey: body.key,
      title: basis.title,
      text,
      sponsor,
    };
    const sealed = sealedBy(given.actor, { title, ...(words === undefined ? {} : { words }) });
    const stream = streamName('tabling', id);
    return {
      facts: [record(stream, { type: 'TablingAsked', data }, sealed)],
      notices: ready.notices,
      made: stream,
    };
  },
};

const nobody = (given: Given, sponsor: string | null): Refusal | null =>
  sponsor === null || given.org.context.posts.some(({ id }) => id === sponsor)
    ? null
    : against('tabling.sponsor-known', '所选分管领导的岗位不存在', 'There is no such post of a leader', {
        sponsor,
      });

export const ReviseTabling = z
  .strictObject({
    text: Text,
    words: Words.optional().meta({ description: '修改情况 · what was changed' }),
  })
  .meta({ id: 'ReviseTabling', description: '修改后再次申报 · asks again with another text' });

/** 修改后再次申报: by whoever asked, or the office. It is read and signed anew. */
export const reviseTabling: Command<'tabling', z.infer<typeof ReviseTabling>> = {
  verb: 'tabling.revise',
  on: 'tabling',
  during: ['changing'],
  needs: (known, id, { text }) => {
    const context = known.state('tabling', id)?.context;
    return [...itsCase(known, id), { text }, ...(context ? readyNeeds(known, context.case) : [])];
  },
  decide(given, id, { text, words }) {
    const state = given.state('tabling', id);
    if (!state?.matches('changing')) return refuse(elsewhere(state));
    const refusal = notTheirs(given, state) ?? (given.has(text) ? null : unknownText(text));
    if (refusal) return refuse(refusal);
    const ready = stillReady(given, state);
    if ('refusal' in ready) return ready;
    const sealed = sealedBy(given.actor, { words });
    const data = { ...signerOf(given), text };
    return {
      facts: [record(streamName('tabling', id), { type: 'TablingRevised', data }, sealed)],
      notices: ready.notices,
    };
  },
};

/** The text is looked at again, where its stage still stands open. */
function stillReady(given: Given, { context }: TablingState): Weighed {
  const basis = basisOf(given, context.case, context.stage);
  if ('refusal' in basis) return { notices: [] };
  return weighText(given, context, { subject: basis.params.subject, text: basis.text });
}

export const WithdrawTabling = z
  .strictObject({ reason: Words.meta({ description: '撤回理由 · why' }) })
  .meta({ id: 'WithdrawTabling', description: '撤回议题申报 · takes the item back' });

/** 撤回申报: before a meeting is called for it; then the item is taken back from the meeting. */
export const withdrawTabling: Command<'tabling', z.infer<typeof WithdrawTabling>> = {
  verb: 'tabling.withdraw',
  on: 'tabling',
  during: ['asked', 'changing', 'backed', 'cleared'],
  needs: itsCase,
  decide(given, id, { reason }) {
    const state = given.state('tabling', id);
    const early = state && BEFORE_A_MEETING.some((value) => state.matches(value));
    if (!early) return refuse(elsewhere(state));
    const refusal = notTheirs(given, state);
    if (refusal) return refuse(refusal);
    const fact = { type: 'TablingWithdrawn', data: signerOf(given) };
    return { facts: [record(streamName('tabling', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

const BEFORE_A_MEETING = ['asked', 'changing', 'backed', 'cleared'] as const;

const notTheirs = (given: Given, { context }: TablingState): Refusal | null =>
  isOffice(given.actor) || given.actor.post === context.post
    ? null
    : against('tabling.asker', '须由申报人或规划办办理', 'Whoever asked, or the office, does this', {
        post: given.actor.post,
      });

import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { hashOfKey, keyOfText, TextKey, type TextRef } from '../../text-ref.ts';
import { contributionNeeds } from '../collect/submit.ts';
import type { UseFact } from './use.ts';
import { chapterNeeds } from '../write/chapter.ts';

export const ConfirmUse = z
  .strictObject({
    seen: TextKey.meta({ description: '所核对的文稿版本 · the version that was looked at' }),
    objection: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .nullable()
      .default(null)
      .meta({ description: '不同意见；没有的不填 · what is not as it was contributed; none otherwise' }),
  })
  .meta({ id: 'ConfirmUse', description: '核对材料采用情况 · confirms where a contribution was used' });

type Body = z.infer<typeof ConfirmUse>;

/** 已核对: by the department that handed it in; signed on the text that stands now, and again when that has changed. */
export const confirmContributionUse: Command<'contribution', Body> = {
  verb: 'contribution.confirm-use',
  on: 'contribution',
  concurrent: true,
  needs: contributionNeeds,
  during: ['accepted'],
  decide(given, id, body) {
    const state = given.state('contribution', id);
    if (!state?.matches('accepted')) return refuse(notUsed(state?.value));
    const { case: of, department } = state.context;
    return confirmed(given, { stream: streamName('contribution', id), of, department }, body);
  },
};

/** The same of a chapter, by one of those who wrote it or gave material for it. */
export const confirmChapterUse: Command<'chapter', Body> = {
  verb: 'chapter.confirm-use',
  on: 'chapter',
  concurrent: true,
  needs: chapterNeeds,
  during: ['accepted'],
  decide(given, id, body) {
    const state = given.state('chapter', id);
    if (!state?.matches('accepted')) return refuse(notUsed(state?.value));
    const { case: of, owners, support } = state.context;
    const { department } = given.actor;
    if (department === null || ![...owners, ...support].includes(department))
      return refuse(notTheirs(department));
    return confirmed(given, { stream: streamName('chapter', id), of, department }, body);
  },
};

interface Confirming {
  readonly stream: StreamName;
  /** The case. */
  readonly of: string;
  readonly department: string;
}

function confirmed(
  given: Given,
  { stream, of, department }: Confirming,
  { seen, objection }: Body,
): Decision {
  const now = given.state('case', of)?.context.texts.manuscript;
  if (!now || keyOfText(now) !== seen) return refuse(stale(now, seen));
  const data = { department, text: now, objected: objection !== null };
  const fact: UseFact = { type: 'UseConfirmed', data };
  return {
    facts: [record(stream, fact, objection === null ? [] : sealedBy(given.actor, { objection }))],
  };
}

const notUsed = (status: unknown): Refusal =>
  notNow(
    'use.accepted',
    '材料尚未受理、篇章尚未审定，不能核对采用情况',
    'What was handed in is not accepted yet',
    { status: typeof status === 'string' ? status : 'absent' },
    { zh: '受理或者审定后核对', en: 'Look at it once it is accepted' },
  );

const notTheirs = (department: string | null): Refusal =>
  notNow(
    'use.department',
    '该科室不是本篇章的责任部门或者配合部门',
    'The department neither wrote this chapter nor supports it',
    { department },
    { zh: '请由该篇章的责任部门或者配合部门核对', en: 'A department of this chapter confirms it' },
  );

const stale = (now: TextRef | null | undefined, seen: string): Refusal =>
  notNow(
    'use.text',
    '文稿已有变动，请核对最新文稿',
    'The text has changed since; look at the newest',
    { current: now?.hash ?? null, seen: hashOfKey(seen) },
    { zh: '请重新查看采用情况', en: 'Look at the use again' },
  );

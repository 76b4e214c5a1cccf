import { z } from 'zod';
import { record, refuse, sealedBy, type Command } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { sameText, TextRef } from '../text-ref.ts';
import { chapterNeeds, type ChapterState } from './chapter.ts';

const notSubmitted = (state: ChapterState | undefined): Refusal =>
  notNow('chapter.submitted', '该篇章未在待审定状态', 'The chapter is not waiting for its sign-off', {
    status: state?.value ?? 'absent',
  });

export const SignOffChapter = z
  .strictObject({
    text: TextRef.meta({
      description: '所审定的文稿，须与报送稿一致 · the text that was read; must be the one handed in',
    }),
  })
  .meta({ id: 'SignOffChapter', description: '审定篇章 · the leading post accepts a chapter' });

/** 审定: the lead names the text that was read, so that nobody signs another one. */
export const signOffChapter: Command<'chapter', z.infer<typeof SignOffChapter>> = {
  verb: 'chapter.sign-off',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted'],
  decide(given, id, { text }) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted')) return refuse(notSubmitted(state));
    const submitted = state.context.text;
    if (!sameText(submitted, text))
      return refuse(
        against(
          'chapter.same-text',
          '所审定的文稿与报送稿不一致，请重新阅看',
          'This is not the text that was handed in; read it again',
          {
            submitted: submitted?.hash ?? null,
            signed: text.hash,
          },
        ),
      );
    return { facts: [record(streamName('chapter', id), { type: 'ChapterSignedOff', data: { text } })] };
  },
};

export const ReturnChapter = z
  .strictObject({ reason: z.string().trim().min(1).max(2000).meta({ description: '退回意见 · why' }) })
  .meta({ id: 'ReturnChapter', description: '退回篇章 · sends a chapter back to its writer' });

/** 退回修改: inputs stay and are not asked for again; the reason is sealed. */
export const returnChapter: Command<'chapter', z.infer<typeof ReturnChapter>> = {
  verb: 'chapter.return',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted'],
  decide(given, id, { reason }) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted') || state.context.text === null) return refuse(notSubmitted(state));
    const { text } = state.context;
    const fact = { type: 'ChapterReturned', data: { text } };
    return { facts: [record(streamName('chapter', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

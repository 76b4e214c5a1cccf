import { z } from 'zod';
import { record, refuse, sealedBy, type Command } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText, TextRef } from '../../text-ref.ts';
import { QUARANTINING } from '../handed-in.ts';
import { chapterNeeds } from './chapter.ts';
import { countersignsShown } from './countersigns.ts';
import { confirmedShown } from '../reading/unconfirmed.ts';
import type { ChapterState } from './machine.ts';

export const notSubmitted = (state: ChapterState | undefined): Refusal =>
  notNow('chapter.submitted', '该篇章未在待审定状态', 'The chapter is not waiting for its sign-off', {
    status: state?.value ?? 'absent',
  });

/** Only the text goes into the plan: an original alone cannot be joined with others. */
export const textless = (): Refusal =>
  notNow(
    'chapter.text',
    '只有原件、尚无文本，不能审定',
    'There is only an original and no text to sign off',
    {},
    {
      zh: '请主笔部门补交文本，或由规划办录入后代报',
      en: 'The writer hands the text in, or the office enters it',
    },
  );

/** 审定意见: what stands beside the signature, if anything does. */
export const Words = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .meta({ description: '审定意见（可不填，原文保留） · what is said with it' });

export const SignOffChapter = z
  .strictObject({
    text: TextRef.meta({
      description: '所审定的文稿，须与报送稿一致 · the text that was read; must be the one handed in',
    }),
    words: Words.optional(),
  })
  .meta({ id: 'SignOffChapter', description: '审定篇章 · the leading post accepts a chapter' });

/**
 * 审定: the lead names the text that was read, so that nobody signs another one. A countersign that is missing holds it,
 * shows or is not looked at, as the stage weighs it.
 */
export const signOffChapter: Command<'chapter', z.infer<typeof SignOffChapter>> = {
  verb: 'chapter.sign-off',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted'],
  decide(given, id, { text, words }) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted')) return refuse(notSubmitted(state));
    const submitted = state.context.text;
    if (submitted === null) return refuse(textless());
    if (!sameText(submitted, text))
      return refuse(
        against(
          'chapter.same-text',
          '所审定的文稿与报送稿不一致，请重新阅看',
          'This is not the text that was handed in; read it again',
          { submitted: submitted.hash, signed: text.hash },
        ),
      );
    const countersigned = countersignsShown(given, state.context);
    if ('refusal' in countersigned) return countersigned;
    const confirmed = confirmedShown(given, state.context);
    if ('refusal' in confirmed) return confirmed;
    const fact = { type: 'ChapterSignedOff', data: { text } };
    const notices = [...countersigned.notices, ...confirmed.notices];
    const sealed = sealedBy(given.actor, { words });
    return { facts: [record(streamName('chapter', id), fact, sealed)], notices };
  },
};

export const QuarantineChapter = z
  .strictObject(QUARANTINING)
  .meta({ id: 'QuarantineChapter', description: '请补正：原件无法使用 · the original cannot be used' });

/** 请补正: another original is asked for, which counts as received when the first one was. */
export const quarantineChapter: Command<'chapter', z.infer<typeof QuarantineChapter>> = {
  verb: 'chapter.quarantine',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted'],
  decide(given, id, { cause, words }) {
    const state = given.state('chapter', id);
    if (!state?.matches('submitted')) return refuse(notSubmitted(state));
    const { text, original } = state.context;
    const fact = { type: 'ChapterQuarantined', data: { text, original, cause } };
    const sealed = sealedBy(given.actor, { words });
    return { facts: [record(streamName('chapter', id), fact, sealed)] };
  },
};

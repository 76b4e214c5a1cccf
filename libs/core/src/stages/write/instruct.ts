import { z } from 'zod';
import { record, refuse, sealedBy, type Command } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { chapterNeeds, type ChapterContext } from './chapter.ts';
import { Words } from './sign-off.ts';

export const InstructChapter = z
  .strictObject({
    to: z.uuid().meta({ description: '批示给哪个责任部门或配合部门 · the department that is to act on it' }),
    words: Words.meta({ description: '批示内容（原文保留） · what is instructed' }),
  })
  .meta({ id: 'InstructChapter', description: '作出批示 · a leader instructs a department about a chapter' });

/**
 * 批示: words of the lead to a department of the chapter, at any time until a draft does without it. It decides nothing and
 * stops nothing: it stands on the record beside the version that it was about, and the department takes note.
 */
export const instructChapter: Command<'chapter', z.infer<typeof InstructChapter>> = {
  verb: 'chapter.instruct',
  on: 'chapter',
  concurrent: true,
  needs: chapterNeeds,
  during: ['open', 'submitted', 'quarantined', 'accepted'],
  decide(given, id, { to, words }) {
    const state = given.state('chapter', id);
    if (!state || state.matches('absent') || state.matches('dispensed')) return refuse(over());
    if (!concerns(state.context, to)) return refuse(stranger(to));
    const { text, instructions } = state.context;
    const data = { no: instructions.given + 1, to, text };
    const fact = { type: 'ChapterInstructed', data };
    return { facts: [record(streamName('chapter', id), fact, sealedBy(given.actor, { words }))] };
  },
};

const concerns = ({ owners, support, writer }: ChapterContext, department: string): boolean =>
  [writer, ...owners, ...support].includes(department);

const stranger = (department: string): Refusal =>
  notNow(
    'chapter.concerned',
    '该科室既不是本篇章的责任部门，也不是配合部门',
    'The department neither owns nor supports this chapter',
    { department },
    { zh: '请从责任部门、配合部门中选择', en: 'Choose among those that own or support it' },
  );

const over = (): Refusal =>
  notNow('chapter.goes-on', '本篇章已不再办理', 'The chapter is no longer worked on');

export const NoteInstruction = z
  .strictObject({})
  .meta({ id: 'NoteInstruction', description: '知悉批示 · a department takes note of its instructions' });

/** 知悉批示: all that stand open for the department of whoever takes note. */
export const noteInstruction: Command<'chapter', z.infer<typeof NoteInstruction>> = {
  verb: 'chapter.note-instruction',
  on: 'chapter',
  concurrent: true,
  needs: chapterNeeds,
  during: ['open', 'submitted', 'quarantined', 'accepted'],
  decide(given, id) {
    const { department } = given.actor;
    const open = given.state('chapter', id)?.context.instructions.open ?? [];
    const own = open.filter(({ to }) => to === department);
    if (department === null || own.length === 0)
      return refuse(
        notNow('chapter.instruction', '没有待知悉的批示', 'No instruction waits for your department'),
      );
    const facts = own.map(({ no }) =>
      record(streamName('chapter', id), { type: 'ChapterInstructionNoted', data: { no, department } }),
    );
    return { facts };
  },
};

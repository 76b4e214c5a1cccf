import { z } from 'zod';
import { record, refuse, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import {
  cameOf,
  HANDED_IN,
  handedInNeeds,
  isSomething,
  notHere,
  SOMETHING,
  type Came,
} from '../handed-in.ts';
import { chapterNeeds } from './chapter.ts';
import type { ChapterState } from './machine.ts';

export const notOpen = (state: ChapterState | undefined): Refusal =>
  notNow(
    'chapter.open',
    '该篇章已报送或已审定，不能再报送',
    'The chapter has been handed in; it is not open',
    {
      status: state?.value ?? 'absent',
    },
  );

export const notSupporting = (department: string | null): Refusal =>
  notNow('chapter.support', '该科室不是本篇章的配合部门', 'The department does not support this chapter', {
    department,
  });

export const GiveInput = z.strictObject(HANDED_IN).refine(isSomething, SOMETHING).meta({
  id: 'GiveInput',
  description: '提供配合材料 · a supporting department’s ideas and data for a chapter',
});

/** 提供配合材料（思路和有效数据）. Until the chapter is handed in; the last one of a department counts. */
export const giveInput: Command<'chapter', z.infer<typeof GiveInput>> = {
  verb: 'chapter.give-input',
  on: 'chapter',
  concurrent: true,
  needs: (known, id, body) => [...chapterNeeds(known, id), ...handedInNeeds(body)],
  during: ['open'],
  decide(given, id, body) {
    const state = given.state('chapter', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    const refusal = notHere(given, body);
    if (refusal) return refuse(refusal);
    return takeInput(given, id, cameOf(body), {
      department: given.actor.department,
      received: given.received,
    });
  },
};

/** What came in of a supporting department at a moment. */
export function takeInput(
  given: Given,
  id: string,
  came: Came,
  { department, received }: { readonly department: string | null; readonly received: string },
): Decision {
  const state = given.state('chapter', id);
  if (!state?.matches('open')) return refuse(notOpen(state));
  if (department === null || !state.context.support.includes(department))
    return refuse(notSupporting(department));
  const data = { department, ...came, received, carrier: null };
  return { facts: [record(streamName('chapter', id), { type: 'ChapterInputGiven', data })] };
}

import { z } from 'zod';
import { inTime } from '../calendar.ts';
import { stageStreams, type PlannedChapter } from '../case/case.ts';
import { record, refuse, type Command, type Given } from '../decider.ts';
import { departmentNames, type Department } from '../org/org.ts';
import { NO_TEXT } from '../procedure/compile.ts';
import { against, notNow, unknownText, type Notice, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { TextRef } from '../text-ref.ts';
import { chapterNeeds, silent, unaccepted, type ChapterState } from './chapter.ts';
import type { StageKind } from './stage-kind.ts';

const notOpen = (state: ChapterState | undefined): Refusal =>
  notNow(
    'chapter.open',
    '该篇章已报送或已审定，不能再报送',
    'The chapter has been handed in; it is not open',
    {
      status: state?.value ?? 'absent',
    },
  );

export const GiveInput = z.strictObject({ text: TextRef }).meta({
  id: 'GiveInput',
  description: '提供配合材料 · a supporting department’s ideas and data for a chapter',
});

/** 提供配合材料（思路和有效数据）. Until the chapter is handed in; the last one of a department counts. */
export const giveInput: Command<'chapter', z.infer<typeof GiveInput>> = {
  verb: 'chapter.give-input',
  on: 'chapter',
  concurrent: true,
  needs: (known, id, { text }) => [...chapterNeeds(known, id), { text }],
  during: ['open'],
  decide(given, id, { text }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    const { department } = given.actor;
    if (department === null || !state.context.support.includes(department))
      return refuse(
        notNow(
          'chapter.support',
          '您所在科室不是该篇章的配合部门',
          'Your department does not support this chapter',
          { department },
        ),
      );
    if (!given.has(text)) return refuse(unknownText(text));
    const data = { department, text, received: given.received };
    return { facts: [record(streamName('chapter', id), { type: 'ChapterInputGiven', data })] };
  },
};

export const SubmitChapter = z
  .strictObject({ text: TextRef })
  .meta({ id: 'SubmitChapter', description: '报送篇章 · hands in a chapter' });

/**
 * 报送篇章. No source rules on late chapters, and without one there is no plan: it is received with its mark. Judged by
 * the first arrival, so that a return by the lead makes nobody late. Silent 配合部门 only show.
 */
export const submitChapter: Command<'chapter', z.infer<typeof SubmitChapter>> = {
  verb: 'chapter.submit',
  on: 'chapter',
  judged: true,
  needs: (known, id, { text }) => [...chapterNeeds(known, id), { text }],
  during: ['open'],
  decide(given, id, { text }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open')) return refuse(notOpen(state));
    if (!given.has(text)) return refuse(unknownText(text));
    const { context } = state;
    const late = context.received === null ? !inTime(given.received, context.due) : context.late;
    const data = { text, received: given.received, late };
    return {
      facts: [record(streamName('chapter', id), { type: 'ChapterSubmitted', data })],
      notices: withoutInput(given, silent(context)),
    };
  },
};

function withoutInput(given: Given, departments: readonly string[]): readonly Notice[] {
  if (departments.length === 0) return [];
  const names = departmentNames(given.org, departments);
  const said = { zh: `未见配合部门材料：${names.join('、')}`, en: `No input from: ${names.join(', ')}` };
  return [{ rule: 'chapter.input', said, facts: { departments: [...departments] } }];
}

/** The date passed with nothing handed in. */
export const chapterFallDue: Command<'chapter', { due: string }> = {
  verb: 'chapter.fall-due',
  on: 'chapter',
  needs: (_, id) => [{ write: streamName('chapter', id) }],
  decide(given, id, { due }) {
    const state = given.state('chapter', id);
    if (!state?.matches('open') || state.context.due !== due) return { facts: [] };
    return { facts: [record(streamName('chapter', id), { type: 'ChapterFellDue', data: { due } })] };
  },
};

/** How a planned chapter names 各职能科室. */
const EVERY_FUNCTIONAL = '*functional';

/** Who supports a chapter: groups become today's departments, each once, and nobody supports what it owns. */
function supporters({ support, owners }: PlannedChapter, departments: readonly Department[]): string[] {
  const functional = departments.filter(({ kind }) => kind === 'functional').map(({ id }) => id);
  const named = support.flatMap((id) => (id === EVERY_FUNCTIONAL ? functional : [id]));
  return [...new Set(named)].filter((id) => !owners.includes(id));
}

const Params = z.strictObject({});

/** 编写篇章: every planned chapter with its writer, support, lead and date; left when all are signed off. */
export const write: StageKind<z.infer<typeof Params>> = {
  kind: 'write@1',
  params: Params,
  outcomes: ['written'],
  meaning: () => NO_TEXT,
  enter: ({ given, caseId, case: { context }, stage, due }) =>
    context.chapters.map((chapter, i) =>
      record(streamName('chapter', given.id(`${stage.id}/${i}`)), {
        type: 'ChapterAssigned',
        data: {
          case: caseId,
          stage: stage.id,
          no: chapter.no,
          title: chapter.title,
          lead: chapter.lead,
          owners: [...chapter.owners],
          writer: chapter.writer,
          support: supporters(chapter, given.org.context.departments),
          due,
        },
      }),
    ),
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage) {
    const missing = unaccepted(given, stageStreams(given.state('case', caseId), stage.id));
    if (missing.length === 0) return { outcome: 'written', text: null, notices: [] };
    return {
      refusal: against(
        'write.complete',
        `尚有篇章未审定：${missing.map(({ title }) => title).join('、')}`,
        `Chapters not yet signed off: ${missing.map(({ title }) => title).join(', ')}`,
        { missing: missing.map(({ no }) => no) },
        {
          zh: '由主笔部门报送、牵头领导审定',
          en: 'their writers hand them in and their leads sign them off',
        },
      ),
    };
  },
};

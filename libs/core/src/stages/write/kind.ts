import { z } from 'zod';
import { stageStreams, type PlannedChapter } from '../../case/case.ts';
import { record } from '../../decider.ts';
import { graceOf } from '../../deadlines/grace.ts';
import { Ladder, rungsOf } from '../../deadlines/ladder.ts';
import { Period } from '../../deadlines/period.ts';
import { calendarOf } from '../../org/holidays.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import type { Stage } from '../../procedure/definition.ts';
import { effectOf } from '../../procedure/effects.ts';
import { streamName } from '../../stream.ts';
import type { StageKind } from '../stage-kind.ts';
import { unaccepted } from './chapter.ts';
import type { Countersigning } from './countersigns.ts';
import { supporters } from './supporters.ts';

const Params = z.strictObject({
  /** Whether a chapter that nobody has signed off holds the stage, or shows; the compiling stage then asks for waivers. */
  missing: z.enum(['warn', 'block']).default('block'),
  /** 会签: departments that countersign what is handed in, before its lead signs it off. None by default. */
  countersign: z.array(z.enum(['owners', 'support'])).default([]),
  /** Whether a countersign outlives a return that leaves alone what it cites. */
  keep: z.enum(['unchanged', 'nothing']).default('unchanged'),
  /** 修改期限: working days for what was returned; null: its date does not run again. */
  returnDays: z.int().min(1).max(60).nullable().default(null),
  /** 宽限期: what comes within it is received and marked, and is not late. By default there is none. */
  grace: Period.default({ n: 0, unit: 'natural' }),
  ladder: Ladder,
});

/** Who countersigns; nothing where nobody does. */
function countersigning(
  stage: Stage,
  { countersign, keep }: z.infer<typeof Params>,
  chapter: Pick<PlannedChapter, 'owners' | 'support'>,
): { readonly countersigning?: Countersigning } {
  const departments = [...new Set(countersign.flatMap((who) => chapter[who]))];
  if (departments.length === 0) return {};
  return { countersigning: { departments, effect: effectOf(stage, 'chapter.countersigned'), keep } };
}

/** 编写篇章: every planned chapter with its writer, support, lead and date; left when all are signed off. */
export const write: StageKind<z.infer<typeof Params>> = {
  kind: 'write@1',
  params: Params,
  outcomes: ['written'],
  meaning: () => NO_TEXT,
  enter: ({ given, caseId, case: { context }, stage, due, why }, params) =>
    context.chapters.map((chapter, i) => {
      const support = supporters(chapter, given.org.context.departments);
      return record(streamName('chapter', given.id(`${stage.id}/${i}`)), {
        type: 'ChapterAssigned',
        data: {
          case: caseId,
          stage: stage.id,
          no: chapter.no,
          title: chapter.title,
          lead: chapter.lead,
          owners: [...chapter.owners],
          writer: chapter.writer,
          support,
          due,
          ...(why.length > 0 ? { why } : {}),
          grace: graceOf(due, params.grace, calendarOf(given)),
          ladder: rungsOf(params.ladder),
          ...countersigning(stage, params, { ...chapter, support }),
          ...(params.returnDays === null ? {} : { returnDays: params.returnDays }),
        },
      });
    }),
  leaveNeeds: (known, caseId, stage) =>
    stageStreams(known.state('case', caseId), stage.id).map((read) => ({ read })),
  leave(given, caseId, stage, params) {
    const missing = unaccepted(given, stageStreams(given.state('case', caseId), stage.id));
    const titles = missing.map(({ title }) => title);
    const shown = {
      rule: 'write.complete',
      said: {
        zh: `尚有篇章未审定：${titles.join('、')}`,
        en: `Chapters not yet signed off: ${titles.join(', ')}`,
      },
      facts: { missing: missing.map(({ no }) => no) },
    };
    const needs = {
      zh: '由主笔部门报送、牵头领导审定',
      en: 'their writers hand them in and their leads sign them off',
    };
    if (missing.length > 0 && params.missing === 'block')
      return { refusal: { ...shown, because: 'rule', needs } };
    return { outcome: 'written', text: null, notices: missing.length > 0 ? [shown] : [] };
  },
};

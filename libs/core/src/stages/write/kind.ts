import { z } from 'zod';
import { stageStreams } from '../../case/case.ts';
import { record } from '../../decider.ts';
import { NO_TEXT } from '../../procedure/compile.ts';
import { streamName } from '../../stream.ts';
import type { StageKind } from '../stage-kind.ts';
import { unaccepted } from './chapter.ts';
import { supporters } from './supporters.ts';

const Params = z.strictObject({
  /** Whether a chapter that nobody has signed off holds the stage, or shows; the compiling stage then asks for waivers. */
  missing: z.enum(['warn', 'block']).default('block'),
});

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

import { z } from 'zod';
import { record } from '../../decider.ts';
import { streamName } from '../../stream.ts';
import type { StageKind } from '../stage-kind.ts';
import { METHODS } from './review.ts';

/**
 * @source 重大行政决策程序暂行条例 §19、§20（参照）专家论证应当书面、署名 · §25–§28（参照）合法性审查
 */
const Params = z.strictObject({
  subject: z.enum(['scheme', 'manuscript']).default('manuscript'),
  method: z.enum(METHODS).default('group'),
  /** Opinions that the review should have at least, and whether fewer only show. */
  atLeast: z.int().min(0).max(50).default(1),
  effect: z.enum(['warn', 'block']).default('warn'),
});

/** 专家论证、法律审核、群组审阅: named reviewers say of the current text what they think; no body decides. */
export const review: StageKind<z.infer<typeof Params>> = {
  kind: 'review@1',
  params: Params,
  outcomes: ['reviewed', 'returned'],
  meaning: ({ subject }) => ({
    subject,
    makesText: false,
    approving: ['reviewed'],
    binds: false,
    issues: false,
  }),
  enter: ({ given, caseId, case: { context }, stage, round, due }, params) => [
    record(streamName('review', given.id(stage.id)), {
      type: 'ReviewRequested',
      data: {
        case: caseId,
        stage: stage.id,
        round,
        ...params,
        text: context.texts[params.subject],
        opened: given.now,
        due,
      },
    }),
  ],
};

import { say, type Rule } from '../checkup/rule.ts';
import type { Plan } from '../plan.ts';
import { increases, parts, totals } from './arithmetic.ts';
import { countsListed } from './counts.ts';
import { contraries, partsOfWhole, yearlyMeans } from './sums.ts';

/** NUM_CONFLICT: numbers of one text that cannot all be right. */
export const numberConflict: Rule = {
  id: 'NUM_CONFLICT',
  severity: 'warning',
  origin: 'author',
  why: say('数字之间相互矛盾，至少有一个不对。', 'The numbers contradict each other: one of them is wrong.'),
  mend: say('核对原始数据后改正。', 'Check them against their source.'),
  *find(plan: Plan) {
    yield* totals(plan);
    yield* parts(plan);
    yield* partsOfWhole(plan);
    yield* contraries(plan);
    yield* yearlyMeans(plan);
    yield* increases(plan);
    yield* countsListed(plan);
  },
};

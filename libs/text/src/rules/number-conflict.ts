import { say, type Rule } from '../checkup/rule.ts';
import type { Plan } from '../plan.ts';
import { parts, totals } from './arithmetic.ts';
import { changes } from './changes.ts';
import { countsListed } from './counts.ts';
import { eachTimes } from './each-times.ts';
import { namedCounts } from './named-counts.ts';
import { partsOfWhole } from './parts-of-whole.ts';
import { rowTotals } from './row-sums.ts';
import { shares } from './shares.ts';
import { contraries, yearlyMeans } from './sums.ts';
import { tableSums } from './table-sums.ts';
import { pointsByTable } from './text-and-table.ts';
import { yearSteps } from './year-order.ts';

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
    yield* changes(plan);
    yield* shares(plan);
    yield* rowTotals(plan);
    yield* eachTimes(plan);
    yield* tableSums(plan);
    yield* yearSteps(plan);
    yield* countsListed(plan);
    yield* namedCounts(plan);
    yield* pointsByTable(plan);
  },
};

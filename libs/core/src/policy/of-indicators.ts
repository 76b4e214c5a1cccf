import type { Known } from '../decider.ts';
import type { Kind } from '../stream.ts';

/** How somebody stands to the rows of 指标填报: 责任科室, 填报人 or 审核人 of one of them; which, the command says. */
export const ofIndicators =
  (relation: 'indicator-department' | 'indicator-filler' | 'indicator-reviewer') =>
  (known: Known, kind: Kind, id: string): readonly string[] => {
    const rows = (kind === 'indicator' && known.state(kind, id)?.context.rows) || [];
    const named = rows.map(({ department, filler, reviewer }) => {
      if (relation === 'indicator-department') return department;
      return relation === 'indicator-filler' ? filler : reviewer;
    });
    return [...new Set(named.flatMap((one) => one ?? []))];
  };

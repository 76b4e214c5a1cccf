import { z } from 'zod';
import type { Subject } from '../../case/case.ts';
import type { Breach } from '../../elsewhere.ts';
import type { Enclosure } from './facts.ts';

const Title = z.string().min(1).max(80);

/** 报送材料: the titles that a package must have, and whether one that lacks them shows or is not sent. */
export const PackageRule = z.strictObject({
  titles: z.array(Title).max(30),
  effect: z.enum(['warn', 'block']).default('warn'),
});
export type PackageRule = Readonly<z.infer<typeof PackageRule>>;

/** The text itself, which every sending carries. */
const TEXT = '规划正文';

/**
 * What a package has unless the procedure says otherwise.
 *
 * @source 重大行政决策程序暂行条例 §29 提交审议时应当报送的材料（参照）
 */
export const USUAL_PACKAGE: { readonly [S in Subject]: PackageRule } = {
  scheme: { titles: [], effect: 'warn' },
  manuscript: {
    titles: [TEXT, '编制说明', '院长办公会纪要', '党委会决议', '职代会决议', '意见采纳情况汇总表'],
    effect: 'warn',
  },
};

/** 材料不齐: what the package lacks, with the effect that the procedure gives it; null for one that is complete. */
export function lacking({ titles, effect }: PackageRule, manifest: readonly Enclosure[]): Breach | null {
  const missing = titles.filter(
    (title) => title !== TEXT && !manifest.some((paper) => paper.title.includes(title)),
  );
  if (missing.length === 0) return null;
  return {
    effect,
    notice: {
      rule: 'filing.package',
      said: {
        zh: `报送材料不齐：缺${missing.join('、')}`,
        en: `The package lacks ${missing.join(', ')}`,
      },
      facts: { missing },
    },
  };
}

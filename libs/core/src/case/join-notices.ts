import type { StageMeaning } from '../procedure/compile.ts';
import type { Notice } from '../refusal.ts';
import type { FileRef } from '../text-ref.ts';

/** What a stage before says of its paper. */
interface Paper {
  readonly stage: string;
  /** A Beijing day. */
  readonly on: string;
  readonly scan: FileRef | null;
}

/** What whoever confirms a case that is taken over should look at: rules of plausibility, which show and refuse nothing. */
export const joinNotices = (
  { approving }: StageMeaning,
  paper: Paper,
  all: readonly Paper[],
): readonly Notice[] => [
  ...(approving.length > 0 && paper.scan === null ? [withoutScan(paper)] : []),
  ...daysNotice(paper, all),
];

const withoutScan = ({ stage }: Paper): Notice => ({
  rule: 'join.scan',
  said: {
    zh: '接入前的审议、审批环节未附材料扫描件',
    en: 'A stage that decides was taken over without a scan of its paper',
  },
  facts: { stage },
});

/** Days that no papers would bear: one before the stage before it, or one day for them all. */
function daysNotice({ stage, on }: Paper, all: readonly Paper[]): readonly Notice[] {
  const before = all[all.findIndex((paper) => paper.stage === stage && paper.on === on) - 1];
  if (before && before.on > on)
    return [
      {
        rule: 'join.days',
        said: {
          zh: '办结日期早于前一环节的办结日期',
          en: 'It ended on a day before the stage before it',
        },
        facts: { stage, on, before: before.on },
      },
    ];
  if (all.length < 2 || all.some((paper) => paper.on !== on)) return [];
  const said = {
    zh: '接入前各环节的办结日期均为同一日',
    en: 'Every stage before ended on one and the same day',
  };
  return [{ rule: 'join.days', said, facts: { stage, on } }];
}

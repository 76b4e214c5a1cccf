import { dayOf, lastDayOf } from '../calendar.ts';
import { oneLine } from './text.ts';

/** One line of a list of who owes what. */
export interface OwingLine {
  /** The department that owes; where none does, the holder in words. */
  readonly who: string;
  readonly label: string;
  /** Law time in UTC, or null. */
  readonly due: string | null;
  readonly overdue: boolean;
}

/** What is owed by one act in one stage. */
export interface OwingGroup {
  readonly stage: string | null;
  /** The act in Chinese, e.g. 报送科室发展规划. */
  readonly act: string;
  /** How many had to, or null where nobody can say. */
  readonly expected: number | null;
  readonly lines: readonly OwingLine[];
}

/**
 * A list of who owes what as text for a WeChat group: 应报、已报、未报, and the names under their dates. The system
 * hands it to whoever copies it and knows nothing of its sending.
 */
export function owingText(title: string, asOf: string, groups: readonly OwingGroup[]): string {
  const head = `【${oneLine(title)}】办理情况（截至${dayZh(dayOf(asOf))}）`;
  if (groups.length === 0) return `${head}\n各项工作均已办结，无未办事项。\n`;
  const foot = groups.some(({ lines }) => lines.length > 0)
    ? ['请以上科室（人员）抓紧办理，登录系统查看待办。']
    : [];
  return `${[head, ...groups.flatMap((group) => ['', ...groupText(group)]), ...foot].join('\n')}\n`;
}

const dayZh = (day: string): string => {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
};

function groupText({ stage, act, expected, lines }: OwingGroup): readonly string[] {
  const stated =
    expected === null
      ? `未办${lines.length}项`
      : `应报${expected}、已报${Math.max(0, expected - lines.length)}、未报${lines.length}`;
  const byDue = [...Map.groupBy(lines, ({ due }) => due ?? '')].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${stage === null ? '' : `${oneLine(stage)}——`}${act}：${stated}`,
    ...byDue.map(([due, owed]) => `${dueText(due, owed)}${whoText(owed)}`),
  ];
}

const dueText = (due: string, owed: readonly OwingLine[]): string => {
  if (due === '') return '未设期限：';
  return owed[0]?.overdue ? `${dayZh(lastDayOf(due))}到期（已逾期）：` : `${dayZh(lastDayOf(due))}前：`;
};

/** Each name once, with how often where it owes more than one thing. */
const whoText = (owed: readonly OwingLine[]): string =>
  [...Map.groupBy(owed, ({ who }) => who)]
    .map(([who, of]) => (of.length > 1 ? `${oneLine(who)}（${of.length}项）` : oneLine(who)))
    .join('、');

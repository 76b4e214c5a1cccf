import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { daysUntil, dueDay } from '../words/day.ts';
import { useSpeech, useWords } from '../words/language.tsx';
import type { Words } from '../words/zh.ts';

interface DueBadgeProps {
  /** RFC 3339; null for what has no date. */
  readonly due: string | null;
  readonly overdue: boolean;
  /** Law time of the institution. */
  readonly now: string;
}

/** A date in words and with a sign, so that nothing hangs on a colour. */
export function DueBadge({ due, overdue, now }: DueBadgeProps) {
  const { language } = useSpeech();
  const { due: words } = useWords();
  if (due === null) return <span className="due soft">{words.none}</span>;
  const tone = overdue ? 'late' : daysUntil(due, now) <= 3 ? 'soon' : 'calm';
  return (
    <span className={`due due-${tone}`}>
      {overdue ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <time dateTime={due}>{words.on(dueDay(due, language))}</time>
      <span>{leftWords(daysUntil(due, now), overdue, words)}</span>
    </span>
  );
}

function leftWords(days: number, overdue: boolean, words: Words['due']): string {
  if (overdue) return days < 0 ? words.late(-days) : words.lateToday;
  return days === 0 ? words.today : words.days(days);
}

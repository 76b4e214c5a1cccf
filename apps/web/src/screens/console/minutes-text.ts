import { dayWords, timeWords } from '../../words/day.ts';
import type { Scene } from './scene.ts';
import { attendanceOf, countsOf, outcomeNow } from './sums.ts';

/** The outcome in the words of the body: the chair's decision, or what the votes come to. */
export function resultOf({ thing: { data }, room }: Scene): string {
  const { rule, decision } = data;
  if (decision !== null) return rule.words[decision] ?? decision;
  const would = outcomeNow(rule, attendanceOf(data, room), countsOf(rule, room));
  const yes = data.conditions.length > 0 ? 'in-principle' : 'passed';
  const words = { passed: rule.words[yes], failed: rule.words['not-passed'] };
  if (!would) return '';
  return (
    (would.outcome === 'passed' || would.outcome === 'failed' ? words[would.outcome] : null) ?? would.sum
  );
}

/** 纪要稿: an official paper, and so in Chinese whatever the screen speaks. */
export function minutesOf({ thing: { data }, room, nameOf }: Scene, result: string): string {
  const { rule, at, place, item } = data;
  const named = (posts: readonly string[]): string => posts.map(nameOf).join('、');
  const away = room.seats.filter(({ post }) => !room.present.includes(post) && !room.recused.includes(post));
  const counts = countsOf(rule, room);
  return [
    `${rule.title}会议纪要`,
    `时间：${dayWords(at, 'zh')} ${timeWords(at)}`,
    `地点：${place}`,
    `出席：${named(room.present)}`,
    ...(away.length > 0 ? [`缺席：${named(away.map(({ post }) => post))}`] : []),
    ...(room.recused.length > 0 ? [`回避：${named(room.recused)}`] : []),
    `议题：${item.title}`,
    ...(counts
      ? [`表决：${ballotsOf(counts)}赞成${counts.yes}票，反对${counts.no}票，弃权${counts.abstain}票。`]
      : []),
    `会议决定：${result}。`,
    '',
  ].join('\n');
}

/** 发票、收票 of a secret ballot. */
const ballotsOf = ({ issued, returned, invalid }: NonNullable<ReturnType<typeof countsOf>>): string =>
  issued === undefined || returned === undefined
    ? ''
    : `发出${issued}张，收回${returned}张，其中无效${invalid ?? 0}张；`;

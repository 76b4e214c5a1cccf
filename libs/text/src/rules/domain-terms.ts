import { AT_MOST_100, GRADINGS, RANKS, type Grading } from '../dictionaries/domain-ranges.ts';
import { valueOf } from '../numeral.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match, type Rule } from '../checkup/rule.ts';

/** DOMAIN_TERM: a grade or value that the named grading does not have. */
export const domainTerm: Rule = {
  id: 'DOMAIN_TERM',
  severity: 'warning',
  origin: 'author',
  why: say(
    '所写的等级或数值在该项评价标准中不存在。',
    'The grading that is named has no such grade or value.',
  ),
  mend: say('对照评价标准核实后改正。', 'Check it against the standard.'),
  *find({ paragraphs }: Plan) {
    for (const grading of GRADINGS)
      for (const match of matches(paragraphs, grading.mention)) {
        const hit = outside(grading, match);
        if (hit) yield hit;
      }
    yield* oddRanks(paragraphs);
    for (const { found, at } of matches(paragraphs, AT_MOST_100))
      if (Number(found.groups?.['value']) > 100)
        yield { at, says: say(`“${found[0]}”超过了100%。`, `“${found[0]}” is more than 100 %.`) };
    for (const { found, at } of matches(
      paragraphs,
      /(?<lead>^|[^A-Za-z])CMI\s*(?:值)?(?:达到|达|为|不低于|保持在|≥)\s*\d+(?:\.\d+)?\s*[%％]/gu,
    ))
      yield {
        at,
        says: say(
          `CMI 是数值，不是百分比：“${found[0]}”。`,
          `CMI is a value, not a percentage: “${found[0]}”.`,
        ),
      };
  },
};

function outside(grading: Grading, { found, at, paragraph }: Match): Hit | undefined {
  const { level: grade = '', rank } = found.groups ?? {};
  const level = valueOf(grade);
  const { name, from, to, ranks } = grading;
  const behind = paragraph.text.slice(found.index + found[0].length);
  // 智慧服务…三级甲等医院 speaks of the hospital.
  if (level === undefined || /^(?:综合|中医|专科|妇幼|公立)*(?:医院|医疗机构|标准)/u.test(behind))
    return undefined;
  if (level >= from && level <= to && isRankOf(ranks, rank)) return undefined;
  const grades = `${from}至${to}级${ranks.map((each) => `、${each}`).join('')}`;
  const said = found[0].slice(-6);
  return {
    at,
    says: say(
      `${name}分为${grades}，没有“${said}”。`,
      `${name} has the grades ${from} to ${to}, not “${said}”.`,
    ),
  };
}

/** A rank that no grading has is reported by itself, whatever it is a rank of. */
const isRankOf = (ranks: readonly string[], rank: string | undefined): boolean =>
  rank === undefined || !RANKS.includes(rank) || ranks.includes(rank);

function* oddRanks(paragraphs: Plan['paragraphs']): Generator<Hit> {
  const ranks = /[一二三四五1-5]级(?<rank>[一二三四五六1-6]等)(?!奖|功|品|护士|军士)/gu;
  for (const { found, at } of matches(paragraphs, ranks))
    yield {
      at,
      says: say(
        `没有“${found[0]}”这一等级：级以下分甲等、乙等。`,
        `There is no “${found[0]}”: within a level the ranks are 甲等 and 乙等.`,
      ),
    };
}

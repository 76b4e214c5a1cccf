import { quantityNamed, shown, valueNamed, type Value } from '../indicators/value.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match } from '../checkup/rule.ts';

const SPLIT =
  /(?<whole>\d{1,5})(?<unit>[项个名件条家])[^，。；\d]{0,10}[，,]\s?(?:已)?(?<verb>完成|实现|达标|合格|落实)\s?(?<some>\d{1,5})\k<unit>[，、,]\s?未\k<verb>\s?(?<others>\d{1,5})\k<unit>/gu;

/** 22项，完成20项，未完成3项: a thing and its contrary are everything. */
export function* contraries({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, SPLIT)) {
    const { whole, some, others, unit = '' } = found.groups ?? {};
    const sum = Number(some) + Number(others);
    if (sum === Number(whole)) continue;
    const says = say(
      `两项合计${sum}${unit}，与总数${whole ?? ''}${unit}不符。`,
      `Both come to ${sum}, not to ${whole ?? ''}.`,
    );
    yield { at, says };
  }
}

const MEAN = new RegExp(
  `${quantityNamed('sum_')}[，（]\\s?(?:年均|平均每年|每年平均)(?!增|下降)[^，。；\\d]{0,4}${quantityNamed('mean_')}`,
  'gu',
);
const YEARLY = new RegExp(
  `每年[^，。；\\d]{0,12}${quantityNamed('mean_')}[，,]\\s?五年(?:间|内)?(?:累计|合计|共计|总计|共)[^，。；\\d]{0,6}${quantityNamed('sum_')}`,
  'gu',
);
const FIVE_YEARS = /“?十[一二三四五六七八]五”?(?:期间|时期|以来)|五年/u;

/** A sum over five years, and what it comes to a year: 1.86亿元，年均3720万元. */
export function* yearlyMeans({ paragraphs }: Plan): Generator<Hit> {
  for (const pattern of [MEAN, YEARLY])
    for (const match of matches(paragraphs, pattern)) {
      const [sum, mean] = [valueNamed(match.found, 'sum_'), valueNamed(match.found, 'mean_')];
      if (sum && mean && areOff(sum, mean) && isOverFiveYears(match) && !isOfEach(match))
        yield notFiveTimes(match, sum, mean);
    }
}

/** Each may be rounded, and a year may be missing at one end. */
const areOff = (sum: Value, mean: Value): boolean =>
  sum.unit !== '' &&
  sum.unit === mean.unit &&
  [sum, mean].every((value) => isPlain(value)) &&
  Math.abs(sum.low / mean.low - 5) > 0.5;

/** 每个学科每年: so much for each of several things is another rule's. */
const isOfEach = ({ found, paragraph }: Match): boolean =>
  /每[人名位个家所项支台][^，。；]{0,14}$/u.test(paragraph.text.slice(0, found.index)) ||
  found[0].startsWith('每年每');

const isPlain = ({ low, high, unit }: Value): boolean => low === high && low > 0 && unit !== '%';

function isOverFiveYears({ found, paragraph }: Match): boolean {
  const before = paragraph.text.slice(0, found.index);
  const sentence = before.slice(before.lastIndexOf('。') + 1) + found[0];
  return FIVE_YEARS.test(sentence) && !/20\d\d\s*年/u.test(sentence);
}

function notFiveTimes({ found, paragraph }: Match, sum: Value, mean: Value): Hit {
  return {
    at: placeIn(paragraph, found.index, found.index + found[0].length),
    says: say(
      `五年合计${shown(sum)}，与每年${shown(mean)}不符。`,
      `${shown(sum)} in five years does not agree with ${shown(mean)} a year.`,
    ),
  };
}

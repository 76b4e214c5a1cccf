import { before, figuresIn } from '../indicators/figures.ts';
import { inHan, valueOf } from '../numeral.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match } from '../checkup/rule.ts';

const NUMERAL = '(?<n>\\d{1,2}|[两三四五六七八九十])';

/** A row of short names, and how many sides of a thing they are: 门诊、住院两个环节. */
const SIDES = new RegExp(`${NUMERAL}个(?:环节|方面|领域|阶段|层次|层面|维度|板块)`, 'gu');

/** Six things, and then which: 6个，分别为…; 五项制度，即…. */
const WHICH = new RegExp(
  `${NUMERAL}(?:个|项|家|大|类|种|所|名|位|支|条|级)[^，。；、：\\d]{0,14}，(?:即|分别(?:为|是))(?<list>[^。；]+)`,
  'gu',
);

/** A率、B率分别达到… with a value for each. */
const EACH = /分别(?:达到?|为|是|控制在|提高到|不低于)(?<values>[^，。；]+)/gu;

/** As many are said to be, and another number is named. */
export function* namedCounts({ paragraphs }: Plan): Generator<Hit> {
  for (const match of matches(paragraphs, SIDES)) {
    const row = rowBefore(match);
    const isShort = row.split('、').every((name, i) => name.length <= (i === 0 ? 14 : 8));
    if (isShort && !/等|以及/u.test(row)) yield* judged(match, row);
  }
  for (const match of matches(paragraphs, WHICH)) yield* judged(match, listIn(match));
  for (const match of matches(paragraphs, EACH)) yield* tooMany(match);
}

/** The words in front of it in the same clause. */
const rowBefore = ({ found, paragraph }: Match): string =>
  /[^，。；：！？“”\d]*$/u.exec(before(paragraph.text, found.index))?.[0] ?? '';

/** Up to the first comma, where that gives the number; a list may have commas of its own. */
function listIn({ found }: Match): string {
  const list = (found.groups?.['list'] ?? '').replaceAll(/（[^（）]*）|“[^“”]*”|《[^《》]*》/gu, '某');
  const first = list.split('，')[0] ?? '';
  return isCount(first, numberOf(found)) ? first : list.replaceAll('，', '、');
}

const numberOf = ({ groups }: RegExpExecArray): number => valueOf(groups?.['n'] ?? '') ?? 0;

const joints = (row: string): number => row.match(/[和与及]/gu)?.length ?? 0;

/** 和 may join two names or stand within one; 等 leaves the row open. */
function isCount(row: string, number: number): boolean {
  const separate = row.split('、').length;
  return /等/u.test(row) || (number >= separate && number <= separate + joints(row));
}

function* judged({ found, paragraph }: Match, row: string): Generator<Hit> {
  const number = numberOf(found);
  if (number < 2 || !row.includes('、') || isCount(row, number)) return;
  const listed = row.split('、').length;
  yield {
    at: placeIn(paragraph, found.index, found.index + Math.min(found[0].length, 60)),
    says: say(
      `称有${inHan(number)}项，实际列出${inHan(listed)}项。`,
      `${number} are announced and ${listed} are listed.`,
    ),
    mend: say('核对项数。', 'Count them again.'),
  };
}

function* tooMany(match: Match): Generator<Hit> {
  const { found, at } = match;
  const [names, values] = [rowBefore(match), found.groups?.['values'] ?? ''];
  const most = names.split('、').length + joints(names);
  const stated = figuresIn(values).length;
  if (most < 2 || stated <= most || !values.includes('、')) return;
  const says = say(
    `“分别”之后有${stated}个数值，之前只有${most}项。`,
    `${stated} values stand behind 分别, and no more than ${most} things before it.`,
  );
  yield { at, says, mend: say('逐项对应后改正。', 'Give each thing its value.') };
}

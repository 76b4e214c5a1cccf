import { inHan, valueOf } from '../numeral.ts';
import { walk, type OutlineNode } from '../outline.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Match } from '../checkup/rule.ts';

const NUMBER = '(?<n>\\d{1,2}|[二两三四五六七八九十]{1,3})';
const THINGS =
  '(?:重大|重点)?(?:个(?:重点|主要|核心|关键|基本|专项)?(?:方面|重点|坚持|结合|统一|体系|专项|阶段|层面|维度|突破|转变|问题|原则|目标|环节)|大(?:重点|主要|核心|关键|基本|专项)?(?:工程|行动|任务|体系|板块|方面|举措|原则|目标|中心|能力|项目|战略|计划|平台)|项(?:任务|举措|措施|工程|行动|重点任务|重点工作|原则|工作|内容|机制|目标|指标)|点(?:意见|要求|建议)|条(?:措施|意见|建议))';

/** N things are announced and a colon opens the list of them. */
const ANNOUNCED = new RegExp(`(?<lead>^|[^第\\d十百])${NUMBER}${THINGS}[^。；：，]{0,12}[：:]`, 'gu');

/** A number of things behind a row of items: 胸痛、卒中、创伤三大中心. */
const SUMMED =
  /(?<n>[三四五六七八九十])大(?:(?:临床|资源|共享|医学|服务|救治|重点)*(?:中心|专科群|学科群|专科)|工程|行动|体系|板块|平台|基地|院区|战略|任务)/gu;

/** As many things are announced, and another number is listed. */
export function* countsListed(plan: Plan): Generator<Hit> {
  for (const match of matches(plan.paragraphs, ANNOUNCED)) {
    const announced = announcedIn(match.found);
    const listed = listedBehind(match, plan) ?? announced;
    if (announced >= 2 && listed !== announced) yield miscounted(match.at, announced, listed);
  }
  for (const { found, paragraph } of matches(plan.paragraphs, SUMMED)) yield* summed(found, paragraph);
  yield* overnamed(plan);
}

const announcedIn = ({ groups }: RegExpExecArray): number => valueOf(groups?.['n'] ?? '') ?? 0;

function listedBehind({ found, paragraph }: Match, plan: Plan): number | undefined {
  const behind = paragraph.text.slice(found.index + found[0].length);
  return behind.trim() === '' ? listedBelow(paragraph, plan) : listedInline(behind);
}

/** At least two names with 、 between them, and nothing that ends a clause. */
const ROW = /[^，。；：！？“”（）\d]、[^，。；：！？“”（）\d]{1,30}$/u;

function* summed(found: RegExpExecArray, paragraph: Paragraph): Generator<Hit> {
  if (!ROW.test(paragraph.text.slice(0, found.index))) return;
  const announced = announcedIn(found);
  const items =
    paragraph.text
      .slice(0, found.index)
      .split(/[，。；：！？“”（）\d]/u)
      .at(-1)
      ?.replace(/^、/u, '') ?? '';
  const separate = items.split('、').length;
  if (isSumOf(items, separate, announced)) return;
  const from = found.index - items.length;
  const at = placeIn(paragraph, from, found.index + found[0].length);
  yield miscounted(at, announced, separate, isPlainRow(items) ? undefined : 'advice');
}

/** Short names and nothing else: no word that joins two of them, no verb that the row depends on. */
const isPlainRow = (items: string): boolean =>
  items.split('、').length >= 3 &&
  !/[和与及等]/u.test(items) &&
  items
    .split('、')
    .slice(1)
    .every(
      (item) =>
        item.length <= 8 &&
        !/实施|推进|开展|建设|打造|建成|形成|构建|建立|聚焦|围绕|实行|落实|完善|推行/u.test(item),
    );

/** Of A、B、C等2个学科 more are named than counted; 等 may leave some out, but takes none back. */
const NAMED =
  /(?<items>(?:[\p{sc=Han}]{2,12}(?:（[A-Za-z]+）)?、)+[\p{sc=Han}]{2,12}?(?:（[A-Za-z]+）)?)(?<open>等)?(?<n>\d{1,2}|[两三四五六七八九十])个(?<thing>[\p{sc=Han}]{0,10}?(?:亚专科|专科|学科|中心|专业|病种|项目))(?!带|负)/gu;

function* overnamed({ paragraphs }: Plan): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, NAMED)) {
    const names = (found.groups?.['items'] ?? '').split('、');
    const announced = announcedIn(found);
    if (announced > 0 && names.length > announced && isRowOf(names, found))
      yield miscounted(at, announced, names.length);
  }
}

/** Either 等 says so, or the names end like the thing that is counted, the last of them too. */
function isRowOf(names: readonly string[], { groups }: RegExpExecArray): boolean {
  if (names.some((name) => name.includes('等'))) return false;
  if (groups?.['open'] !== undefined) return true;
  const end = (groups?.['thing'] ?? '').slice(-1);
  const alike = names.map((name) => name.replace(/（.*/u, '').endsWith(end));
  return alike.at(-1) === true && alike.filter(Boolean).length >= names.length - 1;
}

/** 等 leaves the row open; 和 may join two items or stand within one. */
function isSumOf(items: string, separate: number, announced: number): boolean {
  if (announced < separate) return false;
  const joined = items.match(/[和与及]/gu)?.length ?? 0;
  return /等[^、]{0,6}$/u.test(items) || announced <= separate + joined;
}

function listedInline(text: string): number | undefined {
  for (const signs of [
    /(?:^|[。；：，、\s])([一二三四五六七八九十]{1,2})是/gu,
    /[（(](\d{1,2})[）)]/gu,
    /([①-⑳])/gu,
  ]) {
    const numbers = [...text.matchAll(signs)].flatMap(([, sign = '']) => valueOf(sign) ?? []);
    const run = runOf(numbers);
    if (run >= 2) return run;
  }
  return undefined;
}

/** How far a count from one goes without a gap. */
function runOf(numbers: readonly number[]): number {
  let last = 0;
  for (const number of numbers) {
    if (number !== last + 1) break;
    last = number;
  }
  return last;
}

function listedBelow(paragraph: Paragraph, plan: Plan): number | undefined {
  for (const { node } of walk(plan.root)) {
    const siblings = behindOf(node, paragraph);
    if (!siblings) continue;
    const [first] = siblings;
    if (!first?.marker || first.marker.ordinal !== 1) return undefined;
    const { style } = first.marker;
    const run = runOf(
      siblings.filter(({ marker }) => marker?.style === style).map(({ marker }) => marker?.ordinal ?? 0),
    );
    return run >= 2 ? run : undefined;
  }
  return undefined;
}

/** What stands behind an announcement: below it when it is numbered itself, otherwise beside it. */
function behindOf(node: OutlineNode, paragraph: Paragraph): readonly OutlineNode[] | undefined {
  if (node.paragraph === paragraph && node.children.length > 0) return node.children;
  const at = node.children.findIndex((child) => child.paragraph === paragraph);
  if (at < 0 || (node.children[at]?.children.length ?? 0) > 0) return undefined;
  return node.children.slice(at + 1);
}

function miscounted(at: Hit['at'], announced: number, listed: number, severity?: 'advice'): Hit {
  return {
    at,
    ...(severity ? { severity } : {}),
    says: say(
      `称有${inHan(announced)}项，实际列出${inHan(listed)}项。`,
      `${announced} are announced and ${listed} are listed.`,
    ),
    mend: say('核对项数。', 'Count them again.'),
  };
}

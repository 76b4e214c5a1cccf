import { walk } from '../outline.ts';
import type { Plan } from '../plan.ts';
import type { Shaped } from '../shape.ts';
import { matches, say, wholeLine, type Hit, type Rule, type Said } from '../checkup/rule.ts';

interface Chapter {
  readonly name: Said;
  readonly heading: RegExp;
  /** Said in running text, it need not have a heading of its own. */
  readonly inText?: RegExp;
}

/** @source 《“十四五”国民健康规划》《关于推动公立医院高质量发展的意见》：规划的通行结构 */
const CHAPTERS: readonly Chapter[] = [
  { name: say('现状分析', 'where it stands'), heading: /现状|基础|成就|成绩|成效|回顾|形势|总结|背景|环境/u },
  {
    name: say('指导思想', 'guiding thought'),
    heading: /指导思想|总体要求|总体思路|发展思路|总体战略/u,
    inText: /指导思想/u,
  },
  { name: say('发展目标', 'targets'), heading: /目标|愿景|指标/u },
  { name: say('主要任务', 'tasks'), heading: /任务|举措|重点|工程|建设|内容|行动|提升|加强|推进|强化/u },
  { name: say('保障措施', 'means'), heading: /保障|组织领导|组织实施|支撑/u },
  {
    name: say('实施、监测与评估', 'carrying out, monitoring and evaluation'),
    heading: /规划(?:的)?实施|组织实施|^实施|推进实施|监测|评估|监督|考核|督导|督查|落实机制/u,
    inText:
      /(?:中期|年度|终期|定期|动态)(?:监测|评估)|规划(?:的)?(?:实施|落实|执行)[^。]{0,30}(?:监测|评估|考核|督查|督导|检查)|(?:监测|评估|督查|考核)[^。]{0,12}规划/u,
  },
];

/** STRUCTURE: a chapter that a plan has, and this one has not. */
export const structure: Rule = {
  id: 'STRUCTURE',
  severity: 'warning',
  origin: 'author',
  why: say(
    '规划应有现状、指导思想、目标、任务、保障、实施评估等部分。',
    'A plan has a chapter on each of these.',
  ),
  mend: say('补写缺少的部分。', 'Add what is missing.'),
  *find(plan: Plan) {
    yield* guidingThought(plan);
    const headings = headingsOf(plan);
    if (!isPlan(plan) || headings.length < 4) return;
    const missing = CHAPTERS.filter((chapter) => !has(plan, headings, chapter)).map(({ name }) => name);
    const at = topHeadings(plan).at(-1);
    if (missing.length > 0 && missing.length <= 3 && at) {
      const [zh, en] = [missing.map((name) => name.zh).join('、'), missing.map((name) => name.en).join('; ')];
      yield { at: wholeLine(at), says: say(`全文没有“${zh}”的内容。`, `The plan has nothing on: ${en}.`) };
    }
  },
};

/** A whole plan, not a scheme, a notice or a chapter of one. */
function isPlan({ lines, title }: Plan): boolean {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const head = lines
    .slice(0, 25)
    .filter(({ shape }) => shape === 'plain')
    .map(({ text }) => text.trim());
  const named = head.some((text) => /(?:规划|纲要)(?:[（(].{1,20}[）)])?$/u.test(text) && text.length < 60);
  return (
    length >= 3000 && (named || (title?.text ?? '').endsWith('规划')) && !/方案/u.test(title?.text ?? '')
  );
}

/** Headings, and what stands before the first sign of a numbered paragraph that begins with one. */
const headingsOf = ({ root }: Plan): readonly string[] =>
  [...walk(root)].flatMap(({ node }) => {
    if (!node.marker) return [];
    const runIn = /^([^。：，；、]{2,20})[。：]/u.exec(node.title)?.[1] ?? '';
    return [node.paragraph?.kind === 'heading' ? node.title : runIn];
  });

function topHeadings({ root, lines }: Plan): readonly Shaped[] {
  return root.children.flatMap(({ paragraph, marker, line }) =>
    marker && paragraph?.kind === 'heading' ? [lines[line - 1] ?? []].flat() : [],
  );
}

function has({ paragraphs }: Plan, headings: readonly string[], { heading, inText }: Chapter): boolean {
  if (headings.some((title) => heading.test(title))) return true;
  const short = paragraphs.filter(({ kind }) => kind === 'short').map(({ text }) => text);
  if (short.some((text) => text.length < 30 && heading.test(text))) return true;
  return inText !== undefined && paragraphs.some(({ text }) => inText.test(text));
}

function* guidingThought({ root, paragraphs, period }: Plan): Generator<Hit> {
  if (!period || period.from < 2021) return;
  const section = sectionOf(root, paragraphs);
  const line = (section.find(({ kind }) => kind === 'prose' || kind === 'clause') ?? section[0])?.lines[0];
  if (!line || section.some(({ text }) => text.includes('习近平新时代中国特色社会主义思想'))) return;
  yield {
    at: { line, from: 0, to: Math.min(20, line.text.length) },
    severity: 'advice',
    says: say(
      '指导思想中没有“习近平新时代中国特色社会主义思想”。',
      'The guiding thought is not named as it is in plans of these years.',
    ),
  };
}

/** 指导思想 with everything below it; empty where there is none. */
function sectionOf(root: Plan['root'], paragraphs: Plan['paragraphs']): Plan['paragraphs'] {
  const found = [...walk(root)].find(
    ({ node }) => node.marker && /^(?:指导思想|总体要求)/u.test(node.title),
  )?.node;
  if (!found?.paragraph) return [];
  const at = paragraphs.indexOf(found.paragraph);
  return paragraphs.slice(at, at + [...walk(found)].length);
}

const PROMISES: readonly { readonly announced: RegExp; readonly kept: RegExp }[] = [
  {
    announced: /(?:构建|建立|形成|制定|设置|确定|提出|设定)[^，。；]{0,16}(?:目标|规划)指标体系/gu,
    kept: /指标体系|指标表|主要指标|^表/u,
  },
  {
    announced: /(?:见|详见|参见)(?:本规划)?附(?:件|表|录)\s*[\d一二三四五六七八九十]*/gu,
    kept: /^附(?:件|表|录)/u,
  },
  {
    announced: /(?:见|如|参见)下?表\s*[\d一二三四五六七八九十]*(?:所示)?(?=[，。；：）])/gu,
    kept: /^表|\t|\|/u,
  },
  { announced: /(?:见|如)(?:下图|图\s*[\d一二三四五六七八九十]+)(?:所示)?/gu, kept: /^图/u },
  { announced: /(?:见|详见)专栏\s*[\d一二三四五六七八九十]*/gu, kept: /^专栏/u },
];

/** PROMISED_MISSING: a table or annex that is announced, and is not there. */
export const promisedMissing: Rule = {
  id: 'PROMISED_MISSING',
  severity: 'warning',
  origin: 'author',
  why: say('文中提到的指标表或附件没有附上。', 'The text speaks of a table or annex that it does not have.'),
  mend: say('附上，或删去这句话。', 'Add it, or delete the sentence.'),
  *find({ paragraphs }: Plan) {
    for (const { announced, kept } of PROMISES)
      for (const { found, at, paragraph } of matches(paragraphs, announced)) {
        const others = paragraphs.filter(
          (other) => other !== paragraph && (other.kind !== 'prose' || other.text.startsWith('附')),
        );
        if (paragraph.kind === 'heading' || isKeptIn(others, kept, found[0])) continue;
        yield {
          at,
          says: say(`提到“${found[0]}”，文中没有。`, `“${found[0]}” is announced and is not there.`),
        };
        break;
      }
  },
};

/** Where the annexes are numbered, the one that is announced has to be among them. */
function isKeptIn(others: Plan['paragraphs'], kept: RegExp, announced: string): boolean {
  const texts = others.map(({ text }) => text.trim()).filter((text) => isKept(text, kept));
  const no = /附件\s*(\d+)$/u.exec(announced)?.[1];
  const numbered = texts.flatMap((text) => /^附件\s*(\d+)/u.exec(text)?.[1] ?? []);
  return no === undefined || numbered.length < 2 ? texts.length > 0 : numbered.includes(no);
}

const isKept = (text: string, kept: RegExp): boolean => text.length < 60 && kept.test(text);

import { matches, say, wholeLine, type Hit, type Rule } from '../checkup/rule.ts';
import type { Plan } from '../plan.ts';
import type { Shaped } from '../shape.ts';

const DELETE =
  '(?:此|本|该|上|下)(?:页|段|处|句|行|节|表|图|部分)(?:请|可|应|须|需|建议|予以)?(?:删除|删去|删掉|略去|不要|保留与否)';
const INSERT =
  '(?<lead>^|[。；，（(【])\\s*(?:此处|这里|在此|本页)(?:请|需|应|须)?(?:插入|填写|填入|补充|添加|附上|加入|粘贴|填报)';
const SURE = new RegExp(`${DELETE}|(?:请)?(?:删除|删去)(?:此|本)(?:页|段|处|句|行|表)|${INSERT}`, 'gu');

/** In brackets, an order to whoever writes: it begins as one and does something to the text. */
const ORDER =
  /[（(【[](?:此处|此页|本页|本段|此段|该段|这里|请|需|建议|待|注：?请|备注：?请|说明：?请)[^（）()【】[\]]{0,30}(?:删除|删去|插入|补充|核实|核对|填写|填报|修改|替换|完善|调整|提供|核价|确认|审核|把关|斟酌|商定)[^（）()【】[\]]{0,12}[）)】\]]/gu;
/** In brackets, whose it is to give what is missing; and what an empty form says. */
const TO_GIVE =
  /[（(【[][^（）()【】[\]，。]{0,12}由\p{sc=Han}{2,8}(?:科|处|部|办|室)(?:负责)?(?:提供|补充|填写|填报|核实|补齐)[）)】\]]|[（(【[]?请?(?:单击|点击)(?:此处|这里)(?:添加|输入|编辑)\p{sc=Han}{0,6}[）)】\]]?|[（(【[]请?在(?:此|这里|此处)?(?:键入|输入)\p{sc=Han}{0,6}[）)】\]]/gu;
/** In brackets, what one writer says to another of the text itself. */
const ASIDE =
  /[（(【[](?:[^（）()【】[\]，。：:]{0,8}(?:主任|院长|书记|科长|处长|领导|专家|审稿)意见|修改说明|修改理由|修改建议|审核意见|编者注|作者注|原文为|原稿为)\s*[：:为][^（）()【】[\]]{1,60}[）)】\]]|[（(【[][^（）()【】[\]]{0,30}(?:再斟酌|再定稿|再商量|后定稿|后再定|待商榷|待斟酌|是否合适|是否保留|是否删除|是否准确|待核实|未核实|待商定|待确认)[^（）()【】[\]]{0,12}[）)】\]]/gu;
const REMARK =
  /[【[](?:批注|修改意见|审稿意见|编者按|注释)[^【】[\]]{0,40}[】\]]|(?:^|。)\s*(?:批注|审稿意见)\s*[：:]/gu;
const STRUCK = /[（(【[](?:删除?|删去|待删|拟删|建议删除)[）)】\]]/gu;
const LEFT_OUT = /（(?:此处)?(?:以下)?(?:从)?略）|（(?:内容)?省略）/gu;

const WHY = say(
  '这是写给编写人的话，不是规划内容。',
  'This speaks to the writer; it is no part of the plan.',
);

/** INSTRUCTION_RESIDUE: an order to the writer that stayed in the text, even over several short lines. */
export const instructionResidue: Rule = {
  id: 'INSTRUCTION_RESIDUE',
  severity: 'error',
  origin: 'author',
  why: WHY,
  mend: say('照办后删去这句话。', 'Do what it says, then delete it.'),
  *find({ paragraphs, lines }: Plan) {
    const seen = new Set<number>();
    for (const pattern of [SURE, ORDER, TO_GIVE, ASIDE, REMARK, STRUCK, LEFT_OUT])
      for (const { found, at } of matches(paragraphs, pattern)) {
        if (seen.has(at.line.number)) continue;
        seen.add(at.line.number);
        yield hit(found[0], at, pattern === LEFT_OUT ? 'warning' : 'error');
      }
    yield* scattered(lines, seen);
  },
};

function hit(quote: string, at: Hit['at'], severity: 'error' | 'warning'): Hit {
  return {
    at,
    severity,
    says: say(
      `写给编写人的提示“${quote}”留在了文中。`,
      `The note “${quote}” to the writer was left in the text.`,
    ),
  };
}

/** The characters of an order one below the other, as a narrow box of a page becomes lines. */
function* scattered(lines: readonly Shaped[], seen: ReadonlySet<number>): Generator<Hit> {
  for (const run of shortRuns(lines)) {
    const joined = run.map(({ text }) => text.trim()).join('');
    const [quote] = joined.match(SURE) ?? [];
    const start = quote === undefined ? undefined : startOf(run, quote);
    if (!quote || !start || run.some(({ number }) => seen.has(number))) continue;
    yield { ...hit(quote, wholeLine(start), 'error'), also: run.map(({ number }) => number) };
  }
}

/** Longer than this no box of a page is narrow. */
const SHORT = 4;

/** Short lines that follow each other, blank ones between them left out. */
function shortRuns(lines: readonly Shaped[]): readonly (readonly Shaped[])[] {
  const runs: Shaped[][] = [[]];
  for (const line of lines.filter(({ shape }) => shape !== 'blank'))
    if (line.text.trim().length <= SHORT) runs.at(-1)?.push(line);
    else runs.push([]);
  return runs.filter(({ length }) => length > 1);
}

function startOf(run: readonly Shaped[], quote: string): Shaped | undefined {
  const at = run
    .map(({ text }) => text.trim())
    .join('')
    .indexOf(quote);
  let before = 0;
  return run.find(({ text }) => (before += text.trim().length) > at);
}

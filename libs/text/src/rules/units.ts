import type { Plan } from '../plan.ts';
import { matches, say, type Rule } from '../checkup/rule.ts';

const NUMBER = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?';

/** A number in 万 or 亿 and then the end of the clause. Of 20万、30万元 the first shares the unit of the second. */
const SCALED = new RegExp(
  `(?<lead>\\p{sc=Han}\\s{0,2}(?:[>≥＞约近达超]\\s{0,2})??)[>＞≥]?\\s*(?:\\d+(?:\\.\\d+)?\\s*[-—–~～至]\\s*)?\\d+(?:\\.\\d+)?\\s*[万亿](?:余|多)?(?:以上|左右|以下|以内)?(?=[，。；）]|$)`,
  'gu',
);

/** A quantity that was counted, and a bare number: 床位数达到1000，. Indices, scores, ratios and values have no unit. */
const BARE = new RegExp(
  `(?<lead>(?=人次|总量|面积|收入|床位|例数)|^|[^指系分倍参基次函](?=数)|[^含质力](?=量))(?:人次|总量|面积|收入|床位|例数|数|量)(?:达到|达|为|增至|增加到|增长到|提高到|保持在|稳定在|突破|超过|不少于|不低于)\\s*${NUMBER}(?=[，。；]|$)`,
  'gu',
);
const STAY = /平均住院(?:日|天数)[^，。；\d]{0,10}\d+(?:\.\d+)?(?!\s*[\d.天日%％]|\s*[-—~～至])/gu;

/** Money in 万 or 亿 with what it is for behind it: 投资4500万建设. */
const MONEY =
  /(?:投资|投入|经费|资金|预算|贷款|拨款|补助)(?:约|近|达|为|达到|超过|不少于|不低于)?\s*\d+(?:\.\d+)?\s*[万亿](?=用于|建设|购置|改造|新建|购买|引进|支持|作为|，)/gu;

/** Whether the name says what is counted: 体检人次突破10万. */
const isNamed = (before: string): boolean =>
  /(?:人次|台次|例次|场次|人数|例数|户数|件数|字数|册数|张数|次数)(?:首次|累计|已|将)?(?:突破|超过|达到?|增至|为|约|近)?\s*$/u.test(
    before,
  );

/** UNIT_MISSING: a quantity without what it counts. */
export const unitMissing: Rule = {
  id: 'UNIT_MISSING',
  severity: 'warning',
  origin: 'author',
  why: say('数量没有单位，口径不明，无法核对。', 'A quantity without a unit cannot be checked.'),
  mend: say('补上单位，如“万元”“万人次”“张”。', 'Add the unit, such as 万元 or 万人次.'),
  *find({ paragraphs }: Plan) {
    const prose = paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'clause');
    for (const pattern of [SCALED, MONEY, BARE, STAY])
      for (const { found, at, paragraph } of matches(prose, pattern)) {
        const next = paragraph.text.slice(found.index + found[0].length, found.index + found[0].length + 12);
        if (/^[，）]?(?:单位|计量)/u.test(next) || isNamed(paragraph.text.slice(0, found.index))) continue;
        yield { at, says: say(`“${found[0].trim()}”缺少单位。`, `“${found[0].trim()}” has no unit.`) };
      }
  },
};

/** UNIT_FORM: 万 before a sign that is no unit of its own, such as 3万/m², and 平米 for 平方米. @source GB 3100-1993 */
export const unitForm: Rule = {
  id: 'UNIT_FORM',
  severity: 'warning',
  origin: 'author',
  why: say('“万/m²”“平米”之类不是规范的计量单位。', 'Neither 万/m² nor 平米 is a unit of measure.'),
  mend: say('写作“平方米”“万平方米”等规范单位。', 'Write 平方米 or 万平方米.'),
  *find({ paragraphs }: Plan) {
    for (const { found, at } of matches(
      paragraphs,
      /\d+(?:\.\d+)?\s*万\s*\/\s*(?:m²|m2|㎡|平方米|人次?|元|张)|\d\s*[万亿]?\s*(?:平米|立米)/gu,
    ))
      yield { at, says: say(`“${found[0]}”单位写法不规范。`, `“${found[0]}” is no way to write a unit.`) };
  },
};

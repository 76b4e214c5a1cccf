import { isQuoted, matches, say, type Hit, type Rule } from '../checkup/rule.ts';
import type { Plan } from '../plan.ts';

/** What stands where something was to be filled in, the longer forms first. None of them is a word: PET/CT, H7N9, B++ and 互联网+ are not here. */
const FORMS: readonly RegExp[] = [
  /（[^（）“”]{0,20}[?？]\s*）|\([^()“”]{0,20}[?？]\s*\)/gu,
  /(?:20)?[X×]{1,2}年[X×]{1,2}月(?:[X×]{1,2}日)?/gu,
  /@{2,}/gu,
  /(?<lead>^|[^A-Za-zＸ])[XxＸ]{3,}(?![A-Za-z])/gu,
  /(?<lead>^|[^A-Za-z0-9Ｘ])[XxＸ]{2}\s*(?=[+＋]|年|月|日|%|％|万|亿|元|个|项|张|名|人|家|篇|例|台|床|次|㎡|平方米)/gu,
  /(?<lead>^\s*|[^\d\s×]\s*)×{2,}(?!\s*\d)/gu,
  /(?<lead>\p{sc=Han})[○◯]{2,}|[○◯]{2,}(?=\p{sc=Han})/gu,
  /(?<lead>\p{sc=Han})#{2,}|#{2,}(?=\p{sc=Han})/gu,
  /“\s*”|《\s*》|【\s*】/gu,
  /[?？]{2,}/gu,
  /(?:达到|为|至|到|共)[?？]\s?(?=[%％万亿个项张名人家篇例台元])/gu,
  /〇{2,}(?=个|项|张|名|人|家|篇|例|台|元|万)/gu,
  /[（(【[][^（）()【】[\]]{0,10}待(?:定|补充?|填写?|核实?|核定|确认|明确|落实|商定|完善|更新|续)[^（）()【】[\]]{0,4}[）)】\]]/gu,
  /(?<lead>^|[^接对期等招看善优亟有款急])待(?:定|补充?|填写?|核实|核定|确认)(?=[，。；、：）\s]|$)/gu,
  /\b(?:TBD|TBC)\b/gu,
  /_{3,}|＿{2,}/gu,
  /（[\s\u3000]*）|\([\s\u3000]*\)/gu,
  /(?:20\d{0,2})?[\s\u3000]{2,}年[\s\u3000]{1,}月(?:[\s\u3000]+日)?/gu,
];

/** PLACEHOLDER: something was to be filled in and was not. */
export const placeholder: Rule = {
  id: 'PLACEHOLDER',
  severity: 'error',
  origin: 'author',
  why: say(
    '占位符表明内容尚未填写，印发后无法执行，也有损严肃性。',
    'Content is missing where a placeholder stands.',
  ),
  mend: say(
    '向责任科室核实后填写，或删去整句。',
    'Ask the department in charge and fill it in, or delete the sentence.',
  ),
  *find({ paragraphs }: Plan) {
    const seen: Hit['at'][] = [];
    for (const form of FORMS)
      for (const { paragraph, found, at } of matches(paragraphs, form)) {
        const isQuestion = /[?？]/.test(found[0]) && isQuoted(paragraph.text, found.index);
        if (isQuestion || seen.some((earlier) => overlap(earlier, at))) continue;
        seen.push(at);
        yield hit(found[0].trim(), at);
      }
  },
};

/** The brackets around 待定 are one finding with the word in them. */
const overlap = (a: Hit['at'], b: Hit['at']): boolean =>
  a.line.number === b.line.number && a.from < b.to && b.from < a.to;

function hit(quote: string, at: Hit['at']): Hit {
  return { at, says: say(`占位符“${quote}”未填写。`, `The placeholder “${quote}” was not filled in.`) };
}

import { KNOWN_ABBREVIATIONS } from '../dictionaries/known-abbreviations.ts';
import { withoutLead } from '../lead.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Rule } from '../checkup/rule.ts';

const SHORT =
  /“((?:[一二两双三四五六七八九十]|\d{1,2})个?\p{sc=Han}{1,4})”(?![^。]{0,6}(?:称号|奖|荣誉|奖章|先进))/gu;

/** ABBR_UNDEFINED: a short name by number that is nowhere explained. Once for each. */
export const abbreviationUndefined: Rule = {
  id: 'ABBR_UNDEFINED',
  severity: 'advice',
  origin: 'author',
  why: say('读者不一定知道这个简称的全称。', 'Not every reader knows what the short name stands for.'),
  mend: say('首次出现时在括号内写明全称。', 'Give it in full where it first stands.'),
  *find({ paragraphs }: Plan) {
    const seen = new Set<string>();
    for (const { found, at, paragraph } of matches(paragraphs, SHORT)) {
      const name = found[1] ?? '';
      if (seen.has(name) || KNOWN_ABBREVIATIONS.has(name) || /期$|次$|年$|日$|等奖$/u.test(name)) continue;
      seen.add(name);
      const rest = paragraph.text.slice(found.index + found[0].length);
      if (/^\p{sc=Han}{0,6}?(?:[（(：:]|[，、]?(?:即|是指|也就是))/u.test(rest)) continue;
      yield { at, says: say(`简称“${name}”没有说明。`, `“${name}” is not explained.`) };
    }
  },
};

/** EMPHASIS_INCONSISTENT: 一是… emphasised here and plain there, where marks of emphasis were left in the text. */
export const emphasisInconsistent: Rule = {
  id: 'EMPHASIS_INCONSISTENT',
  severity: 'advice',
  origin: 'author',
  why: say('同级小标题有的加粗、有的没有。', 'Some headings of this rank are emphasised, others are not.'),
  mend: say('统一加粗或统一不加粗。', 'Emphasise all of them or none.'),
  *find({ lines }: Plan) {
    const bold = lines.flatMap(({ raw }) => raw.match(/\*\*[一二三四五六七八九十]是[^*]{2,20}\*\*/gu) ?? []);
    if (bold.length < 3) return;
    const plain = /(?<lead>^|[。；])[一二三四五六七八九十]是(?:[^，。；：*]{2,16}(?=[：。])|\*\*)/gu;
    for (const line of lines)
      for (const match of line.raw.matchAll(plain)) {
        const found = withoutLead(match);
        if (found.index === 0 && found[0].endsWith('*')) continue;
        const sign = /^[：。]/u.exec(line.raw.slice(found.index + found[0].length))?.[0] ?? '';
        const quote = found[0] + sign;
        const at = {
          line: { ...line, text: line.raw, places: null },
          from: found.index,
          to: found.index + quote.length,
        };
        yield {
          at,
          says: say(`“${quote}”没有像同级小标题那样加粗。`, `“${quote}” is not emphasised like the others.`),
        };
      }
  },
};

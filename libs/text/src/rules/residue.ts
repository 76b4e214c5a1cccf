import type { Plan } from '../plan.ts';
import { RESIDUE } from '../lines.ts';
import type { Shaped } from '../shape.ts';
import { matches, say, type Hit, type Rule } from '../checkup/rule.ts';

/** Look-alikes of Chinese characters that come out of PDF files: radicals and compatibility forms. */
const LOOK_ALIKE = /[\u2E80-\u2FDF\uF900-\uFAFF]/u;

/** CONVERSION_RESIDUE: marks of another format, one finding a line. */
export const conversionResidue: Rule = {
  id: 'CONVERSION_RESIDUE',
  severity: 'error',
  origin: 'import',
  why: say(
    '这是文件格式转换留下的标记，不是正文。',
    'A mark of another file format that a conversion left behind.',
  ),
  mend: say('删去标记，保留文字。', 'Delete the mark and keep the words.'),
  *find({ lines }) {
    for (const line of lines) {
      const hit = residueOf(line);
      if (hit) yield hit;
    }
  },
};

function residueOf(line: Shaped): Hit | undefined {
  const found = [...line.raw.matchAll(RESIDUE)];
  const [first] = found;
  if (first) {
    const says = say(
      `本行有 ${found.length} 处转换残留，如“${first[0]}”。`,
      `Left over from a conversion, ${found.length} in this line: such as “${first[0]}”.`,
    );
    return { at: { line: asRaw(line), from: first.index, to: first.index + first[0].length }, says };
  }
  const odd = LOOK_ALIKE.exec(line.text);
  if (!odd) return undefined;
  const says = say(
    `“${odd[0]}”是形似的部首字符，不是汉字，检索和比对都找不到它。`,
    `“${odd[0]}” only looks like the character; neither search nor comparison finds it.`,
  );
  return { at: { line, from: odd.index, to: odd.index + 1 }, says };
}

const asRaw = (line: Shaped): Shaped => ({ ...line, text: line.raw, places: null });

/** FOREIGN_RESIDUE: an English function word between Chinese words. */
export const foreignResidue: Rule = {
  id: 'FOREIGN_RESIDUE',
  severity: 'warning',
  origin: 'author',
  why: say(
    '中文句子里夹着英文虚词，多是翻译或粘贴留下的。',
    'An English function word was left in a Chinese sentence.',
  ),
  mend: say('改为相应的中文，如“和”“或”。', 'Write the Chinese word.'),
  *find({ paragraphs }: Plan) {
    const pattern =
      /(?<lead>[\p{sc=Han}、，”])\s*\b(?:and|or|the|of|with|for|by|to|in|is|are|but)\b\s*(?=[\p{sc=Han}“])/gu;
    for (const { found, at } of matches(paragraphs, pattern)) {
      const word = found[0].trim();
      yield {
        at,
        says: say(
          `中文之间有英文虚词“${word}”。`,
          `The English word “${word}” stands between Chinese words.`,
        ),
      };
    }
  },
};

import type { Plan } from '../plan.ts';
import type { Shaped } from '../shape.ts';
import { matches, say, wholeLine, type Rule } from '../checkup/rule.ts';

const NOTICE = /关于印发.{2,60}的通知\s*$/u;
const UNIT =
  /(?:医院|卫生院|卫生服务中心|保健院|中心|委员会|卫生健康局|大学|学院|集团|公司|局|厅|人民政府|管委会|管理委员会)(?:党委|委员会|办公[厅室])?\s*$/u;

/** DOC_ELEMENTS: a notice without what makes it a document. @source GB/T 9704-2012 §7.2.5, §7.3.5 */
export const documentElements: Rule = {
  id: 'DOC_ELEMENTS',
  severity: 'warning',
  origin: 'author',
  why: say(
    '印发通知应有发文字号、署名和成文日期（GB/T 9704）。',
    'A notice has a number, the unit that issues it, and a date (GB/T 9704).',
  ),
  mend: say('补全公文要素。', 'Add what is missing.'),
  *find({ lines }: Plan) {
    const title = lines.slice(0, 30).find(({ text, shape }) => NOTICE.test(text) && shape === 'plain');
    if (!title) return;
    const missing = missingOf(lines, title);
    if (missing.length === 0) return;
    const says = say(`印发通知缺少${missing.join('、')}。`, `The notice lacks: ${missing.join('、')}.`);
    yield { at: wholeLine(title), says };
  },
};

function missingOf(lines: readonly Shaped[], title: Shaped): readonly string[] {
  const head = lines.slice(0, title.number + 2);
  const behind = lines.slice(title.number, title.number + 25);
  const hasNumber = head.some(
    ({ text, shape }) => shape === 'document-number' || /〔20\d\d〕\s*\d+\s*号/u.test(text),
  );
  const hasDate = behind.some(({ shape }) => shape === 'date');
  const isSigned = behind.some(
    ({ text, shape }) => shape === 'plain' && text.trim().length < 25 && UNIT.test(text),
  );
  return [
    ...(hasNumber ? [] : ['发文字号']),
    ...(isSigned ? [] : ['署名']),
    ...(hasDate ? [] : ['成文日期']),
  ];
}

/** DOC_NUMBER: a document number that is not written 〔2020〕64号. @source GB/T 9704-2012 §7.2.5 */
export const documentNumber: Rule = {
  id: 'DOC_NUMBER',
  severity: 'warning',
  origin: 'author',
  why: say(
    '发文字号的年份用六角括号〔〕，序号不编虚位、不加“第”字。',
    'The year stands in 〔〕, the number has neither 第 nor zeros before it.',
  ),
  mend: say('写作“〔2020〕64号”的形式。', 'Write it like 〔2020〕64号.'),
  *find({ paragraphs }: Plan) {
    const wrong =
      /\p{sc=Han}{1,8}(?:[（([【［]\s*20\d\d\s*[）)\]】］]\s*第?\s*\d+\s*号|〔\s*20\d\d\s*〕\s*(?:第\s*\d+|0\d*)\s*号|〔\s*\d{2}\s*〕\s*\d+\s*号)/gu;
    for (const { found, at } of matches(paragraphs, wrong))
      yield {
        at,
        says: say(
          `发文字号“${found[0]}”写法不规范。`,
          `The document number “${found[0]}” is not written as it should be.`,
        ),
      };
  },
};

/** A title that begins with the plan itself, or with a word that could be any hospital. */
const NAMELESS =
  /^(?:(?:医院|我院|本院|全院|卫生院|中心|单位)(?:事业)?)?[“"]?(?:十[一二三四五六七八]五[”"]?|20\d\d\s*[-—–~～至]+\s*20\d\d\s*年?)(?:时期|期间)?(?:\p{sc=Han}{0,8})(?:规划|纲要)(?:[（(].{1,20}[）)])?$/u;

/** TITLE: a title that does not say whose plan it is. */
export const title: Rule = {
  id: 'TITLE',
  severity: 'warning',
  origin: 'author',
  why: say('标题应标明单位名称（GB/T 9704）。', 'The title names the unit (GB/T 9704).'),
  mend: say('在标题前加上单位全称。', 'Put the full name of the unit before it.'),
  *find({ lines }: Plan) {
    const head = lines.filter(({ shape }) => shape !== 'blank').slice(0, 8);
    const at = head.findIndex(({ text }) => NAMELESS.test(text.trim()));
    const [found] = at < 0 ? [] : head.slice(at, at + 1);
    if (!found) return;
    const around = [...head.slice(0, at), ...head.slice(at + 1, at + 2)];
    const isNamed = around.some(
      ({ text }) =>
        text.trim().length < 40 &&
        /\p{sc=Han}{2,}(?:医院|卫生院|中心|保健院|大学|学院|集团|委员会|科|所|院)(?:文件)?\s*$/u.test(text),
    );
    if (isNamed || around.some(({ text }) => NOTICE.test(text))) return;
    yield { at: wholeLine(found), says: say('标题没有单位名称。', 'The title does not name the unit.') };
  },
};

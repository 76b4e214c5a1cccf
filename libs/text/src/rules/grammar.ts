import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Rule, type Said, type Severity } from '../checkup/rule.ts';

interface Pattern {
  readonly wrong: RegExp;
  readonly says: (quote: string) => Said;
  readonly mend: Said;
  readonly severity?: Severity;
}

const NUMBER = '\\d+(?:\\.\\d+)?\\s*(?:万|亿|千|百)?\\s*(?:[%％]|\\p{sc=Han}{0,2}?)';

/** Constructions that are wrong whatever they are about. */
const PATTERNS: readonly Pattern[] = [
  {
    wrong: /(?:让|使|令)(?:\p{sc=Han}{2}){1,2}(?:满意|放心|信赖|信任)(?:医院|科室|机构|服务)/gu,
    says: (quote) => say(`“${quote}”缺“的”。`, `“${quote}” lacks a 的.`),
    mend: say('改为“让…满意的…”。', 'Write 让…满意的….'),
  },
  {
    wrong: new RegExp(
      `(?:超过|高于|大于|突破|不低于|不少于|不小于|至少|≥)\\s*${NUMBER}以上|(?:低于|少于|小于|不超过|不高于|不大于|至多|≤)\\s*${NUMBER}(?:以下|以内)`,
      'gu',
    ),
    says: (quote) => say(`“${quote}”语义重复。`, `“${quote}” says the same twice.`),
    mend: say('“超过”与“以上”只用一个。', 'Keep one of the two words.'),
  },
  {
    wrong: new RegExp(`(?:大约|约|近|将近)\\s*${NUMBER}\\p{sc=Han}{0,2}左右`, 'gu'),
    says: (quote) => say(`“${quote}”语义重复。`, `“${quote}” says the same twice.`),
    mend: say('“约”与“左右”只用一个。', 'Keep one of the two words.'),
  },
  {
    wrong: /(?:降低|减少|下降|缩短|缩小)了?\s*(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)\s*倍/gu,
    says: (quote) => say(`“${quote}”：减少不能用倍数。`, `“${quote}”: nothing decreases by a multiple.`),
    mend: say('改用百分比。', 'Use a percentage.'),
  },
  {
    wrong: /(?:目的是(?:为了|旨在)|原因是(?:由于|因为)|涉及到?关于|防止[^，。；]{1,12}不再(?:发生|出现))/gu,
    says: (quote) => say(`“${quote}”语义重复。`, `“${quote}” says the same twice.`),
    mend: say('删去重复的词。', 'Delete one of the words.'),
  },
  {
    wrong: /(?<lead>^|[。；])通过[^，。；]{4,40}，使(?=\p{sc=Han})/gu,
    says: () => say('“通过…，使…”句缺主语。', '通过…，使… leaves the sentence without a subject.'),
    mend: say('删去“通过”或“使”。', 'Delete 通过 or 使.'),
    severity: 'advice',
  },
  {
    wrong: /加强[^，。；、]{2,8}(?:水平|质量)(?=[，。；])/gu,
    says: (quote) => say(`“${quote}”搭配不当。`, `“${quote}”: the words do not go together.`),
    mend: say('“水平”“质量”与“提高”搭配。', '水平 and 质量 go with 提高.'),
    severity: 'advice',
  },
  {
    wrong:
      /(?:不断|积极|切实|努力|认真|大力|逐步|扎实|稳步|有力)的(?=提高|加强|推进|开展|落实|完善|提升|做好|促进|推动|建立|改善)/gu,
    says: (quote) => say(`“${quote}”修饰动词，应用“地”。`, `“${quote}” goes with a verb: write 地.`),
    mend: say('“的”改为“地”，或删去。', 'Write 地, or delete it.'),
    severity: 'advice',
  },
  {
    wrong: /要求，要求|的下(?=医院|我院)|努力下(?=医院|我院|全院)/gu,
    says: (quote) => say(`“${quote}”处成分重复或缺标点。`, `Something is doubled or missing at “${quote}”.`),
    mend: say('补上标点或主语。', 'Add the comma or the subject.'),
    severity: 'advice',
  },
];

/** Begins a clause that does something, so that it is no noun that could have a shortcoming. */
const VERB = '(?:为\\p{sc=Han}{1,8}提供|加强|推进|提升|完善|建立|健全|开展|优化|提高|促进|推动|改善)';
const IN_RESPECT = new RegExp(
  `(?<lead>^|[。；])[^。；]{0,60}?${VERB}[^。；]{2,60}，[^。；]{0,40}${VERB}[^。；在，]{2,30}等?方面(?:还|仍|尚|均|也)?(?:存在|有)(?:着|较大|一定|明显)?(?:不足|差距|短板|问题|欠缺)`,
  'gu',
);

/** GRAMMAR: a sentence that is not built as one. */
export const grammar: Rule = {
  id: 'GRAMMAR',
  severity: 'warning',
  origin: 'author',
  why: say('语句不通或语义重复。', 'The sentence is not built as one.'),
  mend: say('按句意修改。', 'Mend the sentence.'),
  *find({ paragraphs }: Plan) {
    for (const { wrong, says, mend, severity } of PATTERNS)
      for (const { found, at } of matches(paragraphs, wrong))
        yield { at, says: says(found[0]), mend, ...(severity ? { severity } : {}) };
    yield* respects(paragraphs);
  },
};

/** 加强…、促进…方面存在不足 without 在: what is done cannot be what falls short. */
function* respects(paragraphs: Plan['paragraphs']): Generator<Hit> {
  for (const { found, at, paragraph } of matches(paragraphs, IN_RESPECT)) {
    const skip = paragraph.marker?.to ?? 0;
    const from = Math.max(found.index, skip);
    if (/在/u.test(paragraph.text.slice(from, found.index + found[0].length).replaceAll('存在', '')))
      continue;
    yield {
      at: { ...at, from: Math.max(at.from, skip) },
      says: say('“…等方面存在不足”之前缺“在”。', '…方面存在不足 lacks 在 before it.'),
      mend: say('句首补“在”。', 'Begin with 在.'),
    };
  }
}

/** TENTATIVE: an alternative that the plan leaves undecided. */
export const tentative: Rule = {
  id: 'TENTATIVE',
  severity: 'warning',
  origin: 'author',
  why: say(
    '规划应写明决定，未定的备选方案使任务无法考核。',
    'A plan says what was decided; an open alternative cannot be examined.',
  ),
  mend: say('定下一个方案，或写明由谁何时决定。', 'Decide, or say who decides and when.'),
  *find({ paragraphs }: Plan) {
    const undecided =
      /(?:如果|如|若|倘若)[^，。；]{0,10}(?:难以|无法|不能|未能)[^，。；]{0,8}，(?:可以?(?:在|考虑|改|先|采取|选择|另)|则(?:改|考虑|可)|再考虑|就在)[^，。；]{0,16}|视情况?(?:考虑|决定|研究)?是否(?=\p{sc=Han})(?!合|需|符)|(?:再议|视情况再定|看情况再定|届时再定)|(?<lead>\p{sc=Han})(?:也许|大概)(?=\p{sc=Han})(?!念|率)/gu;
    for (const { found, at } of matches(paragraphs, undecided))
      yield { at, says: say(`“${found[0]}”是未定的备选方案。`, `“${found[0]}” leaves it undecided.`) };
  },
};

/** WORDING: one order that binds, and one that does not, about the same thing. */
export const wording: Rule = {
  id: 'WORDING',
  severity: 'advice',
  origin: 'author',
  why: say(
    '“遵照、贯彻”与“参照”约束力不同，不宜并用。',
    'Of these words 遵照 and 贯彻 bind, and 参照 does not.',
  ),
  mend: say('只用一个，如“请认真贯彻执行”。', 'Keep one of them.'),
  *find({ paragraphs }: Plan) {
    for (const { found, at } of matches(
      paragraphs,
      /(?:遵照|贯彻|严格|认真)[^，。]{0,6}[，、](?:并)?参照(?:执行|实施)|参照[^，。]{0,4}[，、](?:遵照|严格)执行/gu,
    ))
      yield { at, says: say(`“${found[0]}”约束力前后不一。`, `“${found[0]}” binds and does not bind.`) };
  },
};

import { NOT_THE_TERM, QUOTED_TERMS } from '../dictionaries/quoted-terms.ts';
import { TERM_VARIANTS, type Variants } from '../dictionaries/term-variants.ts';
import type { Plan } from '../plan.ts';
import { isQuoted, matches, say, type Hit, type Match, type Rule } from '../checkup/rule.ts';

/** QUOTE_INCONSISTENT: “十四五” with quotation marks and without. */
export const quoteInconsistent: Rule = {
  id: 'QUOTE_INCONSISTENT',
  severity: 'warning',
  origin: 'author',
  why: say(
    '同一简称时而加引号、时而不加，全文应一致。',
    'The same short name stands now with and now without quotation marks.',
  ),
  mend: say('统一加引号。', 'Put it between “ and ” everywhere.'),
  *find({ paragraphs }: Plan) {
    for (const term of QUOTED_TERMS) {
      const all = [...matches(paragraphs, new RegExp(term, 'gu'))].filter(({ found, paragraph }) => {
        const rest = paragraph.text.slice(found.index + term.length);
        return !NOT_THE_TERM.test(rest) && paragraph.text[found.index - 1] !== '第';
      });
      const bare = all.filter(({ found, paragraph }) => !isQuoted(paragraph.text, found.index));
      const marked = all.filter(({ found, paragraph }) => paragraph.text[found.index - 1] === '“');
      if (bare.length === 0 || marked.length === 0) continue;
      const severity = bare.length < marked.length ? ('warning' as const) : ('advice' as const);
      const says = say(
        `“${term}”此处未加引号，全文有 ${marked.length} 处加了引号。`,
        `${term} has no quotation marks here, and has them in ${marked.length} places.`,
      );
      for (const { at } of bare) yield { at, severity, says };
    }
  },
};

/** CASE_INCONSISTENT: one abbreviation in capitals and in small letters. */
export const caseInconsistent: Rule = {
  id: 'CASE_INCONSISTENT',
  severity: 'warning',
  origin: 'author',
  why: say('同一外文缩写大小写不一致。', 'One abbreviation is written with capitals and without.'),
  mend: say('按多数或规范写法统一。', 'Write it as most places do.'),
  *find({ paragraphs }: Plan) {
    const words = new Map<string, Match[]>();
    for (const match of matches(
      paragraphs,
      /(?<lead>^|[^A-Za-z0-9.@/_-])[A-Za-z]{2,12}(?![A-Za-z0-9.@/_-])/gu,
    )) {
      const key = match.found[0].toLowerCase();
      words.set(key, [...(words.get(key) ?? []), match]);
    }
    for (const [key, found] of words) if (!UNITS.has(key)) yield* minority(found);
  },
};

/** Units, and words that are as right with a capital as without. */
const UNITS = new Set([
  'mm',
  'cm',
  'km',
  'kg',
  'mg',
  'ml',
  'kw',
  'kv',
  'ii',
  'iii',
  'iv',
  'vi',
  'vii',
  'no',
  'plus',
  'the',
  'and',
  'of',
]);

function* minority(found: readonly Match[]): Generator<Hit> {
  const [most, next] = byCount(found.map(({ found: [word] }) => word));
  if (!most || !next) return;
  const severity = most.count > next.count ? ('warning' as const) : ('advice' as const);
  for (const {
    at,
    found: [word],
  } of found) {
    if (word === most.word) continue;
    const says = say(
      `“${word}”与别处的“${most.word}”大小写不一致。`,
      `“${word}” here, “${most.word}” elsewhere.`,
    );
    yield { at, severity, says };
  }
}

/** Each word once, the commonest first. */
function byCount(words: readonly string[]): readonly { readonly word: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ word, count })).toSorted((a, b) => b.count - a.count);
}

/** TERM_INCONSISTENT: two spellings of one thing. */
export const termInconsistent: Rule = {
  id: 'TERM_INCONSISTENT',
  severity: 'advice',
  origin: 'author',
  why: say('同一事物有两种写法。', 'One thing is spelt in two ways.'),
  mend: say('统一为一种写法。', 'Use one of them.'),
  find: (plan) => variantHits(plan, 'TERM_INCONSISTENT'),
};

/** NAME_INCONSISTENT: two names of one department, or two titles of one plan. */
export const nameInconsistent: Rule = {
  id: 'NAME_INCONSISTENT',
  severity: 'advice',
  origin: 'author',
  why: say('同一部门、同一规划应有同一名称。', 'One department or plan has one name.'),
  mend: say('统一为正式名称。', 'Use the formal name.'),
  *find(plan) {
    yield* variantHits(plan, 'NAME_INCONSISTENT');
    yield* titleHits(plan);
    yield* unitHits(plan);
  },
};

function* variantHits({ paragraphs }: Plan, rule: Variants['rule']): Generator<Hit> {
  for (const { forms, names, note } of TERM_VARIANTS.filter((each) => each.rule === rule)) {
    const found = forms.map((form) => [...matches(paragraphs, form)]);
    const used = found.filter((each) => each.length > 0);
    if (used.length < 2) continue;
    const most = found.indexOf(used.reduce((a, b) => (b.length > a.length ? b : a)));
    for (const [i, each] of found.entries())
      for (const { at } of i === most ? [] : each.slice(0, 3)) {
        const says = say(
          `“${names[i]}”与“${names[most]}”并用：${note.zh}。`,
          `“${names[i]}” beside “${names[most]}”: ${note.en}.`,
        );
        yield { at, says };
      }
  }
}

/** The plan under another title: with years instead of “十四五”, with 事业 or without, still a 初稿. */
function* titleHits({ paragraphs, period }: Plan): Generator<Hit> {
  const head = paragraphs
    .slice(0, 12)
    .map(({ text }) => /[“]?(十[一二三四五六七八]五)[”]?(事业)?发展规划/u.exec(text))
    .find(Boolean);
  if (!head || !period) return;
  const years = new RegExp(
    `《[^《》]*${period.from}\\s*[-—–~～至]+\\s*${period.to}\\s*年[^《》]{0,10}规划[^《》]*》`,
    'gu',
  );
  for (const { found, at } of matches(paragraphs, years))
    yield {
      at,
      says: say(
        `规划名称写作${found[0]}，标题用的是“${head[1]}”。`,
        `The plan is called ${found[0]} here; its title says “${head[1]}”.`,
      ),
    };
  if (head[2]) return;
  for (const { at } of matches(paragraphs, new RegExp(`“${head[1]}”事业(?:发展)?规划`, 'gu')))
    yield {
      at,
      says: say(
        '此处为“事业发展规划”，标题为“发展规划”。',
        'It is 事业发展规划 here and 发展规划 in the title.',
      ),
    };
}

/** The unit of the title with one character more or less: 中医院 beside 中医医院. */
function* unitHits({ paragraphs, title }: Plan): Generator<Hit> {
  const unit = /^\p{sc=Han}{3,16}?(?:医院|卫生院|保健院)/u.exec(title?.text ?? '')?.[0];
  if (!unit) return;
  const alike = new RegExp(`${unit.slice(0, 3)}\\p{sc=Han}{0,12}?${unit.slice(-2)}`, 'gu');
  for (const { found, at } of matches(paragraphs, alike)) {
    const [name] = found;
    if (!isOneApart(name, unit) && !isOneApart(unit, name)) continue;
    const says = say(
      `单位名称写作“${name}”，标题为“${unit}”。`,
      `The unit is “${name}” here and “${unit}” in the title.`,
    );
    yield { at, says };
  }
}

/** Whether the longer is the shorter with one character put in. */
const isOneApart = (longer: string, shorter: string): boolean =>
  longer.length === shorter.length + 1 &&
  Array.from(longer, (_, i) => longer.slice(0, i) + longer.slice(i + 1)).includes(shorter);

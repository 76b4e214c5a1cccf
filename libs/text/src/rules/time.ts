import { yearsOf, type Plan } from '../plan.ts';
import { matches, say, type Hit, type Rule } from '../checkup/rule.ts';
import { builtBackwards } from './year-order.ts';

/** RELATIVE_TIME: 明年 in a text that is read for five years. */
export const relativeTime: Rule = {
  id: 'RELATIVE_TIME',
  severity: 'warning',
  origin: 'author',
  why: say(
    '规划要用五年，“明年”“今年”随阅读时间变化。',
    'A plan is read for five years; next year is another year each time.',
  ),
  mend: say('写明年份。', 'Name the year.'),
  *find({ paragraphs }: Plan) {
    const word =
      /(?<lead>^|[^文证说表发声光清分精聪](?=明)|[^当如现至迄](?=今)|[^过失除](?=去))(?:明年(?!龄|限|轻|代)|今年(?!龄|轻)|去年(?!龄))/gu;
    for (const { found, at } of matches(paragraphs, word))
      yield { at, says: say(`“${found[0]}”没有写明年份。`, `“${found[0]}” names no year.`) };
  },
};

const DASH = '\\s*[-—–~～至到]+\\s*';

/** From a month of one year to a month of another. */
const MONTHS = new RegExp(
  `(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月${DASH}(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月`,
  'gu',
);

const monthOf = (year = '', month = ''): number => Number(year) * 12 + Number(month);

/** AMBIGUOUS_TIME: a time that can be read in two ways. */
export const ambiguousTime: Rule = {
  id: 'AMBIGUOUS_TIME',
  severity: 'warning',
  origin: 'author',
  why: say('时限不明确，无法考核。', 'A date that can be read in two ways cannot be held.'),
  mend: say('写明截止的年份或日期。', 'Name the year or the day.'),
  *find({ paragraphs }: Plan) {
    for (const { found, at } of matches(
      paragraphs,
      new RegExp(`20\\d\\d\\s*年?${DASH}20\\d\\d\\s*年(?:之前|以前|前(?!后|期|三|两|十|列))`, 'gu'),
    ))
      yield { at, says: say(`“${found[0]}”不知是哪一年之前。`, `“${found[0]}”: before which of the years?`) };
    for (const { found, at } of matches(
      paragraphs,
      new RegExp(`(20\\d\\d)\\s*年?${DASH}(20\\d\\d)\\s*年`, 'gu'),
    ))
      if (Number(found[1]) > Number(found[2]))
        yield { at, says: say(`“${found[0]}”起止年份颠倒。`, `“${found[0]}” ends before it begins.`) };
    for (const { found, at } of matches(paragraphs, MONTHS))
      if (monthOf(found[1], found[2]) > monthOf(found[3], found[4]))
        yield { at, says: say(`“${found[0]}”起止时间颠倒。`, `“${found[0]}” ends before it begins.`) };
    for (const { found, at } of matches(
      paragraphs,
      /20\d\d\s*年(?:年?末|底)，?[^，。；\d]{0,8}年均(?!增|下降|递)/gu,
    ))
      yield {
        at,
        says: say(
          `“${found[0]}”把时点数和年均数混在一起。`,
          `“${found[0]}” mixes a value at a date with a yearly one.`,
        ),
      };
    yield* milestones(paragraphs);
    yield* impossible(paragraphs);
  },
};

/** The later milestone before the earlier one, in one sentence. */
function* milestones(paragraphs: Plan['paragraphs']): Generator<Hit> {
  const pattern = /(20\d\d)\s*年(?:底|末)?前[^。；]{2,40}，(20\d\d)\s*年(?:底|末)?前[^。；]{2,20}初步/gu;
  for (const { found, at } of matches(paragraphs, pattern))
    if (Number(found[1]) > Number(found[2]))
      yield {
        at,
        severity: 'advice',
        says: say('先写后一时限，再写前一时限，次序颠倒。', 'The later date comes before the earlier one.'),
      };
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function* impossible(paragraphs: Plan['paragraphs']): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, /(?<lead>^|\D)(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu)) {
    const [month, day] = [Number(found[2]), Number(found[3])];
    if (month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] ?? 0)) continue;
    yield { at, severity: 'error', says: say(`没有“${found[0]}”这一天。`, `There is no day “${found[0]}”.`) };
  }
}

/** DATE_CONFLICT: two statements of one date that differ. */
export const dateConflict: Rule = {
  id: 'DATE_CONFLICT',
  severity: 'warning',
  origin: 'author',
  why: say('同一日期前后不一致。', 'One date is stated in two ways.'),
  mend: say('核对后改正。', 'Check and correct it.'),
  *find(plan: Plan) {
    const named = new RegExp(
      `“?(十[一二三四五六七八])五”?(?:时期|期间|规划期?)?[（(](20\\d\\d)\\s*年?${DASH}(20\\d\\d)\\s*年?[）)]`,
      'gu',
    );
    for (const { found, at } of matches(plan.paragraphs, named)) {
      const years = yearsOf(found[1] ?? '');
      if (!years || (years.from === Number(found[2]) && years.to === Number(found[3]))) continue;
      yield {
        at,
        says: say(
          `“${found[1]}五”是${years.from}—${years.to}年。`,
          `“${found[1]}五” is ${years.from} to ${years.to}.`,
        ),
      };
    }
    yield* numberAndDate(plan);
    yield* builtBackwards(plan);
  },
};

/** A document takes its number in the year of its date. */
function* numberAndDate({ lines }: Plan): Generator<Hit> {
  const number = lines.slice(0, 20).find(({ shape }) => shape === 'document-number');
  const date = number && lines.find(({ shape, ...line }) => shape === 'date' && line.number > number.number);
  if (!date) return;
  const years = /[〔[（(【]\s*(20\d\d)/u.exec(number.text)?.[1];
  const dated = /(20\d\d)\s*年/u.exec(date.text);
  if (!years || !dated || years === dated[1]) return;
  const says = say(
    `成文日期为${dated[1]}年，发文字号为${years}年。`,
    `The date is of ${dated[1]}, the number of ${years}.`,
  );
  yield { at: { line: date, from: dated.index, to: dated.index + dated[0].length }, says };
}

/** STALE_TIME: what is past already is told as coming. */
export const staleTime: Rule = {
  id: 'STALE_TIME',
  severity: 'warning',
  origin: 'author',
  why: say('规划期之前的时间或已完成的事项写成了将来。', 'Something past is told as coming.'),
  mend: say('按完成情况改写，或更新时间。', 'Say what came of it, or give the new date.'),
  *find(plan: Plan) {
    const { period, paragraphs } = plan;
    if (period) yield* pastPromises(plan, period.from);
    yield* openedTwice(plan, paragraphs);
  },
};

function* pastPromises(plan: Plan, from: number): Generator<Hit> {
  const promise =
    /(?:预计|力争|计划|拟于?|争取|将于|将在|确保)(?:到|在|于)?\s*(20\d\d)\s*年(?:年?底|年?末|前|内)?(?!度)/gu;
  for (const { found, at } of matches(plan.paragraphs, promise)) {
    const year = Number(found[1]);
    if (year >= from) continue;
    const severity = year === from - 1 ? ('advice' as const) : ('warning' as const);
    yield {
      at,
      severity,
      says: say(
        `“${found[0]}”早于规划期（${from}年起）。`,
        `“${found[0]}” lies before the plan, which begins in ${from}.`,
      ),
    };
  }
  const goal =
    /(?<lead>^|[^截至较比])到\s*(20\d\d)\s*年(?:底|末)?(?:，|[^。；，]{0,20}(?:达到|实现|建成|完成))/gu;
  for (const { found, at, paragraph } of matches(plan.paragraphs, goal)) {
    if (plan.phaseOf(paragraph) !== 'planned' || Number(found[2]) >= from - 1) continue;
    if (/[从由自]/u.test(paragraph.text.slice(Math.max(0, found.index - 12), found.index))) continue;
    yield {
      at,
      says: say(
        `目标年份${found[2]}早于规划期（${from}年起）。`,
        `The target year ${found[2]} lies before ${from}.`,
      ),
    };
  }
}

/** A building or branch and that it opens; a name in front of its kind is found by looking back. */
const OPENING =
  /(?<lead>(?:分院|院区|大楼|综合楼|门诊楼|住院楼|病房楼|医技楼|门诊部|实验室|制剂室|急救站))(?:门急诊|门诊|住院部|已|如期|顺利|正式|全面|全部|按期|建成并?|竣工并?){0,3}(?:开业|投入使用|启用|竣工|建成|开诊|投用)/gu;
const COMING = /力争|争取|计划|加快|推进|确保|将|拟|预计|尽快|早日/u;

/** A branch that the report opened, and that the tasks are to open. */
function* openedTwice(plan: Plan, paragraphs: Plan['paragraphs']): Generator<Hit> {
  const opened = new Map<string, number>();
  for (const { found, at, paragraph } of matches(paragraphs, OPENING)) {
    const name = nameBefore(paragraph.text.slice(0, found.index), found[1]);
    const phase = plan.phaseOf(paragraph);
    const isDone = phase === 'done' && !COMING.test(clauseUpTo(paragraph.text, found.index) + found[0]);
    if (isDone) opened.set(name, at.line.number);
    const line = phase === 'planned' ? opened.get(name) : undefined;
    if (line === undefined) continue;
    const says = say(
      `第${line}行已写“${name}”建成启用，这里又列为任务。`,
      `Line ${line} reports “${name}” as opened; here it is a task.`,
    );
    yield { at, says, also: [line] };
  }
}

/** With at most ten characters in front of its kind. */
function nameBefore(text: string, kind = ''): string {
  const [whole] = /\p{sc=Han}{1,16}$/u.exec(text.slice(-16)) ?? [''];
  return ownName(whole.slice(-10 - kind.length));
}

const clauseUpTo = (text: string, end: number): string => /[^，。；]*$/u.exec(text.slice(0, end))?.[0] ?? '';

const ownName = (name: string): string =>
  name.replace(/^.*(?:新建|建设|推进|加快|完成|实现|确保|力争|的|年|月)/u, '');

import { BOILERPLATE } from '../dictionaries/boilerplate.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit, type Rule } from '../checkup/rule.ts';

/** So many Chinese characters in a row are not the same by chance. */
const LEAST = 25;

/** The text of a paragraph without space, and where each character came from. */
interface Squeezed {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly places: readonly number[];
}

/** The same words in two places: both from and behind their last character, in the squeezed texts. */
interface Repeat {
  readonly first: Squeezed;
  readonly firstFrom: number;
  readonly second: Squeezed;
  readonly from: number;
  readonly to: number;
}

function squeezed(paragraph: Paragraph): Squeezed {
  const places = [...paragraph.text.matchAll(/[^\s\u3000]/gu)].map(({ index }) => index);
  return { paragraph, places, text: places.map((place) => paragraph.text[place]).join('') };
}

/** Every run that stood before. Windows of the shortest run are looked up, and grown when they are known. */
function* findRepeats({ paragraphs }: Plan): Generator<Repeat> {
  const seen = new Map<string, { readonly at: Squeezed; readonly from: number }>();
  const prose = paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'clause').map(squeezed);
  for (const second of prose)
    for (let from = 0; from + LEAST <= second.text.length; from++) {
      const window = second.text.slice(from, from + LEAST);
      const known = seen.get(window);
      if (!known) {
        seen.set(window, { at: second, from });
        continue;
      }
      if (known.at === second && from - known.from < LEAST) continue;
      const to = from + grown(known.at.text, known.from, second.text, from);
      yield { first: known.at, firstFrom: known.from, second, from, to };
      from = to - 1;
    }
}

const found = new WeakMap<Plan, readonly Repeat[]>();

/** Both rules ask the same plan. */
function repeatsOf(plan: Plan): readonly Repeat[] {
  const repeats = found.get(plan) ?? [...findRepeats(plan)];
  found.set(plan, repeats);
  return repeats;
}

function grown(a: string, atA: number, b: string, atB: number): number {
  let length = 0;
  while (atA + length < a.length && atB + length < b.length && a[atA + length] === b[atB + length]) length++;
  return length;
}

/** Chinese characters of a run that an author wrote for this place: without quotes, titles and set phrases. */
function weight({ second, from, to }: Repeat): number {
  const own = [...second.text];
  for (const pattern of BOILERPLATE)
    for (const found of second.text.matchAll(pattern))
      own.fill('', found.index, found.index + found[0].length);
  const [begin, end] = wholeClauses(second.text, from, to);
  return (
    own
      .slice(begin, end)
      .join('')
      .match(/\p{sc=Han}/gu)?.length ?? 0
  );
}

const STOP = /[，。；：！？、）.．]/u;

/** Halves of clauses at the ends of a run do not count: a turn of phrase may well come twice. */
function wholeClauses(text: string, from: number, to: number): readonly [number, number] {
  const isEdge = (at: number): boolean => at === 0 || at === text.length || STOP.test(text.charAt(at - 1));
  let [begin, end] = [from, to];
  while (begin < end && !isEdge(begin)) begin++;
  while (end > begin && !isEdge(end) && !STOP.test(text.charAt(end))) end--;
  return [begin, end];
}

/** Numbers that are said again, in the summary and in the chapter, are said on purpose. */
const isFigures = (run: string): boolean => (run.match(/\d+(?:\.\d+)?/gu)?.length ?? 0) >= 3;

function* hits(plan: Plan, wanted: 'copied' | 'achieved'): Generator<Hit> {
  for (const repeat of repeatsOf(plan)) {
    const { first, second } = repeat;
    const isAchieved =
      plan.phaseOf(first.paragraph) === 'done' && plan.phaseOf(second.paragraph) === 'planned';
    if (isAchieved === (wanted === 'achieved') && weight(repeat) >= LEAST) yield hit(repeat, isAchieved);
  }
}

function hit({ first, firstFrom, second, from, to }: Repeat, isAchieved: boolean): Hit {
  const run = second.text.slice(from, to);
  const lead = /^[，。；：！？、）.．]*/u.exec(run)?.[0].length ?? 0;
  const [begin, end] = [placeOf(second, from + lead), placeOf(second, to - 1) + 1];
  const line = placeIn(first.paragraph, placeOf(first, firstFrom), placeOf(first, firstFrom)).line.number;
  return {
    at: placeIn(second.paragraph, begin, end),
    also: [line],
    says: isAchieved
      ? say(
          `第${line}行作为成绩写过的话，这里又作为任务。`,
          `Line ${line} reports as done what is a task here.`,
        )
      : say(
          `与第${line}行有 ${run.length} 字相同。`,
          `${run.length} characters are the same as in line ${line}.`,
        ),
    ...(isFigures(run) ? { severity: 'advice' as const } : {}),
  };
}

const placeOf = ({ places }: Squeezed, at: number): number => places[at] ?? 0;

/** DUP_TEXT: a passage that stands twice. */
export const doubledText: Rule = {
  id: 'DUP_TEXT',
  severity: 'warning',
  origin: 'author',
  why: say('同一段话出现两次，多是复制后未改。', 'A passage stands twice, mostly copied and not changed.'),
  mend: say('保留一处，另一处改写或引用。', 'Keep one; rewrite the other, or refer to it.'),
  find: (plan) => hits(plan, 'copied'),
};

/** ACHIEVED_AS_TARGET: what was reported as done is set as a task. */
export const achievedAsTarget: Rule = {
  id: 'ACHIEVED_AS_TARGET',
  severity: 'warning',
  origin: 'author',
  why: say('已完成的工作又列为目标，无法体现新的进展。', 'What is done already cannot be a target.'),
  mend: say('写明在已有基础上的新目标。', 'Say what is to be new.'),
  find: (plan) => hits(plan, 'achieved'),
};

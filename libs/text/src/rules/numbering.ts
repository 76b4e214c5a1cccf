import { withoutLead } from '../lead.ts';
import { inHan } from '../numeral.ts';
import { labelOf, type Marker, type Style } from '../marker.ts';
import type { OutlineNode } from '../outline.ts';
import { placeIn, type Paragraph, type Place } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit, type Rule } from '../checkup/rule.ts';

/** One number of a sequence: at the head of a line, or 一是 in the middle of one. */
interface Step {
  readonly marker: Marker;
  readonly at: Place;
  /** Whether something unnumbered stands before it that may begin a list anew. */
  readonly fresh: boolean;
}

/** NUM_SKIP: a number is missing in a sequence. */
export const numberSkipped: Rule = {
  id: 'NUM_SKIP',
  severity: 'error',
  origin: 'author',
  why: say(
    '序号不连续，要么漏了一项，要么删了一项没有重排。',
    'An item was left out, or deleted without numbering again.',
  ),
  mend: say('补上缺少的一项，或顺次重新编号。', 'Add the missing item, or number again.'),
  *find(plan: Plan) {
    for (const steps of sequencesOf(plan))
      for (const fault of faultsOf(steps, plan)) if (fault.kind === 'skip') yield fault.hit;
  },
};

/** NUM_RESTART: a number comes twice, or the count goes back without a new heading above. */
export const numberRestarted: Rule = {
  id: 'NUM_RESTART',
  severity: 'warning',
  origin: 'author',
  why: say(
    '同一层次序号重复或倒退，引用时无法确定所指。',
    'The same number twice at one level cannot be cited.',
  ),
  mend: say('顺次重新编号，或补上一级标题。', 'Number again, or add the heading above.'),
  *find(plan: Plan) {
    for (const steps of sequencesOf(plan))
      for (const fault of faultsOf(steps, plan)) if (fault.kind === 'restart') yield fault.hit;
  },
};

/** The numbers at one level under one heading, in their order; and every 一是…二是… within a heading. */
function* sequencesOf({ root, paragraphs }: Plan): Generator<readonly Step[]> {
  yield* childSequences(root);
  for (const paragraph of paragraphs) yield inlineSteps(paragraph);
}

function* childSequences(node: OutlineNode): Generator<readonly Step[]> {
  const byStyle = new Map<Style, Step[]>();
  node.children.forEach(({ marker, paragraph }, i) => {
    if (!marker || !paragraph) return;
    const before = node.children[i - 1];
    const step = {
      marker,
      at: placeIn(paragraph, marker.from, marker.to),
      fresh: !before?.marker || endsOpen(before),
    };
    byStyle.set(marker.style, [...(byStyle.get(marker.style) ?? []), step]);
  });
  yield* byStyle.values();
  for (const child of node.children) yield* childSequences(child);
}

/** Whether the last thing below a heading is unnumbered, so that a list may begin anew behind it. */
function endsOpen({ children }: OutlineNode): boolean {
  const last = children.at(-1);
  if (!last) return false;
  return last.title.endsWith('：') || last.paragraph?.kind === 'short' || last.paragraph?.kind === 'aside';
}

const INLINE = /(?<lead>^|[。；：，、\s])(?<n>[一二三四五六七八九十]{1,2})是(?!非|否|指|因)/gu;

function inlineSteps(paragraph: Paragraph): readonly Step[] {
  return [...paragraph.text.matchAll(INLINE)].flatMap((found) => {
    const marker = markerAt(withoutLead(found));
    if (!marker) return [];
    return [{ marker, at: placeIn(paragraph, marker.from, marker.to), fresh: true }];
  });
}

function markerAt(found: RegExpExecArray): Marker | undefined {
  const ordinal = '一二三四五六七八九十'.indexOf(found.groups?.['n'] ?? '') + 1;
  if (ordinal === 0) return undefined;
  const to = found.index + found[0].length;
  return { style: 'han-shi', ordinal, prefix: '', label: found[0], from: found.index, to };
}

interface Fault {
  readonly kind: 'skip' | 'restart';
  readonly hit: Hit;
}

function* faultsOf(steps: readonly Step[], plan: Plan): Generator<Fault> {
  // Behind a slip the author may have gone on counting from either number.
  let lasts: readonly number[] = [0];
  for (const [i, step] of steps.entries()) {
    const { ordinal } = step.marker;
    const last = lasts.at(-1) ?? 0;
    const isNext = lasts.some((each) => ordinal === each + 1);
    const fault = isNext ? undefined : faultOf(step, steps[i - 1], last, plan);
    if (fault) yield fault;
    lasts = lastsBehind(fault, ordinal, last);
  }
}

/** Of 二、四、四、五 the first 四 is a slip for 三, and one slip is told once. */
function lastsBehind(fault: Fault | undefined, ordinal: number, last: number): readonly number[] {
  if (fault?.kind === 'restart') return [ordinal, last + 1];
  return fault && ordinal === last + 2 ? [last + 1, ordinal] : [ordinal];
}

function faultOf(step: Step, before: Step | undefined, last: number, plan: Plan): Fault | undefined {
  const { ordinal, style } = step.marker;
  if (!before) return first(step, plan);
  if (ordinal === 1 && (step.fresh || style === 'han-shi')) return undefined;
  if (ordinal > last) return skipped(step, last, before, plan);
  return restarted(step, before, last);
}

/** A sequence may go on from the one before it under another heading. Otherwise it begins with one. */
function first(step: Step, plan: Plan): Fault | undefined {
  const { style, ordinal } = step.marker;
  if (ordinal === 1 || style === 'han-shi' || runsOn(step, plan)) return undefined;
  const before = plan.lines.findLast(
    ({ number, marker }) => number < step.at.line.number && marker?.style === style,
  );
  return skipped(
    step,
    0,
    before ? { ...step, at: { line: before, from: 0, to: 0 } } : undefined,
    plan,
    'warning',
  );
}

function runsOn({ marker, at }: Step, { lines }: Plan): boolean {
  const earlier = lines.findLast(
    (line) => line.number < at.line.number && line.marker?.style === marker.style,
  );
  return earlier?.marker?.ordinal === marker.ordinal - 1;
}

function skipped(
  step: Step,
  last: number,
  before: Step | undefined,
  plan: Plan,
  severity: 'error' | 'warning' = 'error',
): Fault | undefined {
  const { style, prefix, label, ordinal } = step.marker;
  const from = before?.at.line.number ?? 1;
  const missing = Array.from({ length: ordinal - last - 1 }, (_, i) => last + 1 + i).filter(
    (number) => !standsInside(plan, from, step.at.line.number, number, style),
  );
  if (missing.length === 0 || missing.length > 5) return undefined;
  const names = missing.map((number) => labelOf(style, number, prefix)).join('');
  const says = say(`“${label}”之前缺少“${names}”。`, `“${names}” is missing before “${label}”.`);
  const also = before && last > 0 ? [before.at.line.number] : [];
  return { kind: 'skip', hit: { at: step.at, says, severity, also } };
}

/** How a number of each style looks in the middle of a line: `#` is the digits, `@` the Chinese numeral. */
const INSIDE: { readonly [style in Style]?: string } = {
  part: '第\\s*(?:#|@)\\s*(?:大?部分|篇|编)',
  chapter: '第\\s*(?:#|@)\\s*章',
  division: '第\\s*(?:#|@)\\s*节',
  article: '第\\s*(?:#|@)\\s*条',
  'han-shi': '@是',
  han: '(?:^|[。；：！？\\s])@\\s*[、.．,，]|^\\s*@\\s+(?=\\p{sc=Han})',
  'han-bracketed': '(?:[（(]|^)\\s*@\\s*[）)]',
};
const DIGITS = '(?:^|[。；：！？，\\s（(])#\\s*[、.．,，）):：]|^\\s*#\\s+(?=\\p{sc=Han})';

/** Whether the number stands in the middle of a line, where a conversion has joined two. */
function standsInside({ lines }: Plan, from: number, to: number, number: number, style: Style): boolean {
  const form = (INSIDE[style] ?? DIGITS).replaceAll('#', String(number)).replaceAll('@', inHan(number));
  const circled = number <= 20 ? String.fromCodePoint(0x245f + number) : '⑳';
  const pattern = new RegExp(style === 'circled' ? `${circled}|${form}` : form, 'u');
  return lines.some((line) => line.number >= from && line.number <= to && pattern.test(line.text));
}

function restarted(step: Step, before: Step, last: number): Fault {
  const { label, ordinal } = step.marker;
  const same = ordinal === last;
  return {
    kind: 'restart',
    hit: {
      at: step.at,
      ...(same ? { severity: 'error' as const } : {}),
      says: same
        ? say(
            `序号“${label}”重复（第${before.at.line.number}行已有）。`,
            `“${label}” comes twice (line ${before.at.line.number}).`,
          )
        : say(
            `“${before.marker.label}”之后又回到“${label}”。`,
            `“${label}” comes after “${before.marker.label}”.`,
          ),
      also: [before.at.line.number],
    },
  };
}

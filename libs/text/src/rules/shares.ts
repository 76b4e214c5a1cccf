import { figuresIn, isExact, type Figure } from '../indicators/figures.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit } from '../checkup/rule.ts';

/** Between a part and its share, where nothing names another whole. */
const SHARE = /^[，（]?\s?(?:约)?(?:占比|占)(?:总数|总量|总额|总人数|全部|比|比例)?(?:的|为|达到?|约)?\s?$/u;

/** 职工900人，其中医师300人，占33.3%: the share is not what the two numbers give. */
export function* shares({ paragraphs }: Plan): Generator<Hit> {
  for (const paragraph of paragraphs) {
    if (!paragraph.text.includes('占') || paragraph.kind === 'aside') continue;
    yield* sharesIn(paragraph);
  }
}

function* sharesIn(paragraph: Paragraph): Generator<Hit> {
  const { text } = paragraph;
  const figures = figuresIn(text);
  for (const [i, share] of figures.entries()) {
    const part = figures[i - 1];
    if (!part || share.value.unit !== '%' || !SHARE.test(text.slice(part.end, share.start))) continue;
    const whole = wholeOf(figures.slice(0, i - 1), part, text);
    if (!whole || ![share, part, whole].every(isExact) || fits(part, whole, share)) continue;
    const real = Math.round((1000 * part.value.low) / whole.value.low) / 10;
    yield {
      at: placeIn(paragraph, whole.start, share.end),
      says: say(
        `占比应为${real}%，不是${share.value.low}%。`,
        `The share is ${real}%, not ${share.value.low}%.`,
      ),
    };
  }
}

/** The quantity in front of 其中, where 其中 has this part and no other before it. */
function wholeOf(before: readonly Figure[], part: Figure, text: string): Figure | undefined {
  const whole = before.findLast(({ value }) => value.unit !== '%');
  if (!whole || whole.value.unit === '' || whole.value.unit !== part.value.unit) return undefined;
  const between = text.slice(whole.end, part.start);
  const [, inside = ''] = /其中(?!包括?，)([^，；。、\d]{1,16})$/u.exec(between) ?? [];
  return inside === '' || /[。]/u.test(between) ? undefined : whole;
}

/** Each of the three may be rounded or cut off at its last digit. */
function fits(part: Figure, whole: Figure, share: Figure): boolean {
  const [low, high] = [
    (100 * (part.value.low - part.step)) / (whole.value.low + whole.step),
    (100 * (part.value.low + part.step)) / Math.max(whole.value.low - whole.step, whole.step),
  ];
  const isCounted = part.step === 1 && whole.step === 1;
  const exact = (100 * part.value.low) / whole.value.low;
  const [from, to] = isCounted ? [exact, exact] : [low, high];
  return share.value.low >= from - share.step && share.value.low <= to + share.step;
}

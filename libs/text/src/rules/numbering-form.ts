import { walk, type OutlineNode } from '../outline.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, type Hit, type Rule, type Said } from '../checkup/rule.ts';

/** NUM_FORMAT: a number that is written otherwise than GB/T 9704 has it. @source GB/T 9704-2012 §7.3.3 */
export const numberForm: Rule = {
  id: 'NUM_FORMAT',
  severity: 'advice',
  origin: 'author',
  why: say(
    '公文层次序数依次用“一、”“（一）”“1.”“（1）”；括号后不加标点，阿拉伯数字后用下圆点。',
    'Official texts number 一、（一） 1.（1）: no sign behind a bracket, a full stop behind a digit.',
  ),
  mend: say('按“一、→（一）→1.→（1）”统一。', 'Use 一、→（一）→ 1. →（1） throughout.'),
  *find(plan: Plan) {
    const seen = new Set<string>();
    for (const { node, above } of walk(plan.root)) {
      const hit = formOf(node, above);
      if (!hit || seen.has(hit.key)) continue;
      seen.add(hit.key);
      yield hit.hit;
    }
    yield* halfBracketed(plan);
  },
};

/** 二）where its neighbours have （一）: the bracket lost its other half. */
function* halfBracketed({ paragraphs, lines }: Plan): Generator<Hit> {
  if (!lines.some(({ marker }) => marker?.style === 'han-bracketed')) return;
  for (const paragraph of paragraphs) {
    const [label] = /^[一二三四五六七八九十]{1,3}[）)]/u.exec(paragraph.text) ?? [];
    if (label === undefined || paragraph.kind === 'aside') continue;
    const says = say(`“${label}”缺左括号。`, `“${label}” lacks its first bracket.`);
    yield { at: placeIn(paragraph, 0, label.length), says, severity: 'warning' };
  }
}

/** One finding for every odd form and every parent: the same slip in fifty lines is one slip. */
function formOf(
  { marker, paragraph }: OutlineNode,
  above: readonly OutlineNode[],
): { readonly key: string; readonly hit: Hit } | undefined {
  if (!marker || !paragraph) return undefined;
  const odd = ODD.find(({ style, label }) => style.test(marker.style) && label.test(marker.label));
  if (!odd) return undefined;
  const at = placeIn(paragraph, marker.from, marker.to);
  return {
    key: `${marker.style} ${above.at(-1)?.marker?.style ?? 'root'}`,
    hit: { at, says: odd.says(marker.label) },
  };
}

const ODD: readonly {
  readonly style: RegExp;
  readonly label: RegExp;
  readonly says: (label: string) => Said;
}[] = [
  {
    style: /bracketed/u,
    label: /[、.．]$/u,
    says: (label) => say(`“${label}”括号后不再加标点。`, `No sign behind the bracket of “${label}”.`),
  },
  {
    style: /^han$/u,
    label: /[.．]$/u,
    says: (label) => say(`“${label}”应写作顿号。`, `“${label}” takes a 、.`),
  },
  {
    style: /^decimal$/u,
    label: /、$/u,
    says: (label) =>
      say(`“${label}”应写作“${label.slice(0, -1)}.”。`, `“${label}” should be “${label.slice(0, -1)}.”.`),
  },
];

/** HEADING_PUNCT: a heading that ends with 。 among headings that do not. */
export const headingPunctuation: Rule = {
  id: 'HEADING_PUNCT',
  severity: 'warning',
  origin: 'author',
  why: say(
    '独立成行的标题末尾不用句号，同级标题应一致。',
    'A heading on a line of its own ends without a full stop.',
  ),
  mend: say('删去标题末尾的标点。', 'Delete the sign at the end.'),
  *find({ root }: Plan) {
    for (const { node } of walk(root)) yield* oddOnes(node);
  },
};

function* oddOnes({ children }: OutlineNode): Generator<Hit> {
  const headings = children.flatMap(({ paragraph }) => (paragraph?.kind === 'heading' ? [paragraph] : []));
  const isStopped = ({ text }: Paragraph): boolean => /[。，；、]\s*$/u.test(text);
  const stopped = headings.filter(isStopped);
  if (stopped.length === 0 || headings.length - stopped.length < 2 || stopped.length * 3 > headings.length)
    return;
  for (const heading of stopped) {
    const end = heading.text.trimEnd().length;
    const says = say(
      '同级标题末尾都不用标点，只有这里用了。',
      'The other headings of this level end without a sign.',
    );
    yield { at: placeIn(heading, end - 1, end), says };
  }
}

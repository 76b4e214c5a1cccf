export { checkup, ruleIds, type Finding } from './checkup/checkup.ts';
export type { Said, Severity } from './checkup/rule.ts';
export { applyDiff, type Applied } from './diff/apply.ts';
export { diff } from './diff/diff.ts';
export { shownChange } from './diff/numbers.ts';
export type { Diff, Edit, NumberChange, Part, Run, Span, Writing } from './diff/part.ts';
export { isSame, summary, tallyOf, type Tally } from './diff/summary.ts';
export { mentionsOf, type Mention } from './indicators/mention.ts';
export type { Value } from './indicators/value.ts';
export { labelOf, markerOf, type Marker, type Style } from './marker.ts';
export {
  merge,
  mergedText,
  type Conflict,
  type Contribution,
  type Merge,
  type MergePart,
} from './merge/merge.ts';
export { outlineOf, walk, type NodeKind, type OutlineNode } from './outline.ts';
export type { Paragraph } from './paragraphs.ts';
export { readPlan, type Period, type Phase, type Plan } from './plan.ts';

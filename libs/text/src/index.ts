export { checkup, ruleIds, type Finding } from './checkup/checkup.ts';
export type { Said, Severity } from './checkup/rule.ts';
export { applyDiff, type Applied } from './diff/apply.ts';
export { diff } from './diff/diff.ts';
export { shownChange } from './diff/numbers.ts';
export {
  newText,
  oldText,
  type Diff,
  type Edit,
  type NumberChange,
  type Part,
  type Run,
  type Span,
  type Writing,
} from './diff/part.ts';
export { isSame, summary, tallyOf, type Tally } from './diff/summary.ts';
export { citedNow, type CitedNow, type CitedPlace } from './indicators/cited-place.ts';
export { compareValues, type Agreement } from './indicators/compare-values.ts';
export { keyOf } from './indicators/compare.ts';
export { compareIndicators, type Beside, type IndicatorDifference } from './indicators/differences.ts';
export type { IndicatorValue, Measure, Measured } from './indicators/indicator-value.ts';
export { baseOf } from './indicators/measure.ts';
export { mentionsOf, type Mention } from './indicators/mention.ts';
export { markPending } from './indicators/pending-marks.ts';
export { readValue, type Around } from './indicators/read-value.ts';
export { extractIndicators, type Place, type Stated } from './indicators/stated.ts';
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
export { align, type Alignment, type Doubtful, type Returned } from './tree/align.ts';
export { anchorTo, follow, type Anchor, type Found } from './tree/anchor.ts';
export { applyOperations, erase } from './tree/apply.ts';
export { blame, type Blame, type BlamedRun, type Deed, type Step } from './tree/blame.ts';
export { operationsOf, type ByteChange } from './tree/byte-changes.ts';
export { NotATree, readTreeDocument, treeDocument } from './tree/canonical-tree.ts';
export { changedNodes, type ChangedNode, type ClauseChange, type ClauseState } from './tree/clause-diff.ts';
export { pathsOf } from './tree/clause-path.ts';
export { find } from './tree/find-anchor.ts';
export { mintFrom, type Mint } from './tree/mint.ts';
export { isMisfit, misfitSays, type Misfit, type Why } from './tree/misfit.ts';
export { isHeading } from './tree/sound.ts';
export { readable, treeOf, type TreeSeed } from './tree/read-tree.ts';
export { numberingOf, renumber, type Numbered } from './tree/renumber.ts';
export { rootOf } from './tree/root.ts';
export {
  ERASED,
  plainOf,
  type Operation,
  type Sha256,
  type Tree,
  type TreeKind,
  type TreeNode,
} from './tree/tree.ts';
export { usedIn, type UsedParagraph } from './used/used-in.ts';
export { withBelow } from './used/with-below.ts';

import type { Fact } from '../../stream.ts';

/** A finding that is let stand: of this rule, at this node, with these words. */
export type WaivedFinding = {
  /** Id of the rule of the checkup. */
  readonly rule: string;
  /** The node of the text; null for a text that is no tree. */
  readonly node: string | null;
  /** SHA-256 of the rule and the quoted words, in hex: once they change, nothing is let stand any longer. */
  readonly digest: string;
};

/** 校核豁免 of a manuscript. Why stands sealed. Names are permanent. */
export type FindingFact =
  | Fact<'FindingWaived', { rule: string; node: string | null; digest: string; by: string }>
  | Fact<'FindingWaiverWithdrawn', { rule: string; node: string | null; digest: string; by: string }>;

export const isSameFinding = (a: WaivedFinding, b: WaivedFinding): boolean =>
  a.rule === b.rule && a.node === b.node && a.digest === b.digest;

/** What is let stand after this fact. */
export function afterFinding(
  waived: readonly WaivedFinding[],
  { type, data: { rule, node, digest } }: FindingFact,
): readonly WaivedFinding[] {
  const others = waived.filter((one) => !isSameFinding(one, { rule, node, digest }));
  return type === 'FindingWaived' ? [...others, { rule, node, digest }] : others;
}

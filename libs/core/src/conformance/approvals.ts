import { stagesOf, type Stage } from '../procedure/definition.ts';
import type { StageMeaning } from '../procedure/compile.ts';
import { sameText, TextRef } from '../text-ref.ts';
import { textOf, type Witness } from './history.ts';
import { closingsOf, type Observed } from './status.ts';

/** A stage that approved its subject, with the closing that says so. */
export interface Approval {
  readonly stage: Stage;
  readonly closing: Witness;
}

/** The last approval of every gate of a subject, in the order of the procedure; of gates alone that decide by themselves. */
export function approvals(seen: Observed, subject: string): readonly Approval[] {
  const { procedure } = seen;
  return stagesOf(procedure.definition).flatMap((stage) => {
    const means = procedure.classing.meaning(stage.id);
    if (means.subject !== subject || !procedure.classing.gates.includes(stage.id)) return [];
    const closing = closingsOf(seen, stage.id).findLast(({ data }) =>
      means.approving.includes(textOf(data['outcome']) ?? ''),
    );
    return closing ? [{ stage, closing }] : [];
  });
}

export const textOfClosing = ({ data }: Witness): TextRef | null =>
  TextRef.safeParse(data['text']).data ?? null;

/**
 * Whether the gate, what renews it or what changed the text under its mandate, had approved by then: this very text, or
 * one whose decision was carried over to it, by the class of the change or as an editorial change before 印发.
 */
export function approvedBefore(seen: Observed, gate: Stage, closing: Witness): boolean {
  const { index, data } = closing;
  if (data['before'] !== undefined) return true;
  const text = textOfClosing(closing);
  const { facts } = seen.history;
  const approved = approvalsOf(seen, gate.id)
    .filter((fact) => fact.index < index)
    .map(textOfClosing);
  const carried = facts.flatMap(({ type, index: at, data: classed }) =>
    CARRYING.has(type) && at < index && keeps(classed['keeps'], gate.id)
      ? [
          {
            from: TextRef.safeParse(classed['from']).data ?? null,
            to: TextRef.safeParse(classed['to']).data ?? null,
          },
        ]
      : [],
  );
  const reach = carried.reduce<readonly (TextRef | null)[]>(
    (texts, { from, to }) => (texts.some((each) => sameText(each, from)) ? [...texts, to] : texts),
    approved,
  );
  return reach.some((each) => sameText(each, text));
}

/** What carries a decision over to another text: the class of a change, an editorial change before 印发. */
const CARRYING: ReadonlySet<string> = new Set(['ChangeClassed', 'TextSettled']);

const keeps = (value: unknown, gate: string): boolean => Array.isArray(value) && value.includes(gate);

const approves = ({ procedure: { classing } }: Observed, gate: string, { type, data }: Witness): boolean => {
  if (type !== 'StageClosed') return false;
  const stage = textOf(data['stage']) ?? '';
  const means = classing.meaning(stage);
  return decidesFor(means, stage).includes(gate) && means.approving.includes(textOf(data['outcome']) ?? '');
};

/** The gates for which a stage decides: itself, the one that it renews, those whose decision stands under its mandate. */
const decidesFor = ({ renews, mandated }: StageMeaning, stage: string): readonly string[] => [
  stage,
  ...(renews === undefined ? [] : [renews]),
  ...(mandated ? [mandated.gate, ...mandated.keeps] : []),
];

/** Every time that a gate approved, or what decides for it did. */
export const approvalsOf = (seen: Observed, gate: string): readonly Witness[] =>
  seen.history.facts.filter((fact) => approves(seen, gate, fact));
